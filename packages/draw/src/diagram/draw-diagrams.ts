import { setTimeout as sleep } from 'node:timers/promises'
import type { Page } from 'puppeteer-core'
import { diagramKey, keep, readKept } from './diagram-cache.ts'
import {
  type DiagramFault,
  emptyFault,
  faultFromMessage,
  htmlFault,
  largeFault,
} from './diagram-faults.ts'
import type { DiagramLook, PageSource } from './diagram-page.ts'
import { type MermaidScript, mermaidScript } from './mermaid-file.ts'
import { configuration, emptyPage, fontsReady, render } from './page-script.ts'

export type DrawnDiagram =
  | {
      readonly kind: 'drawn'
      /** A whole `<svg>` element, fit to stand in a page among others. */
      readonly svg: string
      /** In points, at the font size asked for. */
      readonly width: number
      readonly height: number
      /** What stands in it, in the order it is drawn. */
      readonly words: readonly string[]
      readonly alt: string
    }
  | DiagramFault

export interface DiagramOptions {
  /** Where pictures are kept from one run to the next; nothing is kept without it. */
  readonly cacheFolder?: string
  /** For one diagram. */
  readonly timeoutMs?: number
}

/** Longer sources are refused before the browser sees them. */
const longest = 30_000

const defaultTimeoutMs = 20_000

/** Draws mermaid sources, each once; one result for each source, in their order. */
export async function drawDiagrams(
  sources: readonly string[],
  browser: PageSource,
  look: DiagramLook,
  options: DiagramOptions = {},
): Promise<readonly DrawnDiagram[]> {
  const done = new Map<string, DrawnDiagram>()
  for (const source of sources) {
    const refused = refusedAtOnce(source)
    if (refused !== undefined) done.set(source, refused)
  }
  const wanted = [...new Set(sources)].filter((source) => !done.has(source))
  if (wanted.length > 0) await drawInto(done, wanted, browser, look, options)
  return sources.map((source) => done.get(source) ?? emptyFault())
}

function refusedAtOnce(source: string): DiagramFault | undefined {
  if (source.trim() === '') return emptyFault()
  return source.length > longest ? largeFault('text') : undefined
}

async function drawInto(
  done: Map<string, DrawnDiagram>,
  wanted: readonly string[],
  browser: PageSource,
  look: DiagramLook,
  { cacheFolder, timeoutMs = defaultTimeoutMs }: DiagramOptions,
): Promise<void> {
  const script = await mermaidScript()
  const keyOf = (source: string): string => diagramKey(source, look, script.hash)
  if (cacheFolder !== undefined)
    for (const source of wanted) {
      const kept = await readKept(cacheFolder, keyOf(source))
      if (kept !== undefined) done.set(source, kept)
    }
  // A diagram that had to be stopped leaves its page in an unknown state: the rest get a fresh one.
  for (;;) {
    const open = wanted.filter((source) => !done.has(source))
    if (open.length === 0) return
    await browser.withPage({ scripts: true }, async (page) => {
      await prepare(page, script, look)
      for (const source of open) {
        const key = keyOf(source)
        const drawn = await drawOne(page, source, `d${key.slice(0, 12)}`, timeoutMs)
        done.set(source, drawn ?? largeFault('time'))
        if (drawn === undefined) return
        if (cacheFolder !== undefined) await keep(cacheFolder, key, drawn)
      }
    })
  }
}

async function prepare(page: Page, script: MermaidScript, look: DiagramLook): Promise<void> {
  // Dates of a Gantt chart must not depend on where it is drawn.
  await page.emulateTimezone('UTC')
  await page.setContent(emptyPage(look), { waitUntil: 'load' })
  // At top level, where its variables become global; the 1 is what comes back instead of the library.
  await page.evaluate(`${script.text}\n;1`)
  await page.evaluate(fontsReady)
  await page.evaluate(configuration(look))
}

/** Undefined where it had to be stopped. */
async function drawOne(
  page: Page,
  source: string,
  id: string,
  timeoutMs: number,
): Promise<DrawnDiagram | undefined> {
  const session = await page.createCDPSession()
  const timer = new AbortController()
  try {
    const drawing = page.evaluate(render(source, id))
    // Stopped, it may fail or never answer at all.
    drawing.catch(() => undefined)
    const late = sleep(timeoutMs, 'late' as const, { signal: timer.signal })
    late.catch(() => undefined)
    const answer = await Promise.race([drawing, late])
    if (answer === 'late') {
      // The one thing that a page in an endless loop still hears.
      await session.send('Runtime.terminateExecution')
      return undefined
    }
    if (isPicture(answer)) return finished(answer)
    const { message, line } = isFault(answer) ? answer : { message: '', line: undefined }
    return faultFromMessage(source, message, line)
  } finally {
    timer.abort()
    await session.detach().catch(() => undefined)
  }
}

interface Picture {
  readonly kind: 'drawn'
  readonly svg: string
  readonly width: number
  readonly height: number
  readonly words: readonly string[]
  readonly title: string
  readonly html: boolean
}

// What comes from the page was made by the script of this package.
function isPicture(answer: unknown): answer is Picture {
  return (
    typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'drawn'
  )
}

function isFault(
  answer: unknown,
): answer is { readonly message: string; readonly line: number | undefined } {
  return typeof answer === 'object' && answer !== null && 'message' in answer
}

function finished({ svg, width, height, words, title, html }: Picture): DrawnDiagram {
  if (html) return htmlFault()
  const size = { width: hundredth(width), height: hundredth(height) }
  const sized = svg.replace(/^<svg[^>]*>/, (opening) =>
    opening
      .replace(/ (?:width|height)="[^"]*"/g, '')
      .replace('<svg', `<svg width="${size.width}pt" height="${size.height}pt"`),
  )
  const alt = title === '' ? `图中文字：${words.join('、')}` : title
  return { kind: 'drawn', svg: sized, ...size, words, alt }
}

function hundredth(length: number): number {
  return Math.ceil(length * 100) / 100
}
