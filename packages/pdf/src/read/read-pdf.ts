import { Failure } from '@ziping/diagnostics'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { releaseMemory } from '../release-memory.ts'
import type { OutlineEntry } from '../skia/read-layout.ts'
import { loadPdfjs } from './load-pdfjs.ts'
import type { PdfContent, PdfFont, PdfLink, PdfPage, TextItem } from './pdf-content.ts'
import { placedImages } from './placed-images.ts'
import { pdfEmpty, pdfEncrypted, pdfUnreadable } from './read-failures.ts'
import { withoutPictures } from './without-pictures.ts'

/** Reads any PDF back, ours or another's; `file` is its name in messages. */
export async function readPdf(bytes: Uint8Array, file: string): Promise<PdfContent> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    // A copy: it is handed over for good. Where pictures stand is told without looking at them.
    data: withoutPictures(bytes),
    verbosity: 0,
    fontExtraProperties: true,
    useSystemFonts: false,
    stopAtErrors: false,
  })
  try {
    return await contentOf(await task.promise, pdfjs.OPS, file)
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    if (cause instanceof Error && cause.name === 'PasswordException')
      throw pdfEncrypted(file, cause)
    throw pdfUnreadable(file, cause)
  } finally {
    await task.destroy()
  }
}

/** What reading leaves behind is given back in between: of a book with much evidence it is hundreds of megabytes. */
export const manyPages = 100

async function contentOf(
  document: PDFDocumentProxy,
  operators: Readonly<Record<string, number>>,
  file: string,
): Promise<PdfContent> {
  if (document.numPages === 0) throw pdfEmpty(file)
  const fonts = new Map<string, PdfFont>()
  const pages: PdfPage[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    pages.push(await readPage(document, page, operators, fonts))
    page.cleanup()
    if (number % manyPages === 0) releaseMemory()
  }
  const { info } = await document.getMetadata()
  const metadata = textEntries(info)
  return {
    pages,
    fonts: [...fonts.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    pageLabels: (await document.getPageLabels()) ?? undefined,
    outline: await outlineOf(document),
    destinations: await destinationsOf(document),
    metadata,
    language: metadata['Language'],
    tagged: isMarked(await document.getMarkInfo()),
  }
}

async function readPage(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
  operators: Readonly<Record<string, number>>,
  fonts: Map<string, PdfFont>,
): Promise<PdfPage> {
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view
  // The list of what is drawn is what loads the fonts.
  const drawn = await page.getOperatorList()
  const content = await page.getTextContent()
  const text: TextItem[] = []
  for (const item of content.items) {
    if (!('str' in item) || item.str === '') continue
    const font = fontOf(page, item.fontName)
    fonts.set(`${font.name} ${font.type} ${font.subset}`, font)
    const [, , c = 0, d = 0, x = 0, y = 0] = item.transform.map(Number)
    text.push({
      text: item.str,
      font: font.name,
      size: rounded(Math.hypot(c, d)),
      x: rounded(x - left),
      y: rounded(y - bottom),
      width: rounded(item.width),
    })
  }
  return {
    width: rounded(right - left),
    height: rounded(top - bottom),
    rotation: page.rotate,
    text,
    images: placedImages(drawn, operators),
    links: await linksOf(document, page),
  }
}

function fontOf(page: PDFPageProxy, id: string): PdfFont {
  const font: Readonly<Record<string, unknown>> = page.commonObjs.has(id)
    ? page.commonObjs.get(id)
    : {}
  const name = typeof font['name'] === 'string' ? font['name'] : ''
  const type = font['isType3Font'] === true ? 'Type3' : font['type']
  return {
    name: name.replace(/^[A-Z]{6}\+/, ''),
    type: typeof type === 'string' ? type : 'unknown',
    embedded: font['missingFile'] !== true,
    subset: /^[A-Z]{6}\+/.test(name),
  }
}

async function linksOf(
  document: PDFDocumentProxy,
  page: PDFPageProxy,
): Promise<readonly PdfLink[]> {
  const found: PdfLink[] = []
  for (const annotation of await page.getAnnotations()) {
    if (annotation.subtype !== 'Link') continue
    const target = await pageOfTarget(document, annotation.dest)
    if (target === undefined) continue
    const [x = 0, y = 0, right = 0, top = 0] = annotation.rect.map(Number)
    found.push({ x, y, width: right - x, height: top - y, page: target })
  }
  return found
}

async function destinationsOf(document: PDFDocumentProxy): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const [name, destination] of await document.getDestinations()) {
    const target = await pageOfTarget(document, destination)
    if (target !== undefined) found.set(decoded(String(name)), target)
  }
  return found
}

/** Of a destination by name or in full; undefined where it leads nowhere. */
async function pageOfTarget(
  document: PDFDocumentProxy,
  destination: unknown,
): Promise<number | undefined> {
  try {
    const explicit =
      typeof destination === 'string' ? await document.getDestination(destination) : destination
    if (!Array.isArray(explicit)) return undefined
    const [page] = explicit
    const index = typeof page === 'number' ? page : await document.getPageIndex(page)
    return index + 1
  } catch {
    return undefined // a damaged reference in somebody's file
  }
}

interface OutlineNode {
  readonly title: string
  readonly dest: unknown
  readonly items: readonly OutlineNode[]
}

async function outlineOf(document: PDFDocumentProxy): Promise<readonly OutlineEntry[]> {
  const entries: OutlineEntry[] = []
  const walk = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const node of nodes) {
      const target = await pageOfTarget(document, node.dest)
      if (target !== undefined) entries.push({ title: node.title, level, page: target })
      await walk(node.items, level + 1)
    }
  }
  await walk((await document.getOutline()) ?? [], 1)
  return entries
}

/** A map, whatever its type says. */
function isMarked(info: unknown): boolean {
  return info instanceof Map && info.get('Marked') === true
}

function textEntries(info: object): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(info).filter(([, value]) => typeof value === 'string'))
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

function rounded(points: number): number {
  return Math.round(points * 1000) / 1000
}
