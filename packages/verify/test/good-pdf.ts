import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  type PDFPage,
  PDFRawStream,
  StandardFonts,
} from '@cantoo/pdf-lib'
import { printPdf } from '@ziping/pdf'
import { greyPng } from '../../pdf/test/grey-png.ts'
import type { Press } from '../../pdf/test/press.ts'
import { sentence } from './good-docx.ts'

const mm = (length: number): number => (length * 72) / 25.4

/** A PDF as the strict award wants it, its page numbers in streams of their own. */
export async function goodPdf(press: Press): Promise<Uint8Array> {
  const picture = `data:image/png;base64,${greyPng(1000, 500).toString('base64')}`
  const { bytes } = await printPdf(html(picture), press.options)
  return editPdf(bytes, async (document) => {
    const font = await document.embedFont(StandardFonts.TimesRoman)
    document.getPages().forEach((page, index) => {
      const x = index % 2 === 0 ? 510 : mm(22)
      page.drawText(`${index + 1}`, { x, y: 36, size: 14, font })
    })
  })
}

function html(picture: string): string {
  const chapter = (title: string, under: string): string =>
    `<section><h1>${title}</h1><h2>${under}</h2>${`<p>${sentence.repeat(3)}</p>`.repeat(8)}</section>`
  return `<!doctype html><html lang="zh-CN"><head><title>x</title><style>
    @page { size: A4; margin: 25mm 22mm 22mm 28mm }
    @page :left { margin: 25mm 28mm 22mm 22mm }
    body { margin: 0; font: 12pt/22pt "ZP Song"; text-align: justify }
    h1 { font: 16pt/32pt "ZP Hei"; margin: 0 } h2 { font: 14pt/28pt "ZP Hei"; margin: 0 }
    section { break-before: page }
    p { margin: 0; text-indent: 2em; width: 453pt }
    img { width: 300pt; height: 150pt }
  </style></head><body>
  ${chapter('1 领导', '1.1 高层领导的作用')}${chapter('2 战略', '2.1 战略制定')}
  ${chapter('3 顾客', '3.1 顾客与市场')}
  <p><img src="${picture}"></p></body></html>`
}

/** Changes a PDF and writes it anew. */
export async function editPdf(
  bytes: Uint8Array,
  edit: (document: PDFDocument) => void | Promise<void>,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  await edit(document)
  return document.save({ useObjectStreams: false })
}

/** Takes the page number off a page. */
export function dropNumber(page: PDFPage): void {
  const contents = page.node.Contents()
  if (!(contents instanceof PDFArray)) throw new Error('the page has no streams')
  contents.remove(contents.size() - 1)
}

/** Draws another page number in place of the one that is there. */
export async function renumber(
  document: PDFDocument,
  index: number,
  as: { readonly text?: string; readonly x?: number; readonly y?: number; readonly size?: number },
): Promise<void> {
  const page = document.getPage(index)
  dropNumber(page)
  const font = await document.embedFont(StandardFonts.TimesRoman)
  const usual = index % 2 === 0 ? 510 : mm(22)
  page.drawText(as.text ?? `${index + 1}`, {
    x: as.x ?? usual,
    y: as.y ?? 36,
    size: as.size ?? 14,
    font,
  })
}

/** Moves what is printed on a page, its number excepted. */
export function shiftText(document: PDFDocument, index: number, right: number, up = 0): void {
  const { node } = document.getPage(index)
  const contents = node.Contents()
  if (!(contents instanceof PDFArray)) throw new Error('the page has no streams')
  const { context } = document
  const before = context.register(context.stream(`q 1 0 0 1 ${right} ${up} cm\n`))
  const after = context.register(context.stream('\nQ\n'))
  contents.insert(0, before)
  contents.insert(contents.size() - 1, after)
  node.set(PDFName.of('Contents'), contents)
}

/** Changes what a page draws, as text; an edit that changes nothing is a mistake in the test. */
export function redraw(page: PDFPage, edit: (drawn: string) => string): void {
  const contents = page.node.Contents()
  if (!(contents instanceof PDFArray)) throw new Error('the page has no streams')
  const { context } = page.doc
  for (let index = 0; index < contents.size(); index++) {
    const stream = context.lookup(contents.get(index))
    if (!(stream instanceof PDFRawStream) || stream.contents.length < 500) continue
    const before = inflateSync(stream.contents).toString('latin1')
    const after = edit(before)
    if (after === before) throw new Error(`not changed: ${before.slice(0, 500)}`)
    contents.set(index, context.register(context.flateStream(Buffer.from(after, 'latin1'))))
  }
}

/** Every dictionary of a file that is a font or describes one. */
export function fontDictionaries(document: PDFDocument): readonly PDFDict[] {
  return document.context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict)
    .filter((one) => /Font/.test(String(one.get(PDFName.of('Type')))))
}

/** Gives a font another name, as if the text had been set in it. */
export function renameFont(document: PDFDocument, from: string, to: string): void {
  let isFound = false
  for (const one of fontDictionaries(document))
    for (const key of ['BaseFont', 'FontName']) {
      const name = String(one.get(PDFName.of(key)))
      if (!name.includes(from)) continue
      isFound = true
      one.set(PDFName.of(key), PDFName.of(name.slice(1).replace(from, to)))
    }
  if (!isFound) throw new Error(`no font ${from}`)
}
