import { type Field, industrySection, isSpecified } from '@ziping/award'
import { convertUnit } from '../convert-unit.ts'
import { fieldName } from '../findings/field-finding.ts'
import {
  doubtfulCredit,
  doubtfulId,
  doubtfulIndustry,
  outOfRange,
  wrongShape,
  wrongType,
  wrongUnit,
} from '../findings/wrong-value.ts'
import { maskValue } from '../mask.ts'
import { isPlainMap } from '../plain-data.ts'
import { readScalar } from '../read-scalar.ts'
import { isPersonal, notationOf, notations, type Scalar, type ScalarKind } from '../scalar.ts'
import type { Written } from '../written.ts'
import type { FieldReading } from './field-reading.ts'

/** Reads a single value of a kind and holds it against the field's range, pattern and codes. */
export function readSingle(
  reading: FieldReading,
  field: Field,
  kind: ScalarKind,
  written: Written,
): Scalar | undefined {
  const { findings } = reading
  const name = fieldName(field)
  const text = singleText(kind, written)
  if (text === undefined) {
    findings.push(wrongShape(written.place, { field: name, wanted: notations[kind].name }))
    return undefined
  }
  const value = isPersonal(kind) ? maskValue(text) : text
  const { scalar, doubt } = readScalar(kind, text, unitOf(field))
  const fitting = scalar && fitPattern(field, scalar)
  if (fitting === undefined) {
    findings.push(wrongType(written.place, { field: name, value, ...notationOf(kind, text) }))
    return undefined
  }
  if (doubt !== undefined) {
    const doubtful = kind === 'idcard' ? doubtfulId : doubtfulCredit
    findings.push(doubtful(written.place, { field: name, value }))
  }
  return checkNumber(reading, field, inFieldUnit(reading, field, fitting, written), written)
}

/** Several paragraphs may be a list; a period may be a map of `from` and `to`. */
function singleText(kind: ScalarKind, { value, text, child }: Written): string | undefined {
  if (kind === 'period' && isPlainMap(value))
    return `${child('from').text ?? ''} 至 ${child('to').text ?? '今'}`
  if (kind === 'text' && Array.isArray(value)) {
    const parts = value.map((_, index) => child(index).text)
    return parts.includes(undefined) ? undefined : parts.join('\n')
  }
  return text
}

export function unitOf({ unit }: Field): string | undefined {
  return isSpecified(unit) ? unit : undefined
}

/** A form may want a code without its letter: what fits after leaving it out fits. */
function fitPattern({ pattern }: Field, scalar: Scalar): Scalar | undefined {
  if (pattern === undefined) return scalar
  const wanted = new RegExp(pattern, 'u')
  if (scalar.kind === 'industry') {
    const codes = [scalar.code, scalar.code.replace(/^[A-T]/u, '')]
    const code = codes.find((one) => wanted.test(one))
    return code === undefined ? undefined : { kind: 'industry', code }
  }
  return scalar.kind !== 'text' || wanted.test(scalar.text) ? scalar : undefined
}

function inFieldUnit(
  { findings }: FieldReading,
  field: Field,
  scalar: Scalar,
  { unit, place, text }: Written,
): Scalar | undefined {
  const wanted = unitOf(field)
  if (scalar.kind !== 'number' || unit === undefined || wanted === undefined) return scalar
  const number = convertUnit(scalar.number, unit, wanted)
  if (number !== undefined) return { ...scalar, number }
  findings.push(
    wrongUnit(place, { field: fieldName(field), value: `${text ?? ''}${unit}`, unit: wanted }),
  )
  return undefined
}

function checkNumber(
  { findings, codes }: FieldReading,
  field: Field,
  scalar: Scalar | undefined,
  { place }: Written,
): Scalar | undefined {
  const { min, max } = field
  if (scalar?.kind === 'number') {
    const { number } = scalar
    if ((min !== undefined && number.lt(min)) || (max !== undefined && number.gt(max)))
      findings.push(
        outOfRange(place, { field: fieldName(field), value: number.toFixed(), min, max }),
      )
  }
  if (scalar?.kind === 'industry' && codes.industries !== undefined) {
    if (industrySection(codes.industries, scalar.code) === undefined)
      findings.push(doubtfulIndustry(place, { field: fieldName(field), value: scalar.code }))
  }
  return scalar
}
