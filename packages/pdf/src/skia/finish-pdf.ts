import { createHash } from 'node:crypto'
import { appendObjects, type NewObject, streamObject } from './append-objects.ts'
import { labelTree, type PageLabelRange } from './page-labels.ts'
import { PdfName, PdfReference, type PdfValue, pdfText, writeValue } from './pdf-syntax.ts'
import type { SkiaPdf } from './skia-pdf.ts'
import { withStableNodes } from './stable-nodes.ts'
import { xmpPacket } from './xmp.ts'

export interface Metadata {
  readonly title: string
  readonly author?: string
  readonly subject?: string
  readonly keywords?: readonly string[]
  /** `zh-CN`. */
  readonly language: string
}

export interface Finish {
  readonly metadata: Metadata
  /** Stands for the moment of making; never the clock's, or no two builds would be equal. */
  readonly date: Date
  readonly pageLabels: readonly PageLabelRange[]
}

/** Adds what Chromium leaves out, and removes what it takes from the clock: same pages, same bytes. */
export function finishPdf(pdf: SkiaPdf, finish: Finish): Uint8Array {
  const body = withStableNodes(withDate(pdf, finish.date))
  const hash = createHash('sha256')
    .update(body, 'latin1')
    .update(JSON.stringify(finish))
    .digest('hex')
  const xmp = Buffer.from(xmpPacket(finish.metadata, finish.date, hash)).toString('latin1')
  const metadataNumber = pdf.size
  const objects: readonly NewObject[] = [
    [pdf.infoNumber, writeValue(infoOf(finish))],
    [pdf.rootNumber, writeValue(rootOf(pdf, finish, metadataNumber))],
    [metadataNumber, streamObject('/Type /Metadata\n/Subtype /XML\n', xmp)],
  ]
  return appendObjects(pdf, body, objects, [hash, hash])
}

/** Chromium's own dates, replaced in place: the length stays, and with it every offset. */
function withDate(pdf: SkiaPdf, date: Date): string {
  const start = pdf.offsetOf(pdf.infoNumber)
  const end = pdf.text.indexOf('endobj', start)
  const info = pdf.text.slice(start, end)
  const fixed = info.replaceAll(/\(D:\d{14}[^)]*\)/g, (found) => {
    const ours = `(${pdfDate(date)})`
    return ours.length === found.length ? ours : `(D:${'0'.repeat(found.length - 4)})`
  })
  return pdf.text.slice(0, start) + fixed + pdf.text.slice(end)
}

function infoOf({ metadata, date }: Finish): PdfValue {
  const { title, author, subject, keywords } = metadata
  const entries: (readonly [string, PdfValue])[] = [['Title', pdfText(title)]]
  if (author !== undefined) entries.push(['Author', pdfText(author)])
  if (subject !== undefined) entries.push(['Subject', pdfText(subject)])
  if (keywords !== undefined) entries.push(['Keywords', pdfText(keywords.join('; '))])
  return new Map([
    ...entries,
    ['Creator', pdfText('ziping')],
    ['Producer', pdfText('Chromium (Skia/PDF)')],
    ['CreationDate', pdfText(pdfDate(date))],
    ['ModDate', pdfText(pdfDate(date))],
  ])
}

function rootOf(pdf: SkiaPdf, finish: Finish, metadataNumber: number): PdfValue {
  const root = new Map(pdf.root)
  root.set('Lang', pdfText(finish.metadata.language))
  root.set('Metadata', new PdfReference(metadataNumber))
  if (finish.pageLabels.length > 0) root.set('PageLabels', labelTree(finish.pageLabels))
  root.set('ViewerPreferences', new Map([['DisplayDocTitle', true]]))
  if (root.has('Outlines')) root.set('PageMode', new PdfName('UseOutlines'))
  return root
}

/** `D:20200714080000+00'00'` */
function pdfDate(date: Date): string {
  return `D:${date.toISOString().slice(0, 19).replace(/\D/g, '')}+00'00'`
}
