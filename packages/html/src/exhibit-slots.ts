import type { Book, BookExhibit, BookImage } from '@ziping/resolve'
import { allBookBlocks } from './all-blocks.ts'
import { idOf } from './ids.ts'
import type { IsBound } from './material.ts'
import { slotId } from './view/exhibit-view.ts'

/** A frame in the printed book that a page of somebody's PDF, or a picture, is drawn into. */
export interface ExhibitSlot {
  /** Its upper left corner is where this id's destination leads. */
  readonly id: string
  readonly shows: SlotContent
  readonly width: number
  /** The exhibit that it is part of, and the height of both together: the rest is the title's. */
  readonly exhibit: string
  readonly whole: number
}

export type SlotContent =
  | { readonly kind: 'pdf-page'; readonly file: string; readonly page: number }
  | { readonly kind: 'image'; readonly image: BookImage }

/** The frames of a book, in order. */
export function exhibitSlots(book: Book, isBound: IsBound = () => false): readonly ExhibitSlot[] {
  const { text } = book.layout
  return [...allBookBlocks(book)].flatMap((block): ExhibitSlot[] => {
    if (block.kind !== 'exhibit') return []
    const shows = contentOf(block, isBound)
    if (shows === undefined) return []
    const { anchor, height } = block
    return [{ id: slotId(anchor), shows, width: text.width, exhibit: idOf(anchor), whole: height }]
  })
}

function contentOf({ shows }: BookExhibit, isBound: IsBound): SlotContent | undefined {
  switch (shows.kind) {
    case 'pdf-page':
      return shows
    case 'image':
      return isBound(shows.image.file) ? shows : undefined
    case 'statement':
      return undefined
    default:
      return shows satisfies never
  }
}
