import type { Counted, LengthLimit } from '@ziping/award'
import {
  addCounts,
  type Block,
  type CharacterCount,
  countCharacters,
  nothing,
} from '@ziping/report'
import { printedText } from './printed-text.ts'
import type { Resolver } from './resolver.ts'

/** What counts where the award does not say: everything but the words inside charts. */
const usually: Readonly<Record<Counted, boolean>> = {
  tables: true,
  figures: true,
  charts: false,
  captions: true,
  headings: true,
  annex: true,
  footnotes: true,
}

/** The length of some blocks as a limit counts them. */
export function countBlocks(
  blocks: readonly Block[],
  file: string,
  resolver: Resolver,
  includes: LengthLimit['includes'] = {},
): CharacterCount {
  const counted = {
    ...usually,
    ...(includes.figures === true ? { charts: true } : {}),
    ...includes,
  }
  let count = nothing
  for (const block of blocks)
    for (const { text, part } of printedText(block, file, resolver))
      if (part === 'text' || counted[part]) count = addCounts(count, countCharacters(text))
  return count
}
