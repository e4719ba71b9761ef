import { PdfReference, PdfText, type PdfValue, writeValue } from './pdf-syntax.ts'
import type { SkiaPdf } from './skia-pdf.ts'

/** An object's number, and its text with a character for a byte. */
export type NewObject = readonly [number: number, content: string]

/** Where an object of an update begins in the file. */
export interface PlacedObject {
  readonly number: number
  readonly offset: number
}

/**
 * An incremental update: objects that are new or take another's place, their table, and a trailer that points back to
 * the one before. `body` is the file so far, its objects where they were.
 */
export function appendObjects(
  pdf: SkiaPdf,
  body: string,
  objects: readonly NewObject[],
  id: readonly [first: string, second: string],
): Uint8Array {
  const parts = [body, body.endsWith('\n') ? '' : '\n']
  let offset = parts.join('').length
  const placed = objects.map(([number, content]): PlacedObject => {
    const text = `${number} 0 obj\n${content}\nendobj\n`
    const at = offset
    parts.push(text)
    offset += text.length
    return { number, offset: at }
  })
  parts.push(updateEnd(pdf, placed, offset, id))
  return Buffer.from(parts.join(''), 'latin1')
}

/** What closes an update: the table of its objects, and the trailer. `start` is where this is put. */
export function updateEnd(
  pdf: SkiaPdf,
  objects: readonly PlacedObject[],
  start: number,
  id: readonly [first: string, second: string],
): string {
  const table = objects.map(
    ({ number, offset }) => `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  const size = objects.reduce((most, { number }) => Math.max(most, number + 1), pdf.size)
  const trailer = new Map<string, PdfValue>([
    ['Size', size],
    ['Root', new PdfReference(pdf.rootNumber)],
    ['Info', new PdfReference(pdf.infoNumber)],
    ['Prev', pdf.startXref],
    ['ID', id.map((hash) => new PdfText(Buffer.from(hash.slice(0, 32), 'hex').toString('latin1')))],
  ])
  return `xref\n${table.join('')}trailer\n${writeValue(trailer)}\nstartxref\n${start}\n%%EOF\n`
}

/** A stream object's text. */
export function streamObject(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>> stream\n${content}\nendstream`
}
