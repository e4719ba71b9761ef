import { allBookBlocks, type Book, type BookBlock, type PageRun } from '@ziping/resolve'

/** The blocks of a run that a writer can be led back from, in order. */
export function placedBlocks({ blocks }: PageRun): readonly BookBlock[] {
  return [...allBookBlocks(blocks)].filter(({ place }) => place !== undefined)
}

/** The anchor of a placed block once the book has been anchored: its own, or one of its place in the run. */
export function anchorOfPlaced(block: BookBlock, run: number, index: number): string {
  return block.anchor ?? `spot-${run}-${index}`
}

/** The same book in which every placed block can be found again in print. */
export function withAnchors(book: Book): Book {
  const runs = book.runs.map((run, at): PageRun => {
    const order = new Map(placedBlocks(run).map((block, index) => [block, index]))
    const anchored = (block: BookBlock): BookBlock => {
      const index = order.get(block)
      const inside = withInner(block, anchored)
      return index === undefined || inside.anchor !== undefined
        ? inside
        : { ...inside, anchor: anchorOfPlaced(block, at, index) }
    }
    return { ...run, blocks: run.blocks.map(anchored) }
  })
  return { ...book, runs }
}

function withInner(block: BookBlock, change: (inner: BookBlock) => BookBlock): BookBlock {
  switch (block.kind) {
    case 'quote':
    case 'box':
      return { ...block, blocks: block.blocks.map(change) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(change) })),
      }
    case 'notes':
      return {
        ...block,
        notes: block.notes.map((note) => ({ ...note, blocks: note.blocks.map(change) })),
      }
    default:
      return block
  }
}
