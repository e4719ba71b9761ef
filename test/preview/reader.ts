import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../../packages/pdf/src/browser/find-browser.ts'
import { machineOf } from '../../packages/pdf/src/machine.ts'
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
  await page.waitForSelector('.paper canvas', { timeout: 120_000 })
}

/** Shows the page on which a line is printed, as an editor does. */
export async function goToLine(
  page: Page,
  ask: (path: string, init: RequestInit) => Promise<Response>,
  file: string,
  line: number,
): Promise<void> {
  const body = JSON.stringify({ file, line })
  const answer: { readonly shown: boolean } = JSON.parse(
    await (await ask('/api/reveal', { method: 'POST', body })).text(),
  )
  if (answer.shown !== true) throw new Error(`${file}:${line} is on no page`)
  await page.waitForSelector('.mark', { visible: true })
}

/** The words of all pages that are drawn. */
export function wordsSeen(page: Page): Promise<string> {
  return page.evaluate(
    `[...document.querySelectorAll('.textLayer')].map((layer) => layer.textContent).join('\\n')`,
  ) as Promise<string>
}

/** How long until the pages on the screen hold some words. */
export async function timeUntilSeen(page: Page, words: string): Promise<number> {
  const start = performance.now()
  await page.waitForFunction(
    `[...document.querySelectorAll('.textLayer')].some((layer) => layer.textContent.includes(${JSON.stringify(words)}))`,
    { polling: 'raf', timeout: 60_000 },
  )
  return performance.now() - start
}

export { until }
