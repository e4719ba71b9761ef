import type { Field } from '@ziping/award'
import { nearest } from '@ziping/diagnostics'
import { fieldName } from '../findings/field-finding.ts'
import { unknownField, unknownReference } from '../findings/unknown.ts'
import { wrongShape } from '../findings/wrong-value.ts'
import type { FormContent, FormValue } from '../form-value.ts'
import { asMap, isEmpty, isPlainMap } from '../plain-data.ts'
import type { Written } from '../written.ts'
import type { FieldReading } from './field-reading.ts'

/** Words that say where the values by year are taken from. */
export const referenceKeys = ['取自', 'from'] as const

/** Reads a series: values by year, and ranks beside them or under `排名`. */
export function readSeries(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  if (!isPlainMap(written.value)) {
    const wanted = { 'zh-CN': '逐年的值，如 { 2019: 1 }', en: 'values by year, like { 2019: 1 }' }
    reading.findings.push(wrongShape(written.place, { field: fieldName(field), wanted }))
    return undefined
  }
  const years = reading.yearsOf(field)
  const base = referredIn(reading, field, written)
  const ranks = rankMap(written)
  const cells = new Map<string, FormValue>()
  for (const key of [...years, ...field.ranks]) {
    const isYear = years.includes(key)
    const places = isYear ? [written, ...(base === undefined ? [] : [base])] : [written, ranks]
    const cell = places.map((place) => place.child(key)).find(({ value }) => !isEmpty(value))
    const read = cell && reading.cell(cellField(field, key, isYear), cell)
    cells.set(key, read ?? { kind: 'missing', lacks: [], place: written.place })
  }
  const known = [...years, ...field.ranks, ...referenceKeys, ...rankKeys]
  complainOfKeys(reading, field, written, known)
  return { kind: 'series', cells }
}

const rankKeys = ['排名', 'ranks'] as const

function rankMap(written: Written): Written {
  const key = rankKeys.find((one) => isPlainMap(asMap(written.value)[one]))
  return key === undefined ? written : written.child(key)
}

/** Each year is of the series' kind; what stands in a rank's column is text. */
function cellField(field: Field, key: string, isYear: boolean): Field {
  const { min: _min, max: _max, ...rest } = field
  return isYear
    ? { ...field, id: `${field.id}.${key}`, type: field.of }
    : { ...rest, id: `${field.id}.${key}`, type: 'text' }
}

function referredIn(reading: FieldReading, field: Field, written: Written): Written | undefined {
  const key = referenceKeys.find((one) => !isEmpty(asMap(written.value)[one]))
  return key === undefined ? undefined : readReference(reading, field, written.child(key))
}

/** What a value is taken from, as the writer says. */
export function readReference(
  reading: FieldReading,
  field: Field,
  { text = '', place }: Written,
): Written | undefined {
  const found = reading.refer(text.trim())
  if (found === undefined)
    reading.findings.push(unknownReference(place, { field: fieldName(field), value: text }))
  return found
}

/** Reads a number for each option: `{ 发明: 12, 实用新型: 30 }`. */
export function readCounts(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  if (!isPlainMap(written.value)) {
    const sample = field.options.map(({ label }) => `${label}: 1`).join(', ')
    const wanted = { 'zh-CN': `{ ${sample} }`, en: `{ ${sample} }` }
    reading.findings.push(wrongShape(written.place, { field: fieldName(field), wanted }))
    return undefined
  }
  const map = asMap(written.value)
  const cells = new Map<string, FormValue>()
  for (const { id, label } of field.options) {
    const named: Field = { ...field, id: `${field.id}.${id}`, type: 'integer' }
    const cell = reading.cell(named, written.child(isEmpty(map[id]) ? label : id))
    cells.set(id, cell ?? { kind: 'missing', lacks: [], place: written.place })
  }
  const known = field.options.flatMap(({ id, label }) => [id, label])
  complainOfKeys(reading, field, written, known)
  return { kind: 'counts', cells }
}

export function complainOfKeys(
  reading: FieldReading,
  field: Field,
  written: Written,
  known: readonly string[],
): void {
  for (const key of Object.keys(asMap(written.value))) {
    if (known.includes(key)) continue
    const near = nearest(key, known)
    reading.findings.push(
      unknownField(written.child(key).keyPlace, { key: `${field.id}.${key}`, near }),
    )
  }
}
