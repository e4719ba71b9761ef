import type { Field, FormCell, FormGrid } from '@ziping/award'
import { contentOf, type FormRow, type FormValue } from './form-value.ts'
import { printValue } from './print-value.ts'
import type { FormPrinting, PrintedCell } from './printed-form.ts'

/** One row per entry of a list; where there is none, a row that says 无, or empty rows to fill. */
export function repeatedRows(
  { repeat, numbered, minRows = 1 }: FormGrid,
  row: readonly FormCell[],
  { fields, values }: FormPrinting,
): readonly (readonly PrintedCell[])[] {
  const field = fields.get(repeat ?? '')
  const value = values.get(repeat ?? '')
  if (field === undefined) return []
  const content = contentOf(value)
  const entries = content?.kind === 'list' ? content.rows : []
  const rows = Array.from({ length: Math.max(entries.length, minRows, 1) }, (_, i) => entries[i])
  const printing = { field, value, numbered: numbered === true }
  return rows.map((entry, index) => row.map((cell) => printListCell(cell, entry, index, printing)))
}

interface ListPrinting {
  readonly field: Field
  readonly value: FormValue | undefined
  readonly numbered: boolean
}

function printListCell(
  { text = '', field: id, at = '', ...cell }: FormCell,
  entry: FormRow | undefined,
  index: number,
  { field, value, numbered }: ListPrinting,
): PrintedCell {
  const column = id === field.id ? field.columns.find((one) => one.id === at) : undefined
  if (column === undefined) return { ...cell, text }
  const place = entry?.cells.get(at)?.place ?? entry?.place ?? value?.place
  const printed = {
    field: field.id,
    at: `${index + 1}.${at}`,
    ...(place === undefined ? {} : { place }),
  }
  if (numbered && column.readonly) {
    const number = entry === undefined ? '' : String(index + 1)
    return { ...cell, text, value: { ...printed, state: 'computed', text: number } }
  }
  if (entry === undefined) {
    const none = value?.kind === 'none' && index === 0
    const state = value?.kind ?? 'missing'
    return { ...cell, text, value: { ...printed, state, text: none ? '无' : '' } }
  }
  const held = entry.cells.get(at)
  const state = held?.kind ?? 'missing'
  return { ...cell, text, value: { ...printed, state, text: printValue(held, column) } }
}
