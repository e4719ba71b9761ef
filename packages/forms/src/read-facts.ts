import type { Decimal } from '@ziping/award'
import { type Finding, nearest } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'
import type { Fact } from './facts/fact.ts'
import {
  complainOfKey,
  complainOfShape,
  complainOfValue,
  type FactReading,
  shapes,
} from './facts/fact-complaints.ts'
import { dataFindings } from './findings/data.ts'
import { type Gap, readGap } from './gap.ts'
import { maskValue } from './mask.ts'
import { readNumber } from './number-text.ts'
import { asText, isBlank, isEmpty, isPlainMap } from './plain-data.ts'
import { readScalar } from './read-scalar.ts'
import type { Scalar, ScalarKind } from './scalar.ts'
import { typedText } from './typed-text.ts'

/** Facts under their own keys, where each stands, and what is still open. */
export interface ReadFacts {
  readonly value: unknown
  /** Where in the file a fact stands, by its path: `organization.cqo.name`. */
  readonly origins: ReadonlyMap<string, DataPath>
  readonly gaps: ReadonlyMap<string, Gap>
  readonly findings: readonly Finding[]
}

/** Reads a data file by a table of facts. */
export function readFacts(file: DataFile, facts: Fact): ReadFacts {
  const reading: FactReading = { file, origins: new Map(), gaps: new Map(), findings: [] }
  const value = readValue(reading, facts, file.value, [], '')
  return { ...reading, value }
}

function readValue(
  reading: FactReading,
  fact: Fact,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  if (isEmpty(value)) return undefined
  reading.origins.set(path, at)
  const gap = path === '' ? undefined : readGap(value, typedText(reading.file, at, value))
  if (gap !== undefined) {
    reading.gaps.set(path, gap)
    return undefined
  }
  switch (fact.kind) {
    case 'map':
      return readMap(reading, fact, value, at, path)
    case 'list':
      return readList(reading, fact, value, at, path)
    case 'texts':
      return readTexts(reading, fact, value, at, path)
    case 'years':
      return readYears(reading, fact, value, at, path)
    case 'free':
      return value
    default:
      return readSingle(reading, fact, fact.kind, value, at, path)
  }
}

function readMap(
  reading: FactReading,
  fact: Fact,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  if (!isPlainMap(value)) return complainOfShape(reading, fact, at, path, shapes.map)
  const read: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const member = memberOf(fact, key)
    if (member === undefined) complainOfKey(reading, fact, key, at, path)
    else {
      const name = member === fact.open ? key : member.key
      const found = readValue(reading, member, item, [...at, key], joined(path, name))
      if (found !== undefined) read.push([name, found])
    }
  }
  return Object.fromEntries(read)
}

/** The fact a key stands for; a key of an open map that is nearly a known one is a slip. */
function memberOf({ members = [], open }: Fact, key: string): Fact | undefined {
  const known = members.find((member) => member.key === key || member.also?.includes(key))
  if (known !== undefined || open === undefined) return known
  const near = nearest(
    key,
    members.map((member) => member.key),
  )
  return near !== undefined && near.length > 4 && Math.abs(near.length - key.length) <= 1
    ? undefined
    : open
}

function readList(
  reading: FactReading,
  fact: Fact,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  if (!Array.isArray(value)) return complainOfShape(reading, fact, at, path, shapes.list)
  const item: Fact = { ...fact, kind: 'map' }
  return value.flatMap((entry: unknown, index) => {
    if (isBlank(entry)) return []
    const read = readValue(reading, item, entry, [...at, index], `${path}.${index}`)
    return read === undefined ? [] : [read]
  })
}

function readTexts(
  reading: FactReading,
  fact: Fact,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  if (isPlainMap(value)) return complainOfShape(reading, fact, at, path, shapes.texts)
  if (!Array.isArray(value)) return [asText(value) ?? String(value)]
  return value.flatMap((item, index) => typedText(reading.file, [...at, index], item) ?? [])
}

function readYears(
  reading: FactReading,
  fact: Fact,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  if (Array.isArray(value)) return complainOfShape(reading, fact, at, path, shapes.years)
  if (!isPlainMap(value)) return readSingle(reading, fact, 'number', value, at, path)
  const years: Record<string, Decimal> = {}
  for (const [year, item] of Object.entries(value)) {
    const here = [...at, year]
    const text = typedText(reading.file, here, item) ?? ''
    const number = readNumber(text)
    if (isEmpty(item) || readGap(item, text) !== undefined) continue
    if (!/^\d{4}$/u.test(year)) complainOfKey(reading, fact, year, at, path)
    else if (number === undefined) complainOfValue(reading, fact, 'number', here, path, text)
    else {
      years[year] = number.number
      reading.origins.set(`${path}.${year}`, here)
    }
  }
  return years
}

function readSingle(
  reading: FactReading,
  fact: Fact,
  kind: ScalarKind,
  value: unknown,
  at: DataPath,
  path: string,
): unknown {
  const text = typedText(reading.file, at, value)
  if (text === undefined) return complainOfShape(reading, fact, at, path, shapes.single)
  const { scalar, doubt } = readScalar(kind, text, /（(.+)）/u.exec(fact.label)?.[1])
  if (scalar === undefined) return complainOfValue(reading, fact, kind, at, path, text)
  if (doubt !== undefined) {
    const doubtful = kind === 'idcard' ? dataFindings.idNumber : dataFindings.creditCode
    const shown = kind === 'idcard' ? maskValue(text) : text
    reading.findings.push(doubtful(reading.file.placeOf(at), { label: fact.label, value: shown }))
  }
  return plainValue(scalar)
}

/** A scalar as expressions see it. */
function plainValue(scalar: Scalar): unknown {
  switch (scalar.kind) {
    case 'text':
      return scalar.text
    case 'number':
      return scalar.number
    case 'boolean':
      return scalar.value
    case 'date':
      return scalar.date
    case 'period':
      return { from: scalar.from, to: scalar.to }
    case 'industry':
      return [scalar.code, scalar.name].filter((part) => part !== undefined).join(' ')
    default:
      return scalar satisfies never
  }
}

function joined(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`
}
