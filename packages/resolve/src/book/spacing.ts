import type { Layout } from '../layout/layout.ts'
import type { BookBlock } from './book.ts'

/**
 * Room after a table or figure is room before what follows: nothing then depends on which engine swallows space at the
 * top of a page. What follows a table or list goes on without an indent.
 */
export function spaced(blocks: readonly BookBlock[], layout: Layout): readonly BookBlock[] {
  return blocks.map((block, index) => {
    const previous = blocks[index - 1]
    if (previous === undefined) return block
    const before = Math.max(block.before, roomAfter(previous, block, layout))
    return { ...goingOn(block, previous), before }
  })
}

function roomAfter(previous: BookBlock, block: BookBlock, layout: Layout): number {
  const isSource = block.kind === 'paragraph' && block.style === 'source'
  switch (previous.kind) {
    case 'table':
      return isSource || previous.purpose === 'form' ? 0 : layout.afterTable
    case 'figure':
    case 'box':
    case 'formula':
      return isSource ? 0 : layout.quantum * 2
    default:
      return 0
  }
}

function goingOn(block: BookBlock, previous: BookBlock): BookBlock {
  if (block.kind !== 'paragraph' || block.style !== 'body') return block
  const isAfter = previous.kind === 'table' || previous.kind === 'list'
  return isAfter ? { ...block, style: 'flush' } : block
}
