import type { Book, Layout, PageRun } from '@ziping/resolve'
import { idOf, runId } from '../../packages/html/src/index.ts'
import type { PdfContent, PdfPage, TextItem } from '../../packages/pdf/src/index.ts'

/** Where text may stand on a page, from the left and the bottom of the sheet. */
export interface TypeArea {
  readonly left: number
  readonly right: number
  readonly bottom: number
  readonly top: number
}

/** A page with what the book says of it. */
export interface ReadPage {
  /** From 1 through the whole file: odd ones lie on the right. */
  readonly number: number
  readonly label: string
  readonly page: PdfPage
  /** Undefined for the blank back before a chapter. */
  readonly run: PageRun | undefined
  readonly area: TypeArea
  readonly head: readonly TextItem[]
  readonly body: readonly TextItem[]
  readonly foot: readonly TextItem[]
}

/** Below and above the type area a descender may reach so far. */
const tolerance = 1.5

/** The pages of a book, each with its run, its type area and its texts. */
export function readPages(book: Book, read: PdfContent): readonly ReadPage[] {
  const starts = book.runs.map((run, index) => ({ run, page: read.destinations.get(runId(index)) }))
  return read.pages.map((page, index) => {
    const number = index + 1
    const label = read.pageLabels?.[index] ?? ''
    const run = starts.findLast(({ page: first }) => first !== undefined && first <= number)?.run
    const area = typeArea(page, number, book.layout)
    const shown = page.text.filter(({ text }) => text.trim() !== '')
    const isBlank = shown.length === 0 && page.images.length === 0
    return {
      number,
      label,
      page,
      run: isBlank ? undefined : run,
      area,
      head: shown.filter(({ y }) => y > area.top),
      body: shown.filter(({ y }) => y <= area.top && y >= area.bottom - tolerance),
      foot: shown.filter(({ y }) => y < area.bottom - tolerance),
    }
  })
}

/** Bound at the left of right-hand pages; a turned page is bound at its top. */
function typeArea({ width, height }: PdfPage, number: number, layout: Layout): TypeArea {
  const { margins, text, landscape } = layout
  if (width > height) {
    const left = (width - landscape.width) / 2
    return {
      left,
      right: left + landscape.width,
      bottom: margins.outside,
      top: height - margins.inside,
    }
  }
  const left = number % 2 === 1 ? margins.inside : margins.outside
  return { left, right: left + text.width, bottom: margins.bottom, top: height - margins.top }
}

/** The printed number of the page an anchor stands on, as readers of the file see it. */
export function labelsByAnchor(read: PdfContent): (anchor: string) => string {
  return (anchor) => {
    const page = read.destinations.get(idOf(anchor))
    return page === undefined ? `〔${anchor}〕` : (read.pageLabels?.[page - 1] ?? '')
  }
}

/** Texts as one reads them, without the spaces between. */
export function textOf(items: readonly TextItem[]): string {
  return items
    .map(({ text }) => text)
    .join('')
    .replace(/[\s\u200b]+/gu, '')
}
