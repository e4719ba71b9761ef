import { placeOfFile } from '@ziping/diagnostics'
import type { PrintedCell, PrintedValue } from '@ziping/forms'
import type { BookCell } from './book.ts'
import type { BookContext } from './book-context.ts'

/** What is typed in a cell, and for a label what is typed beside it. */
export function valueNear(row: readonly PrintedCell[], index: number): PrintedValue | undefined {
  const next = row.slice(index).find(({ value }) => value !== undefined)
  return (next ?? row.slice(0, index).findLast(({ value }) => value !== undefined))?.value
}

/** A text of its own is written in its own file; all else at its field, also where the figure comes from elsewhere. */
export function placeOf(
  value: PrintedValue | undefined,
  { material }: BookContext,
): Pick<BookCell, 'place'> {
  if (value === undefined) return {}
  const { document, field, place } = value
  if (document !== undefined && document.document !== 'report')
    return { place: placeOfFile(document.document) }
  const own = material.fieldPlaces?.get(field)
  // One of several rows or years stands on a line of its own.
  const here = own === undefined || place?.file === own.file ? place : own
  return here === undefined ? {} : { place: here }
}
