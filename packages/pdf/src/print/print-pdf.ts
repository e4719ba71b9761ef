import type { Page } from 'puppeteer-core'
import type { Browser } from '../browser/browser.ts'
import { faceFamilies } from '../fonts/faces.ts'
import type { Fonts, Substitution } from '../fonts/fonts.ts'
import { type FaceTexts, type MissingCharacter, prepareFonts } from '../fonts/prepare-fonts.ts'
import { finishPdf, type Metadata } from '../skia/finish-pdf.ts'
import type { PageLabelRange } from '../skia/page-labels.ts'
import { type PdfLayout, readLayout } from '../skia/read-layout.ts'
import { SkiaPdf } from '../skia/skia-pdf.ts'
import {
  brokenImages,
  fontsReady,
  isMarked,
  keepShortParagraphs,
  linkEverything,
  mark,
  show,
} from './page-scripts.ts'
import { pageChanged } from './print-failures.ts'
import { secureHtml } from './secure-html.ts'
import { type PageMap, type PrintMemory, settle } from './settle.ts'

export interface PrintOptions {
  readonly browser: Browser
  readonly fonts: Fonts
  /** What each face draws, where it is known; without it every face is ready for everything. */
  readonly texts?: FaceTexts
  readonly metadata: Metadata
  /** The date written into the file. */
  readonly date: Date
  /** How pages are counted; decided from where things landed. Also fills `data-page-of`. */
  readonly pageLabels?: (pages: PageMap) => readonly PageLabelRange[]
  /** What the last print left: where it still holds, one print is enough. */
  readonly last?: PrintMemory
  /** Structure for screen readers; yes unless said. Drafts do without and are faster. */
  readonly tagged?: boolean
  /** Bookmarks from headings; yes unless said. */
  readonly outline?: boolean
  readonly timeoutMs?: number
  /** Told what is being done, and how many pages the last print had. */
  readonly onProgress?: (stage: PrintStage, pages: number | undefined) => void
  /** Called whenever the browser has begun to print and there is nothing to do but wait; what it throws ends the print. */
  readonly meanwhile?: () => void
}

export type PrintStage = 'fonts' | 'page' | 'printing' | 'finishing'

export interface PrintedPdf extends PdfLayout {
  readonly bytes: Uint8Array
  readonly pageMap: PageMap
  /** For `last` of the next print. */
  readonly memory: PrintMemory
  /** How often it was printed until all numbers were right. */
  readonly prints: number
  readonly missing: readonly MissingCharacter[]
  readonly substitutions: readonly Substitution[]
  /** The `src` of each picture that could not be drawn. */
  readonly brokenImages: readonly string[]
}

/**
 * Prints a page. Elements with `data-page-of="id"` get the page number of that id as text; an element with
 * `data-recto-for="id"` (a blank page) is shown where that id would else begin on a left-hand page.
 */
export async function printPdf(html: string, options: PrintOptions): Promise<PrintedPdf> {
  const { browser, fonts, onProgress, timeoutMs } = options
  browser.start()
  onProgress?.('fonts', undefined)
  const { css, missing } = await prepareFonts(html, fonts, options.texts)
  onProgress?.('page', undefined)
  const pageOptions = timeoutMs === undefined ? {} : { timeoutMs }
  const settled = await browser.withPage(pageOptions, async (page) => {
    const broken = await load(page, secureHtml(html, css))
    const printed = await settle(page, options, (kept) => printOnce(page, options, kept))
    if ((await page.evaluate(isMarked)) !== true) throw pageChanged()
    return { ...printed, broken }
  })
  onProgress?.('finishing', settled.layout.pages.length)
  const bytes = finishPdf(settled.pdf, {
    metadata: options.metadata,
    date: options.date,
    pageLabels: settled.labels,
  })
  const { pageMap, memory, prints, layout } = settled
  return {
    ...layout,
    bytes,
    pageMap,
    memory,
    prints,
    missing,
    substitutions: usedSubstitutions(css, fonts),
    brokenImages: settled.broken,
  }
}

/** Shows the page; which of its pictures stay empty. */
async function load(page: Page, html: string): Promise<readonly string[]> {
  await page.emulateMediaType('print')
  await page.setContent(html, { waitUntil: 'load', timeout: 0 })
  await page.evaluate(mark)
  await page.evaluate(fontsReady)
  await page.evaluate(keepShortParagraphs)
  await page.evaluate(linkEverything)
  // The border to the browser: what `brokenImages` in page-scripts.ts returns.
  return (await page.evaluate(brokenImages)) as readonly string[]
}

/** Either to be kept, or only to learn where everything stands. */
async function printOnce(
  page: Page,
  { tagged = true, outline = true, meanwhile }: PrintOptions,
  kept: boolean,
): Promise<{ readonly pdf: SkiaPdf; readonly layout: PdfLayout }> {
  if (!kept) await page.evaluate(show(false))
  const printing = page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: tagged && kept,
    outline: outline && kept,
    waitForFonts: false, // they are there since `load`
    timeout: 0,
  })
  const bytes = await whileWaiting(printing, meanwhile)
  if (!kept) await page.evaluate(show(true))
  const pdf = new SkiaPdf(bytes)
  return { pdf, layout: readLayout(pdf) }
}

async function whileWaiting<Result>(
  result: Promise<Result>,
  work: (() => void) | undefined,
): Promise<Result> {
  if (work === undefined) return result
  // By then the browser has been told.
  await new Promise(setImmediate)
  try {
    work()
  } catch (cause) {
    // Nobody wants it any more, however it ends.
    result.catch(() => undefined)
    throw cause
  }
  return result
}

/** Only what the page really uses is worth telling. */
function usedSubstitutions(css: string, { substitutions }: Fonts): readonly Substitution[] {
  return substitutions.filter(({ face }) => css.includes(`"${faceFamilies[face]}"`))
}
