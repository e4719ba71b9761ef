import type { Book } from '@ziping/resolve'
import { allBookBlocks } from './all-blocks.ts'
import { idOf } from './ids.ts'
import { slotId } from './view/exhibit-view.ts'

/** A frame in the printed book that a page of somebody's PDF is drawn into. */
export interface ExhibitSlot {
  /** Its upper left corner is where this id's destination leads. */
  readonly id: string
  readonly file: string
  readonly page: number
  readonly width: number
  /** The exhibit that it is part of, and the height of both together: the rest is the title's. */
  readonly exhibit: string
  readonly whole: number
}

/** The frames of a book, in order. */
export function exhibitSlots(book: Book): readonly ExhibitSlot[] {
  const { text } = book.layout
  return [...allBookBlocks(book)].flatMap((block): ExhibitSlot[] => {
    if (block.kind !== 'exhibit' || block.shows.kind !== 'pdf-page') return []
    const { file, page } = block.shows
    return [
      {
        id: slotId(block.anchor),
        file,
        page,
        width: text.width,
        exhibit: idOf(block.anchor),
        whole: block.height,
      },
    ]
  })
}
