import { folioRanges, idOf, runId } from '@ziping/html'
import { type PrintedPdf, pageLabel } from '@ziping/pdf'
import type { Book } from '@ziping/resolve'
import type { LiveSheet, LiveSpot } from './live-pages.ts'
import { anchorOfPlaced, placedBlocks } from './placed-blocks.ts'

/** The pages of one run as they were printed last, in whatever PDF. */
export interface LiveRun {
  readonly sheets: readonly LiveSheet[]
  /** The number that the run's counting gives its first page. */
  readonly number: number
  /** For each placed block of the run: its page among the sheets and how far down it stands. */
  readonly spots: readonly (Pick<LiveSpot, 'sheet' | 'top'> | undefined)[]
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
    const { margins } = book.layout
    const edge = run.orientation === 'landscape' ? margins.inside : margins.top
    const spots = placedBlocks(run).map((block, order) => {
      const found = pdf.destinations.get(idOf(anchorOfPlaced(block, at, order)))
      return found === undefined
        ? undefined
        : { sheet: found.page - first, top: Math.max(0, edge + found.below) }
    })
    return {
      sheets,
      number: range === undefined ? first : range.start + first - range.fromPage,
      spots,
    }
  })
}

/** Where everything placed stands among the sheets of all runs. */
export function spotsOf(book: Book, runs: readonly LiveRun[]): readonly LiveSpot[] {
  let before = 0
  return runs.flatMap(({ sheets, spots }, index) => {
    const run = book.runs[index]
    const first = before
    before += sheets.length
    if (run === undefined) return []
    return placedBlocks(run).flatMap(({ place }, order): LiveSpot[] => {
      const spot = spots[order]
      return place === undefined || spot === undefined
        ? []
        : [{ place, sheet: first + spot.sheet, top: spot.top }]
    })
  })
}
