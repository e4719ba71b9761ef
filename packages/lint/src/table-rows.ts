import type { Place } from '@ziping/diagnostics'
import type { Indicator, Section } from '@ziping/report'
import { sourceOf } from './source-places.ts'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import type { ProseValue } from './typed-values-claims.ts'
import { type IndicatorNames, indicatorNames, plainName } from './typed-values-names.ts'
import { blocksOf, type Passage } from './typed-values-passages.ts'
import { type Reading, readSentences } from './typed-values-sentences.ts'
import { ownSubject } from './typed-values-subject.ts'
import type { TypedRow } from './typed-values-tables.ts'
import { readRowsAgain } from './typed-values-tables-kept.ts'
import { agrees } from './typed-values-units.ts'

/** A figure of the text that a row of a typed table gives otherwise. */
export interface RowConflict {
  readonly name: string
  readonly year: number
  readonly typed: string
  readonly expected: string
  readonly place: Place
  readonly rowPlace: Place
  readonly section: Section | undefined
}

/** Sentences against the rows of typed results that are no indicators of the data. */
export function* rowConflicts(subject: LintSubject): Generator<RowConflict> {
  const known = rowsOf(subject)
  const { rows } = known
  if (rows.size === 0) return
  const reading = readingOf(subject, known)
  for (const passage of typedValues(subject).passages) {
    if (passage.document.holding !== undefined) continue
    for (const value of valuesIn(passage, reading)) {
      const row = rows.get(value.indicator.id)
      const expected = row && otherwise(value, row)
      if (row === undefined || expected === undefined) continue
      yield {
        name: value.indicator.name,
        year: value.year,
        typed: passage.text.slice(value.from, value.to),
        expected,
        place: passage.placeOf(value.from, value.to),
        rowPlace: row.place,
        section: passage.section,
      }
    }
  }
}

interface Rows {
  readonly rows: ReadonlyMap<string, TypedRow & { readonly indicator: Indicator }>
  /** What they were made from: while these are the same, so are the rows. */
  readonly read: readonly TypedRow[]
}

interface RowReading {
  readonly read: readonly TypedRow[]
  readonly key: string
  readonly reading: Reading
}

const readings = new WeakMap<IndicatorNames, RowReading>()

/** What sentences are read with; the same as before while the rows are. */
function readingOf(subject: LintSubject, { rows, read }: Rows): Reading {
  const { award, applicant, resolver } = subject
  const { names: owner } = typedValues(subject)
  const own = [applicant.name, ...applicant.shortNames].filter((name) => name !== undefined)
  const { kind } = award.applicant
  const key = JSON.stringify([kind, own, resolver.years])
  const before = readings.get(owner)
  if (before?.key === key && isSame(before.read, read)) return before.reading
  const all = [...rows.values()].map(({ indicator }) => indicator)
  const names = indicatorNames({ all, byId: new Map() })
  const reading = { names, subject: ownSubject(kind, own), years: resolver.years }
  readings.set(owner, { read, key, reading })
  return reading
}

function isSame(before: readonly TypedRow[], now: readonly TypedRow[]): boolean {
  return before.length === now.length && before.every((row, index) => row === now[index])
}

const said = new WeakMap<
  Passage,
  { readonly reading: Reading; readonly values: readonly ProseValue[] }
>()

function valuesIn(passage: Passage, reading: Reading): readonly ProseValue[] {
  const before = said.get(passage)
  if (before?.reading === reading) return before.values
  const { values } = readSentences(passage, reading)
  said.set(passage, { reading, values })
  return values
}

function otherwise({ year, number, decimals, factor }: ProseValue, row: TypedRow) {
  const data = row.values.find((value) => value.year === year)
  if (data === undefined || agrees({ typed: number, decimals, factor }, data.number))
    return undefined
  return `${data.text}${row.unit}`
}

/** Rows with a unit and a name of their own; a name that two tables have says of neither which. */
function rowsOf(subject: LintSubject): Rows {
  const { report, workspace } = subject
  const { names } = typedValues(subject)
  const rows = new Map<string, (TypedRow & { readonly indicator: Indicator }) | undefined>()
  const read: TypedRow[] = []
  for (const { block, document, section } of blocksOf(report)) {
    if (block.kind !== 'table' || document.holding !== undefined) continue
    const source = sourceOf(workspace, document.parsed.file)
    for (const row of readRowsAgain({ table: block, document, section, source, names })) {
      read.push(row)
      const id = plainName(row.name)
      rows.set(id, rows.has(id) ? undefined : { ...row, indicator: asIndicator(id, row) })
    }
  }
  const own = [...rows].flatMap(([id, row]) => (row === undefined ? [] : [[id, row] as const]))
  return { rows: new Map(own), read }
}

function asIndicator(id: string, { unit, values }: TypedRow): Indicator {
  return {
    id,
    name: id,
    unit,
    values: values.map(({ year, text, number }) => ({ year, text, number: number.toNumber() })),
    target: [],
    benchmark: [],
    competitor: [],
    industry: [],
    evidence: [],
    provisional: [],
    path: [],
  }
}
