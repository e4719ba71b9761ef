import { Failure } from '@ziping/diagnostics'
import type { Page } from 'puppeteer-core'
import type { Browser } from '../browser/browser.ts'
import { keepPage, pageKey, readKeptPage } from './page-cache.ts'
import type { PagePicture, WantedPage } from './page-picture.ts'
import { pdfjsData, pdfjsScripts } from './pdfjs-files.ts'
import { drawPage, emptyPage, helpers, libraryReady, openFile } from './raster-scripts.ts'

export interface DrawPagesOptions {
  /** Where pictures are kept from one run to the next; nothing is kept without it. */
  readonly cacheFolder?: string
  /** For one file. */
  readonly timeoutMs?: number
}

const defaultTimeoutMs = 60_000

/**
 * Draws pages of somebody's PDFs in the browser, for files that cannot hold a PDF. One result for each, in their order;
 * undefined where a page cannot be drawn.
 */
export async function drawPdfPages(
  wanted: readonly WantedPage[],
  browser: Browser,
  { cacheFolder, timeoutMs = defaultTimeoutMs }: DrawPagesOptions = {},
): Promise<readonly (PagePicture | undefined)[]> {
  const drawn = new Map<WantedPage, PagePicture>()
  if (cacheFolder !== undefined)
    for (const one of wanted) {
      const kept = await readKeptPage(cacheFolder, pageKey(one))
      if (kept !== undefined) drawn.set(one, kept)
    }
  for (const pages of byFile(wanted.filter((one) => !drawn.has(one)))) {
    const pictures = await drawFile(pages, browser, timeoutMs)
    for (const [one, picture] of pictures) {
      drawn.set(one, picture)
      if (cacheFolder !== undefined) await keepPage(cacheFolder, pageKey(one), picture)
    }
  }
  return wanted.map((one) => drawn.get(one))
}

function byFile(wanted: readonly WantedPage[]): Iterable<readonly WantedPage[]> {
  const files = new Map<Uint8Array, WantedPage[]>()
  for (const one of wanted) {
    const pages = files.get(one.bytes)
    if (pages === undefined) files.set(one.bytes, [one])
    else pages.push(one)
  }
  return files.values()
}

/** Each file has a page of its own: what one does to the library, or how long it takes, is no other's harm. */
async function drawFile(
  pages: readonly WantedPage[],
  browser: Browser,
  timeoutMs: number,
): Promise<ReadonlyMap<WantedPage, PagePicture>> {
  const drawn = new Map<WantedPage, PagePicture>()
  const [first] = pages
  if (first === undefined) return drawn
  try {
    await browser.withPage({ scripts: true, timeoutMs }, async (page) => {
      await prepare(page)
      if (!(await open(page, first.bytes))) return
      for (const one of pages) {
        const picture = await draw(page, one)
        if (picture !== undefined) drawn.set(one, picture)
      }
    })
  } catch (cause) {
    // A file that keeps the browser busy for ever, or breaks it: the rest of the book is none the worse.
    if (!(cause instanceof Failure) || !spared.has(cause.code)) throw cause
  }
  return drawn
}

const spared: ReadonlySet<string> = new Set(['pdf/browser-timeout', 'pdf/browser-lost'])

async function prepare(page: Page): Promise<void> {
  await page.exposeFunction('zipingData', pdfjsData)
  await page.setContent(emptyPage, { waitUntil: 'load' })
  for (const content of await pdfjsScripts()) await page.addScriptTag({ content, type: 'module' })
  await page.evaluate(libraryReady)
  await page.evaluate(helpers)
}

/** Reading says no more than that it cannot: why a PDF is refused was found out before. */
async function open(page: Page, bytes: Uint8Array): Promise<boolean> {
  return page.evaluate(openFile(Buffer.from(bytes).toString('base64'))).then(
    () => true,
    (cause: unknown) => isOurs(cause),
  )
}

async function draw(
  page: Page,
  { page: number, box }: WantedPage,
): Promise<PagePicture | undefined> {
  const answer: unknown = await page.evaluate(drawPage(number, box)).catch((cause: unknown) => {
    isOurs(cause)
  })
  return isDrawn(answer)
    ? {
        bytes: new Uint8Array(Buffer.from(answer.data, 'base64')),
        type: answer.type,
        width: answer.width,
        height: answer.height,
      }
    : undefined
}

/** An error of the script in the page has no name that the browser's protocol would give; any other is not the file's. */
function isOurs(cause: unknown): false {
  if (cause instanceof Error && /Protocol|TargetClose|ConnectionClosed/.test(cause.name))
    throw cause
  return false
}

interface Drawn extends Omit<PagePicture, 'bytes'> {
  readonly data: string
}

// What comes from the page was made by our script.
function isDrawn(answer: unknown): answer is Drawn {
  return typeof answer === 'object' && answer !== null && 'data' in answer
}
