import type { Book, BookBlock } from '@ziping/resolve'

/** Every block of a book, parents before children. */
export function* allBookBlocks(book: Book): Generator<BookBlock> {
  for (const run of book.runs) yield* allOf(run.blocks)
}

function* allOf(blocks: readonly BookBlock[]): Generator<BookBlock> {
  for (const block of blocks) {
    yield block
    yield* allOf(childrenOf(block))
  }
}

function childrenOf(block: BookBlock): readonly BookBlock[] {
  switch (block.kind) {
    case 'list':
      return block.items.flatMap(({ blocks }) => blocks)
    case 'notes':
      return block.notes.flatMap(({ blocks }) => blocks)
    case 'quote':
    case 'box':
      return block.blocks
    default:
      return []
  }
}
