import type { Place } from '@ziping/diagnostics'
import type { Indicator, Section } from '@ziping/report'
import { sourceOf } from './source-places.ts'
import type { LintSubject } from './subject.ts'
import { typedValues } from './typed-values.ts'
import type { ProseValue } from './typed-values-claims.ts'
import { indicatorNames, plainName } from './typed-values-names.ts'
import { blocksOf } from './typed-values-passages.ts'
import { readSentences } from './typed-values-sentences.ts'
import { ownSubject } from './typed-values-subject.ts'
import { readRows, type TypedRow } from './typed-values-tables.ts'
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
  const { award, applicant, resolver } = subject
  const rows = rowsOf(subject)
  if (rows.size === 0) return
  const all = [...rows.values()].map(({ indicator }) => indicator)
  const names = indicatorNames({ all, byId: new Map() })
  const own = [applicant.name, ...applicant.shortNames].filter((name) => name !== undefined)
  const reading = {
    names,
    subject: ownSubject(award.applicant.kind, own),
    years: resolver.years,
  }
  for (const passage of typedValues(subject).passages) {
    if (passage.document.holding !== undefined) continue
    for (const value of readSentences(passage, reading).values) {
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

function otherwise({ year, number, decimals, factor }: ProseValue, row: TypedRow) {
  const data = row.values.find((value) => value.year === year)
  if (data === undefined || agrees({ typed: number, decimals, factor }, data.number))
    return undefined
  return `${data.text}${row.unit}`
}

/** Rows with a unit and a name of their own; a name that two tables have says of neither which. */
function rowsOf(
  subject: LintSubject,
): ReadonlyMap<string, TypedRow & { readonly indicator: Indicator }> {
  const { report, workspace } = subject
  const { names } = typedValues(subject)
  const rows = new Map<string, (TypedRow & { readonly indicator: Indicator }) | undefined>()
  for (const { block, document, section } of blocksOf(report)) {
    if (block.kind !== 'table' || document.holding !== undefined) continue
    const source = sourceOf(workspace, document.parsed.file)
    for (const row of readRows({ table: block, document, section, source, names })) {
      const id = plainName(row.name)
      rows.set(id, rows.has(id) ? undefined : { ...row, indicator: asIndicator(id, row) })
    }
  }
  return new Map([...rows].flatMap(([id, row]) => (row === undefined ? [] : [[id, row]])))
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
