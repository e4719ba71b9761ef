import type { Block } from '@ziping/report'
import { printedText, type Resolver } from '@ziping/resolve'

/** Everything that blocks print, headings and captions included. */
export function textOfBlocks(blocks: readonly Block[], file: string, resolver: Resolver): string {
  let text = ''
  for (const block of blocks)
    for (const printed of printedText(block, file, resolver)) text += `${printed.text}\n`
  return text
}
