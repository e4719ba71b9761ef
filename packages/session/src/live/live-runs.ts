import { folioRanges, idOf, runId } from '@ziping/html'
import { type PrintedPdf, pageLabel } from '@ziping/pdf'
import type { Book, PageRun } from '@ziping/resolve'
import type { LiveSheet, LiveSpot } from './live-pages.ts'
import { placedParts } from './placed-blocks.ts'

/** The pages of one run as they were printed last, in whatever PDF. */
export interface LiveRun {
  readonly sheets: readonly LiveSheet[]
  /** The number that the run's counting gives its first page. */
  readonly number: number
  /** For each placed part of the run: its page among the sheets and where on it it stands. */
  readonly spots: readonly (Omit<LiveSpot, 'place'> | undefined)[]
}

/** What a print of an anchored book holds, run by run; `lead` runs at its front are left out. */
export function liveRuns(
  book: Book,
  pdf: Pick<PrintedPdf, 'pages' | 'pageMap' | 'destinations'>,
  name: string,
  lead = 0,
): readonly LiveRun[] {
  const ranges = folioRanges(book, pdf.pageMap)
  const begins = book.runs.map((_, index) => pdf.pageMap.get(runId(index)))
  return book.runs.slice(lead).map((run, index): LiveRun => {
    const at = index + lead
    const first = begins[at]
    if (first === undefined) return { sheets: [], number: 1, spots: [] }
    // A blank page before the next run is the back of this one.
    const next = begins.slice(at + 1).find((page) => page !== undefined) ?? pdf.pages.length + 1
    const range = ranges.findLast(({ fromPage }) => fromPage <= first)
    const sheets = pdf.pages.slice(first - 1, next - 1).map(({ width, height }, offset) => {
      const page = first + offset
      return { pdf: name, page, label: pageLabel(ranges, page), width, height }
    })
    const spots = placedParts(run, at).map(({ anchor, hasNeighbours }) => {
      const found = pdf.destinations.get(idOf(anchor))
      if (found === undefined) return undefined
      const edges = edgesOf(run, found.page, book)
      const top = Math.max(0, edges.top + found.below)
      const spot = { sheet: found.page - first, top }
      return hasNeighbours ? { ...spot, left: edges.left + found.left } : spot
    })
    return {
      sheets,
      number: range === undefined ? first : range.start + first - range.fromPage,
      spots,
    }
  })
}

/** Destinations are told from the corner of the type area, whose left edge alternates with the pages. */
function edgesOf(
  { orientation }: PageRun,
  page: number,
  { layout }: Book,
): { readonly top: number; readonly left: number } {
  const { margins, landscape } = layout
  if (orientation === 'landscape')
    return { top: margins.inside, left: (layout.page.height - landscape.width) / 2 }
  return { top: margins.top, left: page % 2 === 1 ? margins.inside : margins.outside }
}

/** Where everything placed stands among the sheets of all runs. */
export function spotsOf(book: Book, runs: readonly LiveRun[]): readonly LiveSpot[] {
  let before = 0
  return runs.flatMap(({ sheets, spots }, index) => {
    const run = book.runs[index]
    const first = before
    before += sheets.length
    if (run === undefined) return []
    return placedParts(run, index).flatMap(({ place }, order): LiveSpot[] => {
      const spot = spots[order]
      return spot === undefined ? [] : [{ ...spot, place, sheet: first + spot.sheet }]
    })
  })
}
