import type { Place } from '@ziping/diagnostics'
import {
  allBookBlocks,
  type Book,
  type BookBlock,
  type BookCell,
  type BookLine,
  type PageRun,
} from '@ziping/resolve'

/** What a writer can be led back from: a block, a cell of a form, a line of its cover. */
type Placed = BookBlock | BookCell | BookLine

/** Something on paper and where it was written. */
export interface PlacedPart {
  readonly place: Place
  /** Its anchor once the book has been anchored. */
  readonly anchor: string
  /** Others stand beside it, each of another place. */
  readonly hasNeighbours: boolean
}

/** Everything of a run that has a place, in order; `at` is the run's place in the book that was anchored. */
export function placedParts(run: PageRun, at: number): readonly PlacedPart[] {
  return placedIn(run).flatMap((part, index) =>
    part.place === undefined
      ? []
      : [
          {
            place: part.place,
            anchor: anchorFor(part, at, index),
            hasNeighbours: 'colspan' in part,
          },
        ],
  )
}

function placedIn({ blocks }: PageRun): readonly Placed[] {
  return [...allBookBlocks(blocks)]
    .flatMap((block): readonly Placed[] => [block, ...besidesBlocks(block)])
    .filter(({ place }) => place !== undefined)
}

function besidesBlocks(block: BookBlock): readonly Placed[] {
  if (block.kind === 'table') return block.rows.flat()
  return block.kind === 'lines' ? block.lines : []
}

/** Its own, or one of its place in the run. */
function anchorFor(part: Placed, at: number, index: number): string {
  return part.anchor ?? `spot-${at}-${index}`
}

/** The same book in which everything that has a place can be found again in print. */
export function withAnchors(book: Book): Book {
  const runs = book.runs.map((run, at): PageRun => {
    const anchors = new Map(placedIn(run).map((part, index) => [part, anchorFor(part, at, index)]))
    return { ...run, blocks: run.blocks.map((block) => anchored(block, anchors)) }
  })
  return { ...book, runs }
}

function anchored(block: BookBlock, anchors: ReadonlyMap<Placed, string>): BookBlock {
  const anchor = anchors.get(block)
  const inside = withInner(block, anchors)
  return anchor === undefined || inside.anchor !== undefined ? inside : { ...inside, anchor }
}

function withInner(block: BookBlock, anchors: ReadonlyMap<Placed, string>): BookBlock {
  const own = <Part extends BookCell | BookLine>(part: Part): Part => {
    const anchor = anchors.get(part)
    return anchor === undefined ? part : { ...part, anchor }
  }
  const inner = (one: BookBlock): BookBlock => anchored(one, anchors)
  switch (block.kind) {
    case 'quote':
    case 'box':
      return { ...block, blocks: block.blocks.map(inner) }
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({ ...item, blocks: item.blocks.map(inner) })),
      }
    case 'notes':
      return {
        ...block,
        notes: block.notes.map((note) => ({ ...note, blocks: note.blocks.map(inner) })),
      }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(own)) }
    case 'lines':
      return { ...block, lines: block.lines.map(own) }
    default:
      return block
  }
}
