import { PdfReference, PdfText, type PdfValue, writeValue } from './pdf-syntax.ts'
import type { SkiaPdf } from './skia-pdf.ts'

/** An object's number, and its text with a character for a byte. */
export type NewObject = readonly [number: number, content: string]

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
  const table = objects.map(([number, content]) => {
    const line = `${number} 1\n${String(offset).padStart(10, '0')} 00000 n \n`
    const text = `${number} 0 obj\n${content}\nendobj\n`
    parts.push(text)
    offset += text.length
    return line
  })
  const trailer = new Map<string, PdfValue>([
    ['Size', Math.max(pdf.size, ...objects.map(([number]) => number + 1))],
    ['Root', new PdfReference(pdf.rootNumber)],
    ['Info', new PdfReference(pdf.infoNumber)],
    ['Prev', pdf.startXref],
    ['ID', id.map((hash) => new PdfText(Buffer.from(hash.slice(0, 32), 'hex').toString('latin1')))],
  ])
  parts.push(
    `xref\n${table.join('')}trailer\n${writeValue(trailer)}\nstartxref\n${offset}\n%%EOF\n`,
  )
  return Buffer.from(parts.join(''), 'latin1')
}

/** A stream object's text. */
export function streamObject(entries: string, content: string): string {
  return `<<${entries}/Length ${content.length}>> stream\n${content}\nendstream`
}
