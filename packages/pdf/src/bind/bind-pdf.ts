import { createHash } from 'node:crypto'
import { appendObjects, type NewObject, streamObject } from '../skia/append-objects.ts'
import { type PdfDictionary, PdfReference, writeValue } from '../skia/pdf-syntax.ts'
import { pageNumbers } from '../skia/read-layout.ts'
import { SkiaPdf } from '../skia/skia-pdf.ts'
import { type EmbeddedScan, embedScans } from './embed-scans.ts'

/** In points, from the left and the bottom of our page. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A page of somebody's PDF and where it goes: below what our page already shows, its number for one. */
export interface Placement {
  /** Of our book, from 1. */
  readonly page: number
  readonly source: ForeignPdf
  /** Of the source, from 1. */
  readonly sourcePage: number
  /** It is fitted into this box as it is, never stretched. */
  readonly box: Box
}

export interface ForeignPdf {
  readonly bytes: Uint8Array
  /** Its name in messages. */
  readonly file: string
}

/**
 * Puts scans into a printed book. The book brings a page for each, with number, heading and bookmark of its own, so
 * numbering, tags, links and labels stay as they were printed; every byte of the book stays where it is.
 */
export async function bindPdf(
  book: Uint8Array,
  placements: readonly Placement[],
): Promise<Uint8Array> {
  if (placements.length === 0) return book
  const pdf = new SkiaPdf(book)
  const scans = await embedScans(placements, pdf.size)
  const pages = pageNumbers(pdf)
  const changed = new Map<number, PdfDictionary>()
  const contents: NewObject[] = []
  placements.forEach(({ page, box }, index) => {
    const scan = scans.forms[index]
    const number = pages[page - 1]
    if (scan === undefined || number === undefined) throw new Error(`there is no page ${page}`)
    const entries = changed.get(number) ?? pdf.dictionary(new PdfReference(number))
    const name = `Scan${index}`
    const content = scans.nextNumber + index
    contents.push([content, drawing(name, fitted(scan, box))])
    changed.set(number, underlaid(pdf, entries, name, scan.number, content))
  })
  const objects: readonly NewObject[] = [
    ...scans.objects,
    ...contents,
    ...[...changed].map(([number, entries]) => [number, writeValue(entries)] as const),
  ]
  const hash = createHash('sha256').update(book)
  for (const [, content] of objects) hash.update(content, 'latin1')
  return appendObjects(pdf, pdf.text, objects, [pdf.firstId, hash.digest('hex')])
}

type Matrix = readonly [number, number, number, number, number, number]

/** From the upright page at the origin to the box, turned clockwise as its reader would see it. */
function fitted({ width, height, angle }: EmbeddedScan, box: Box): Matrix {
  const isTurned = angle % 180 === 90
  const [w, h] = isTurned ? [height, width] : [width, height]
  const scale = Math.min(box.width / w, box.height / h)
  const left = box.x + (box.width - w * scale) / 2
  const bottom = box.y + (box.height - h * scale) / 2
  switch (angle) {
    case 90:
      return [0, -scale, scale, 0, left, bottom + h * scale]
    case 180:
      return [-scale, 0, 0, -scale, left + w * scale, bottom + h * scale]
    case 270:
      return [0, scale, -scale, 0, left + w * scale, bottom]
    default:
      return [scale, 0, 0, scale, left, bottom]
  }
}

/** An artifact to screen readers: the page's own heading says what it is. */
function drawing(name: string, matrix: Matrix): string {
  const numbers = matrix.map((number) => Number(number.toFixed(5))).join(' ')
  return streamObject('', `/Artifact BMC q ${numbers} cm /${name} Do Q EMC`)
}

/** The scan is drawn first, so that the page's own number stands above its grey edge. */
function underlaid(
  pdf: SkiaPdf,
  page: PdfDictionary,
  name: string,
  form: number,
  content: number,
): PdfDictionary {
  const resources = new Map(pdf.dictionary(page.get('Resources')))
  const objects = new Map(pdf.dictionary(resources.get('XObject')))
  objects.set(name, new PdfReference(form))
  resources.set('XObject', objects)
  const before = page.get('Contents')
  const drawn = Array.isArray(before) ? before : before === undefined ? [] : [before]
  return new Map(page)
    .set('Resources', resources)
    .set('Contents', [new PdfReference(content), ...drawn])
}
