import type { BookBlock } from './book.ts'

/** The blocks directly inside a block of a book. */
export function bookBlocksIn(block: BookBlock): readonly BookBlock[] {
  switch (block.kind) {
    case 'quote':
    case 'box':
      return block.blocks
    case 'list':
      return block.items.flatMap((item) => item.blocks)
    case 'notes':
      return block.notes.flatMap((note) => note.blocks)
    default:
      return []
  }
}

/** Every block, parents before children. */
export function* allBookBlocks(blocks: readonly BookBlock[]): Generator<BookBlock> {
  for (const block of blocks) {
    yield block
    yield* allBookBlocks(bookBlocksIn(block))
  }
}
