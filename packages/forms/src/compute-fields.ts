import {
  type Award,
  type AwardIndicator,
  Decimal,
  evaluateExpression,
  type Facts,
  type Field,
} from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { fieldsOf, seriesYears } from './award-fields.ts'
import { type ComputedCell, computeCell } from './computed-cell.ts'
import {
  checkFailed,
  computedOutOfRange,
  differsFromComputed,
  notComputable,
} from './findings/disagreement.ts'
import { fieldName } from './findings/field-finding.ts'
import type { FormSources } from './form-sources.ts'
import { contentOf, type FormValue, type FormValues } from './form-value.ts'
import type { InputSources, UsedInput } from './indicator-inputs.ts'
import { printNumber } from './number-text.ts'
import type { FieldReading } from './read/field-reading.ts'
import { readValue } from './read/read-value.ts'
import { writtenResult } from './written.ts'

interface Computing {
  readonly sources: FormSources
  readonly reading: FieldReading
  readonly values: Map<string, FormValue>
  readonly findings: Finding[]
  /** All that expressions may speak of, by now. */
  readonly facts: () => Facts
}

/** Computes what the award computes: by its indicators year by year, else by an expression. */
export function computeFields(computing: Computing): void {
  const { award } = computing.sources
  for (const field of fieldsOf(award)) {
    if (field.computed === undefined) continue
    const indicator = findIndicator(award, field.computed)
    if (indicator === undefined) computeExpression(computing, field, field.computed)
    else computeSeries(computing, field, indicator)
  }
}

export function findIndicator(
  { indicators }: Pick<Award, 'indicators'>,
  id: string,
): AwardIndicator | undefined {
  return indicators.find((indicator) => indicator.id === id)
}

function computeExpression(computing: Computing, field: Field, expression: string): void {
  const { values, reading, findings, facts } = computing
  const own = values.get(field.id)
  if (own?.kind !== 'missing' || own.unreadable === true) return
  const { place } = own
  const evaluation = evaluateExpression(expression, facts())
  if (evaluation.kind === 'undecided')
    values.set(field.id, { kind: 'missing', lacks: evaluation.missing, place })
  if (evaluation.kind === 'error') {
    const { words } = evaluation
    findings.push(notComputable(place, { field: fieldName(field), words, inputs: '' }))
    values.set(field.id, { kind: 'missing', lacks: [], place, unreadable: true })
  }
  if (evaluation.kind !== 'value') return
  const value = readValue(reading, field, writtenResult(evaluation.value, expression, place))
  const content = contentOf(value)
  if (content !== undefined)
    values.set(field.id, { kind: 'computed', content, place, by: expression, inputs: [] })
}

function computeSeries(computing: Computing, field: Field, indicator: AwardIndicator): void {
  const { sources, values } = computing
  const own = values.get(field.id)
  if (own === undefined || own.kind === 'none' || own.kind === 'open') return
  const given = contentOf(own)
  const cells = new Map(given?.kind === 'series' ? given.cells : [])
  for (const year of seriesYears(field, sources.year, sources.applicant.fact)) {
    const cell = computeCell(indicator, Number(year), sourcesOf(values, sources))
    const at = cells.get(year) ?? { kind: 'missing', lacks: [], place: own.place }
    if (at.kind === 'none' || at.kind === 'open') continue
    reportCell(computing, { field, indicator, year, given: at }, cell)
    if (at.kind === 'missing' && at.unreadable !== true)
      cells.set(year, computedValue(at, indicator, cell))
  }
  const content = { kind: 'series', cells } as const
  const { place } = own
  values.set(field.id, { kind: 'computed', content, place, by: indicator.id, inputs: [] })
}

/** What formulas draw on: the form's own fields, the indicators and the applicant's figures. */
export function sourcesOf(
  values: FormValues,
  { indicators, applicant }: Pick<FormSources, 'indicators' | 'applicant'>,
): InputSources {
  return {
    field: (id) => values.get(id),
    indicators,
    fact: applicant.fact,
    placeOfFact: applicant.placeOf,
  }
}

function computedValue(
  { place }: FormValue,
  indicator: AwardIndicator,
  cell: ComputedCell,
): FormValue {
  switch (cell.kind) {
    case 'value': {
      const content = { kind: 'number', number: cell.value, text: cell.text } as const
      return { kind: 'computed', content, place, by: indicator.id, inputs: cell.inputs }
    }
    case 'undecided': {
      const lacks = cell.missing.map(({ label, id }) => `${label}（${id}）`)
      return { kind: 'missing', lacks, place }
    }
    case 'error':
      return { kind: 'missing', lacks: [], place, unreadable: true }
    default:
      return cell satisfies never
  }
}

interface Cell {
  readonly field: Field
  readonly indicator: AwardIndicator
  readonly year: string
  readonly given: FormValue
}

/** What the award's checks, its range, and a value given by hand say about a computed one. */
function reportCell({ findings }: Computing, at: Cell, cell: ComputedCell): void {
  if (cell.kind === 'undecided') return
  const { field, indicator, year, given } = at
  const { place } = given
  const inputs = showInputs(cell.inputs)
  const told = { field: fieldName(field, `${year}年`), inputs }
  for (const { kind, message, severity } of cell.problems)
    findings.push(
      kind === 'check'
        ? checkFailed[severity](place, { ...told, message })
        : computedOutOfRange(place, {
            ...told,
            value: cell.kind === 'value' ? cell.text : '',
            range: message,
          }),
    )
  if (cell.kind === 'error' && !cell.problems.some(({ severity }) => severity === 'error'))
    findings.push(notComputable(place, { ...told, words: cell.words }))
  const content = contentOf(given)
  if (cell.kind !== 'value' || content?.kind !== 'number') return
  if (agrees(content.number, cell.value, indicator.decimals)) return
  const value = content.number.toFixed()
  const { traps } = indicator
  findings.push(differsFromComputed(place, { ...told, value, expected: cell.text, traps }))
}

/** Within rounding, to the decimals given or to those the award prints, whichever are fewer. */
function agrees(given: Decimal, exact: Decimal, decimals: number): boolean {
  const places = Math.min(given.decimalPlaces(), decimals)
  const printed = new Decimal(printNumber(exact, decimals))
  return given.eq(printed) || given.minus(exact).abs().lte(new Decimal(10).pow(-places).div(2))
}

/** `利润总额 5200万元、利息支出 410万元`: the figures a value came from. */
export function showInputs(inputs: readonly UsedInput[]): string {
  return inputs.map(({ label, value, unit }) => `${label} ${value.toFixed()}${unit}`).join('、')
}
