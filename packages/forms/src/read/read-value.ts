import type { Field } from '@ziping/award'
import { fieldName } from '../findings/field-finding.ts'
import { notToFill } from '../findings/unknown.ts'
import type { FormContent, FormValue } from '../form-value.ts'
import type { Gap } from '../gap.ts'
import { asList, asMap, isBlank } from '../plain-data.ts'
import type { Written } from '../written.ts'
import { scalarKinds } from './field-kinds.ts'
import { type FieldReading, held, unreadable } from './field-reading.ts'
import { readCounts, readReference, readSeries, referenceKeys } from './read-cells.ts'
import { readCertificate } from './read-certificate.ts'
import { readChoice } from './read-choice.ts'
import { readList } from './read-list.ts'
import { readSingle } from './read-single.ts'

/** Reads what a field holds; nothing where nothing is written. */
export function readValue(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormValue | undefined {
  const gap = written.gap ?? bareNone(field, written)
  if (gap !== undefined) return { ...gap, place: written.place }
  if (isBlank(written.value)) return undefined
  const reference = wholeReference(field, written)
  if (reference !== undefined) {
    const referred = readReference(reading, field, reference)
    return referred === undefined ? unreadable(written) : readValue(reading, field, referred)
  }
  const content = readContent(reading, field, written)
  return content === undefined ? unreadable(written) : held(content, written)
}

function readContent(
  reading: FieldReading,
  field: Field,
  written: Written,
): FormContent | undefined {
  switch (field.type) {
    case 'choice':
      return readChoice(reading, field, written)
    case 'list':
      return readList(reading, field, written)
    case 'series':
      return readSeries(reading, field, written)
    case 'counts':
      return readCounts(reading, field, written)
    case 'certificate':
      return readCertificate(reading, field, written)
    case 'image': {
      const file = readSingle(reading, field, 'text', written)
      return file?.kind === 'text' ? { kind: 'image', file: file.text } : undefined
    }
    case 'signature':
    case 'seal':
      reading.findings.push(notToFill(written.keyPlace, { field: fieldName(field) }))
      return undefined
    default:
      return readSingle(reading, field, scalarKinds[field.type], written)
  }
}

/** In a text, 无 is an answer; elsewhere, or as the only row of a list, it says that there is none. */
function bareNone({ type, options }: Field, { text, value }: Written): Gap | undefined {
  if (type === 'list' && saysNone(value)) return { kind: 'none', written: '无' }
  const answers = type === 'text' || type === 'longtext' || type === 'rank' || type === 'boolean'
  if (text?.trim() !== '无' || answers || options.some(({ label }) => label === '无'))
    return undefined
  return { kind: 'none', written: '无' }
}

function saysNone(value: unknown): boolean {
  const [row, ...more] = asList(value)
  const cells = Object.values(asMap(row)).filter((cell) => !isBlank(cell))
  return (
    more.length === 0 && cells.length > 0 && cells.every((cell) => cell === '无' || cell === '/')
  )
}

/** `取自: organization.coaching`; a series may hold more beside it and reads it itself. */
function wholeReference({ type }: Field, written: Written): Written | undefined {
  if (type === 'series' || type === 'period') return undefined
  const keys = Object.keys(asMap(written.value))
  const key = referenceKeys.find((one) => keys.length === 1 && keys[0] === one)
  return key === undefined ? undefined : written.child(key)
}
