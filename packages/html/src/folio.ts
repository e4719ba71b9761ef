import { type Book, type PageMap, type PageRun, roman } from '@ziping/resolve'
import { anchorOf, blankId, runId } from './ids.ts'

/** Pages that are counted together: from one restart to the next. */
export interface Counting {
  /** Its place in the book. */
  readonly index: number
  /** The number of its first page. */
  readonly from: number
}

/** For each run, what counts its pages, and what counts the blank page before it. */
export function countings(
  runs: readonly PageRun[],
): readonly { readonly own: Counting; readonly blank: Counting }[] {
  let current: Counting = { index: 0, from: runs[0]?.restart ?? 1 }
  return runs.map(({ restart }, index) => {
    const blank = current
    if (index > 0 && restart !== undefined) current = { index: blank.index + 1, from: restart }
    return { own: current, blank }
  })
}

/** From `fromPage` on, counted through the whole file from 1, pages are called so. */
export interface FolioRange {
  readonly fromPage: number
  readonly style: 'decimal' | 'roman' | 'none'
  readonly start: number
}

/** The page each id stands on, counted through the whole file from 1. */
export type PrintedPages = ReadonlyMap<string, number>

/** How the pages of a printed book are called. A blank back is counted, but called nothing. */
export function folioRanges(book: Book, pages: PrintedPages): readonly FolioRange[] {
  const counted = countings(book.runs)
  const begins = new Map([[0, 1]])
  return book.runs.flatMap(({ folio }, index): FolioRange[] => {
    const page = pages.get(runId(index))
    const own = counted[index]?.own
    if (page === undefined || own === undefined) return []
    const first = begins.get(own.index) ?? page
    begins.set(own.index, first)
    const range: FolioRange = {
      fromPage: page,
      style: folio === 'arabic' ? 'decimal' : folio,
      start: own.from + page - first,
    }
    const blank = pages.get(blankId(index))
    return blank === undefined ? [range] : [{ fromPage: blank, style: 'none', start: 1 }, range]
  })
}

/** What is printed as the number of the page each anchor is on; nothing for pages without a number. */
export function pageMapOf(book: Book, pages: PrintedPages): PageMap {
  const ranges = folioRanges(book, pages)
  const found = new Map<string, string>()
  for (const [id, page] of pages) {
    const anchor = anchorOf(id)
    const range = ranges.findLast(({ fromPage }) => fromPage <= page)
    if (anchor === undefined || range === undefined || range.style === 'none') continue
    const number = range.start + page - range.fromPage
    found.set(anchor, range.style === 'roman' ? roman(number) : String(number))
  }
  return found
}
