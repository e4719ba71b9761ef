import type { Block } from '@ziping/report'
import type { BookBlock, PageRun } from './book.ts'

type Group = Pick<PageRun, 'orientation' | 'blocks'>

/** Splits blocks where pages are turned: `:::横向`. */
export function toRuns(
  blocks: readonly Block[],
  resolve: (blocks: readonly Block[], orientation: PageRun['orientation']) => readonly BookBlock[],
): readonly Group[] {
  const groups: Group[] = []
  let upright: Block[] = []
  const flush = (): void => {
    if (upright.length > 0)
      groups.push({ orientation: 'portrait', blocks: resolve(upright, 'portrait') })
    upright = []
  }
  for (const block of blocks) {
    if (block.kind === 'landscape') {
      flush()
      groups.push({ orientation: 'landscape', blocks: resolve(block.blocks, 'landscape') })
    } else upright.push(block)
  }
  flush()
  return groups
}
