import { type ExhibitSlot, exhibitSlots, type IsBound } from '@ziping/html'
import {
  type BindOptions,
  bindPdf,
  boundPdf,
  type ForeignPdf,
  type JpegPicture,
  type Placement,
  type PrintedPdf,
} from '@ziping/pdf'
import type { Book, BookImage } from '@ziping/resolve'
import { isReadable, readWhole } from './read-whole.ts'

/** Large pictures that are no part of the printed pages. */
export interface BoundPictures {
  readonly isBound: IsBound
  /** One as the printer needs it; undefined where it cannot be drawn. */
  make(image: BookImage, page: number): Promise<JpegPicture | undefined>
}

/** Draws the pages of scanned evidence into the frames printed for them. */
export async function bindEvidence(book: Book, pdf: PrintedPdf, root: string): Promise<Uint8Array> {
  return bindPdf(pdf.bytes, placementsOf(book, pdf, root))
}

/** The same piece by piece, large pictures included: a book of scans may be larger than all memory. */
export function boundEvidence(
  book: Book,
  pdf: PrintedPdf,
  root: string,
  pictures: BoundPictures,
  options: BindOptions,
): AsyncIterable<Uint8Array> {
  return boundPdf(pdf.bytes, placementsOf(book, pdf, root, pictures), options)
}

/** A page of the book and the page of somebody's PDF that is drawn on it. */
export interface BoundScan {
  readonly page: number
  readonly file: string
  /** Of the file, from 1. */
  readonly sourcePage: number
}

/** Which scans a printed book shows, and where. */
export function scansIn(book: Book, { destinations }: PrintedPdf): readonly BoundScan[] {
  return exhibitSlots(book).flatMap(({ id, shows }) => {
    const page = destinations.get(id)?.page
    if (shows.kind !== 'pdf-page' || page === undefined) return []
    return [{ page, file: shows.file, sourcePage: shows.page }]
  })
}

function placementsOf(
  book: Book,
  { destinations }: PrintedPdf,
  root: string,
  pictures?: BoundPictures,
): readonly Placement[] {
  const sources = new Map<string, ForeignPdf | undefined>()
  return exhibitSlots(book, pictures?.isBound).flatMap((slot): readonly Placement[] => {
    const corner = destinations.get(slot.id)
    if (corner === undefined) return []
    // A title of two lines leaves its frame so much less.
    const title = corner.below - (destinations.get(slot.exhibit)?.below ?? corner.below)
    const height = slot.whole - Math.max(title, book.layout.caption.line)
    const box = frame(corner, { width: slot.width, height }, book)
    const { page } = corner
    const { shows } = slot
    if (shows.kind === 'image') {
      const { image } = shows
      if (pictures === undefined) return []
      return [{ page, box: inside(box, image), picture: () => pictures.make(image, page) }]
    }
    if (!sources.has(shows.file)) sources.set(shows.file, sourceOf(root, shows.file))
    const source = sources.get(shows.file)
    return source === undefined ? [] : [{ page, source, sourcePage: shows.page, box }]
  })
}

/** What goes before its turn comes is told as unreadable then. */
function sourceOf(root: string, file: string): ForeignPdf | undefined {
  if (!isReadable(root, file)) return undefined
  return { file, bytes: () => readWhole(root, file) ?? new Uint8Array() }
}

/** A destination is told from the corner of the type area, whose left edge alternates with the pages. */
function frame(
  { page, left, below }: { readonly page: number; readonly left: number; readonly below: number },
  { width, height }: Pick<ExhibitSlot, 'width'> & { readonly height: number },
  { layout }: Book,
): Placement['box'] {
  const { margins } = layout
  const x = left + (page % 2 === 1 ? margins.inside : margins.outside)
  const top = layout.page.height - margins.top - below
  const air = 3
  return { x, y: top - height + air, width, height: height - 2 * air }
}

/** A picture is no larger than the book has it, in the middle of its frame. */
function inside(box: Placement['box'], image: BookImage): Placement['box'] {
  const width = Math.min(box.width, image.width)
  const height = Math.min(box.height, image.height)
  return {
    x: box.x + (box.width - width) / 2,
    y: box.y + (box.height - height) / 2,
    width,
    height,
  }
}
