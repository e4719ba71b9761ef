import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../../packages/pdf/src/browser/find-browser.ts'
import { machineOf } from '../../packages/pdf/src/machine.ts'
import type { Pages, Spot } from '../../packages/preview/src/protocol.ts'
import { until } from '../preview-process.ts'

/** The browser that prints is one to look with as well. */
export async function openBrowser(): Promise<Browser> {
  const { executable } = findBrowser(machineOf(process.env))
  return puppeteer.launch({ executablePath: executable, args: ['--no-sandbox'] })
}

/** Somebody who looks at the preview, and whatever went wrong meanwhile. */
export interface Reader {
  readonly page: Page
  readonly troubles: string[]
  /** Every address asked for. */
  readonly asked: string[]
}

export async function openReader(browser: Browser, url: string): Promise<Reader> {
  // Cookies and choices of its own, as on another machine.
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width: 1440, height: 900 })
  // Only a machine that does much else besides comes near it.
  page.setDefaultTimeout(240_000)
  const troubles: string[] = []
  const asked: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text())
  })
  page.on('pageerror', (error) => troubles.push(String(error)))
  page.on('request', (request) => asked.push(request.url()))
  await page.goto(url)
  await page.waitForSelector('header nav')
  return { page, troubles, asked }
}

export async function show(page: Page, view: string): Promise<void> {
  await page.click(`nav [data-view=${view}]`)
  await page.waitForSelector(`nav [data-view=${view}][aria-current=page]`)
}

/** Waits until the first pages are on the screen. */
export async function printed(page: Page): Promise<void> {
  await page.waitForSelector('.paper canvas')
}

type Ask = (path: string, init?: RequestInit) => Promise<Response>

/** Shows the page on which a line is printed, as an editor does, and waits until it is there. */
export async function goToLine(page: Page, ask: Ask, file: string, line: number): Promise<void> {
  const body = JSON.stringify({ file, line })
  const answer: { readonly shown: boolean; readonly document?: string } = JSON.parse(
    await (await ask('/api/reveal', { method: 'POST', body })).text(),
  )
  if (answer.shown !== true) throw new Error(`${file}:${line} is on no page`)
  const { index, share } = await until(() => spotOnPage(ask, answer.document ?? '', body))
  // A mark may still stand where the reader was led before.
  await page.waitForFunction(`(() => {
    const sheet = document.querySelector('.sheet[data-index="${index}"]')
    const mark = sheet?.querySelector('.mark')
    return mark ? Math.abs(parseFloat(mark.style.top) / sheet.offsetHeight - ${share}) < 0.002 : false
  })()`)
}

/** On which sheet a line stands and how far down, once it has been printed. */
async function spotOnPage(
  ask: Ask,
  document: string,
  asked: string,
): Promise<{ readonly index: number; readonly share: number } | undefined> {
  const answer = await ask(`/api/pages?document=${document}`)
  const pages: Pages = JSON.parse(await answer.text())
  if (pages.kind !== 'pages') return undefined
  const { file, line }: { readonly file: string; readonly line: number } = JSON.parse(asked)
  const spot = lastBefore(pages.spots, file, line)
  const height = pages.sheets[spot?.sheet ?? -1]?.height
  return spot === undefined || height === undefined
    ? undefined
    : { index: spot.sheet, share: spot.top / height }
}

/** What begins on a line or last before it; a file may be given in full. */
function lastBefore(spots: readonly Spot[], file: string, line: number): Spot | undefined {
  const own = spots.filter(({ where }) => file.endsWith(where.file) && where.line <= line)
  const nearest = Math.max(...own.map(({ where }) => where.line))
  return own.findLast(({ where }) => where.line === nearest)
}

/** The words of all pages that are drawn. */
export function wordsSeen(page: Page): Promise<string> {
  return page.evaluate(
    `[...document.querySelectorAll('.textLayer')].map((layer) => layer.textContent).join('\\n')`,
  ) as Promise<string>
}

/** Waits until the pages on the screen hold some words. */
export async function wordsOn(page: Page, words: string): Promise<void> {
  await page.waitForFunction(
    `[...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent.includes(${JSON.stringify(words)}))`,
  )
}

/** How long until the pages on the screen hold some words. */
export async function timeUntilSeen(page: Page, words: string): Promise<number> {
  const start = performance.now()
  await page.waitForFunction(
    `[...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent.includes(${JSON.stringify(words)}))`,
    { polling: 'raf' },
  )
  return performance.now() - start
}

export { until }
