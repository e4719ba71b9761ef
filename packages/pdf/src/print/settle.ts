import type { Page } from 'puppeteer-core'
import { type PageLabelRange, pageLabel } from '../skia/page-labels.ts'
import type { PdfLayout } from '../skia/read-layout.ts'
import type { SkiaPdf } from '../skia/skia-pdf.ts'
import { fillIn, wanted } from './page-scripts.ts'
import { pagesUnsettled, targetUnknown } from './print-failures.ts'

/** On which page each id stands, counted from 1 through the whole file. */
export type PageMap = ReadonlyMap<string, number>

/** What the next print may begin with; plain data, to be kept beside the output. */
export interface PrintMemory {
  readonly pages: Readonly<Record<string, number>>
  /** Which blank pages were shown. */
  readonly blanks: readonly boolean[]
}

export interface Settled {
  readonly pdf: SkiaPdf
  readonly layout: PdfLayout
  readonly pageMap: PageMap
  readonly memory: PrintMemory
  readonly labels: readonly PageLabelRange[]
  readonly prints: number
}

interface SettleOptions {
  readonly pageLabels?: (pages: PageMap) => readonly PageLabelRange[]
  readonly last?: PrintMemory
  readonly onProgress?: (stage: 'printing', pages: number | undefined) => void
}

interface Wanted {
  readonly pageOf: readonly string[]
  readonly recto: readonly string[]
}

type PrintOnce = (kept: boolean) => Promise<{ readonly pdf: SkiaPdf; readonly layout: PdfLayout }>

const mostPrints = 5

/** Prints until every number on paper is the number of the page that bears the thing. */
export async function settle(
  page: Page,
  options: SettleOptions,
  printOnce: PrintOnce,
): Promise<Settled> {
  const targets: Wanted = asWanted(await page.evaluate(wanted))
  const isOpen = targets.pageOf.length > 0 || targets.recto.length > 0
  let blanks = targets.recto.map((_, index) => options.last?.blanks[index] === true)
  let assumed = options.last === undefined ? undefined : new Map(Object.entries(options.last.pages))
  let pages: number | undefined
  for (let prints = 1; prints <= mostPrints; prints++) {
    if (isOpen) await page.evaluate(fillIn(labelsFor(targets, assumed, options), blanks))
    options.onProgress?.('printing', pages)
    // Without a map the first print only finds one, and needs nothing that is seen.
    const { pdf, layout } = await printOnce(!isOpen || assumed !== undefined)
    pages = layout.pages.length
    const pageMap = pageMapOf(layout)
    const moves = movesFor(targets, pageMap, blanks)
    const isRight = moves.length === 0
    if (!isOpen || (isRight && assumed !== undefined && agree(targets, pageMap, assumed, options)))
      return {
        pdf,
        layout,
        pageMap,
        memory: { pages: Object.fromEntries(pageMap), blanks },
        labels: options.pageLabels?.(pageMap) ?? [],
        prints,
      }
    if (prints === mostPrints)
      throw pagesUnsettled(prints, firstDifference(targets, pageMap, assumed))
    assumed = moved(pageMap, moves)
    blanks = blanks.map((blank, index) => blank !== moves.some((move) => move.index === index))
  }
  throw new Error('unreachable')
}

/** A blank page to show or to hide, and the page from which on all others move by it. */
interface Move {
  readonly index: number
  readonly from: number
  readonly by: 1 | -1
}

/** Blank pages are decided from the front: each moves all that follow. */
function movesFor(targets: Wanted, pages: PageMap, blanks: readonly boolean[]): readonly Move[] {
  const moves: Move[] = []
  targets.recto.forEach((id, index) => {
    const page = pages.get(id)
    if (page === undefined) throw targetUnknown(id)
    const shift = moves.reduce((sum, move) => (move.from <= page ? sum + move.by : sum), 0)
    if ((page + shift) % 2 === 0) moves.push({ index, from: page, by: blanks[index] ? -1 : 1 })
  })
  return moves
}

function moved(pages: PageMap, moves: readonly Move[]): Map<string, number> {
  const shift = (page: number) =>
    moves.reduce((sum, { from, by }) => (from <= page ? sum + by : sum), page)
  return new Map([...pages].map(([id, page]) => [id, shift(page)]))
}

function labelsFor(
  targets: Wanted,
  pages: PageMap | undefined,
  { pageLabels }: SettleOptions,
): Readonly<Record<string, string>> {
  if (pages === undefined) return {}
  const ranges = pageLabels?.(pages) ?? []
  return Object.fromEntries(
    targets.pageOf.map((id) => {
      const page = pages.get(id)
      return [id, page === undefined ? '' : pageLabel(ranges, page)]
    }),
  )
}

/** Whether what was filled in is what is so now. */
function agree(targets: Wanted, pages: PageMap, assumed: PageMap, options: SettleOptions): boolean {
  const lost = targets.pageOf.find((id) => !pages.has(id))
  if (lost !== undefined) throw targetUnknown(lost)
  const now = labelsFor(targets, pages, options)
  const filled = labelsFor(targets, assumed, options)
  return targets.pageOf.every((id) => now[id] === filled[id])
}

function firstDifference(targets: Wanted, pages: PageMap, assumed: PageMap | undefined): string {
  const all = [...targets.pageOf, ...targets.recto]
  return all.find((id) => pages.get(id) !== assumed?.get(id)) ?? all[0] ?? ''
}

function pageMapOf({ destinations }: PdfLayout): PageMap {
  return new Map([...destinations].map(([id, { page }]) => [id, page]))
}

function asWanted(value: unknown): Wanted {
  // The border to the browser: what it returns is what `wanted` in page-scripts.ts asks for.
  return value as Wanted
}
