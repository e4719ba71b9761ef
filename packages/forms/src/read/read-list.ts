import type { Field } from '@ziping/award'
import { nearest } from '@ziping/diagnostics'
import { fieldName } from '../findings/field-finding.ts'
import { unknownField } from '../findings/unknown.ts'
import { wrongShape } from '../findings/wrong-value.ts'
import type { FormContent, FormRow, FormValue } from '../form-value.ts'
import { asMap, isBlank, isEmpty, isPlainMap } from '../plain-data.ts'
import type { Written } from '../written.ts'
import type { FieldReading } from './field-reading.ts'

/** Reads the rows of a list; a row without anything in it, as in a fresh skeleton, is none. */
export function readList(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  const { value } = written
  if (!Array.isArray(value)) {
    const wanted = { 'zh-CN': '列表，每行以“- ”开头', en: 'a list, each row starting with “- ”' }
    reading.findings.push(wrongShape(written.place, { field: fieldName(field), wanted }))
    return undefined
  }
  const rows = value.flatMap((_, index) => readRow(reading, field, written.child(index)) ?? [])
  return { kind: 'list', rows }
}

function readRow(reading: FieldReading, field: Field, written: Written): FormRow | undefined {
  const { value, place } = written
  if (isBlank(value)) return undefined
  if (!isPlainMap(value)) {
    const wanted = { 'zh-CN': '每行都是“栏: 值”', en: 'rows of “column: value”' }
    reading.findings.push(wrongShape(place, { field: fieldName(field), wanted }))
    return undefined
  }
  const cells = new Map<string, FormValue>()
  for (const column of field.columns) {
    const named: Field = { ...column, id: `${field.id}.${column.id}` }
    const cell = reading.cell(named, cellIn(written, column))
    cells.set(column.id, cell ?? { kind: 'missing', lacks: [], place })
  }
  if (written.from === undefined) complainOfColumns(reading, field, written)
  return [...cells.values()].every(({ kind }) => kind === 'missing') ? undefined : { cells, place }
}

/** A column by its id or its label; a period may stand in the row as `from` and `to`. */
function cellIn(row: Written, { id, label, type }: Field): Written {
  const map = asMap(row.value)
  if (type === 'period' && isEmpty(map[id]) && !isEmpty(map['from'])) return row
  return row.child(isEmpty(map[id]) && !isEmpty(map[label]) ? label : id)
}

function complainOfColumns(reading: FieldReading, field: Field, row: Written): void {
  const known = field.columns.flatMap(({ id, label, type }) =>
    type === 'period' ? [id, label, 'from', 'to'] : [id, label],
  )
  for (const key of Object.keys(asMap(row.value))) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    reading.findings.push(
      unknownField(row.child(key).keyPlace, { key: `${field.id}.${key}`, near }),
    )
  }
}
