import type { Decimal } from '@ziping/award'
import { type Finding, nearest } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'
import type { Fact } from './facts/fact.ts'
import {
  complainOfKey,
  complainOfShape,
  complainOfValue,
  type FactPlace,
  type FactReading,
  shapes,
} from './facts/fact-complaints.ts'
import { dataFindings } from './findings/data.ts'
import { keySlip } from './findings/key-slips.ts'
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

/** What is typed for a fact. */
interface Typed extends FactPlace {
  readonly value: unknown
}

/** Reads a data file by a table of facts. */
export function readFacts(file: DataFile, facts: Fact): ReadFacts {
  const reading: FactReading = { file, origins: new Map(), gaps: new Map(), findings: [] }
  const value = readValue({ reading, fact: facts, value: file.value, at: [], path: '' })
  return { ...reading, value }
}

function readValue(typed: Typed): unknown {
  const { reading, fact, value, at, path } = typed
  if (isEmpty(value)) return undefined
  reading.origins.set(path, at)
  const gap = path === '' ? undefined : readGap(value, typedText(reading.file, at, value))
  if (gap !== undefined) {
    reading.gaps.set(path, gap)
    return undefined
  }
  switch (fact.kind) {
    case 'map':
      return readMap(typed)
    case 'list':
      return readList(typed)
    case 'texts':
      return readTexts(typed)
    case 'years':
      return readYears(typed)
    case 'free':
      return value
    default:
      return readSingle(typed, fact.kind)
  }
}

function readMap(typed: Typed): unknown {
  const { reading, fact, value, at, path } = typed
  if (!isPlainMap(value)) return complainOfShape(typed, shapes.map)
  const read: [string, unknown][] = []
  for (const [key, item] of Object.entries(value)) {
    const member = memberOf(fact, key)
    if (member === undefined) complainOfKey(typed, key)
    else {
      const name = member === fact.open ? key : member.key
      const below = { reading, fact: member, value: item, at: [...at, key] }
      const found = readValue({ ...below, path: path === '' ? name : `${path}.${name}` })
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

function readList(typed: Typed): unknown {
  const { reading, value, at, path } = typed
  if (!Array.isArray(value)) return complainOfShape(typed, shapes.list)
  const fact: Fact = { ...typed.fact, kind: 'map' }
  return value.flatMap((entry: unknown, index) => {
    if (isBlank(entry)) return []
    const item = { reading, fact, value: entry, at: [...at, index], path: `${path}.${index}` }
    return readValue(item) ?? []
  })
}

function readTexts(typed: Typed): unknown {
  const { reading, value, at } = typed
  if (isPlainMap(value)) return complainOfShape(typed, shapes.texts)
  if (!Array.isArray(value)) return [asText(value) ?? String(value)]
  return value.flatMap((item, index) => typedText(reading.file, [...at, index], item) ?? [])
}

function readYears(typed: Typed): unknown {
  const { reading, value, path } = typed
  if (Array.isArray(value)) return complainOfShape(typed, shapes.years)
  if (!isPlainMap(value)) return readSingle(typed, 'number')
  const years: Record<string, Decimal> = {}
  for (const [year, item] of Object.entries(value)) {
    const at = [...typed.at, year]
    const text = typedText(reading.file, at, item) ?? ''
    const number = readNumber(text)
    const isYear = /^\d{4}$/u.test(year)
    const isOpen = isEmpty(item) || readGap(item, text) !== undefined
    // The end of `46,820` is a key without a value.
    if (isOpen && (isYear || keySlip(year) === undefined)) continue
    if (!isYear) complainOfKey(typed, year)
    else if (number === undefined) complainOfValue({ ...typed, at }, 'number', text)
    else {
      years[year] = number.number
      reading.origins.set(`${path}.${year}`, at)
    }
  }
  return years
}

function readSingle(typed: Typed, kind: ScalarKind): unknown {
  const { reading, fact, value, at } = typed
  const text = typedText(reading.file, at, value)
  if (text === undefined) return complainOfShape(typed, shapes.single)
  const { scalar, doubt } = readScalar(kind, text, /（(.+)）/u.exec(fact.label)?.[1])
  if (scalar === undefined) return complainOfValue(typed, kind, text)
  if (scalar.kind === 'date' && !text.trim().startsWith(scalar.date)) {
    const label = `${fact.label}（${typed.path}）`
    const values = { label, value: text, right: scalar.date }
    reading.findings.push(dataFindings.dateForm(reading.file.placeOf(at), values))
  }
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
