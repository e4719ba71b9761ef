import {
  type AwardIndicator,
  type AwardIndicatorInput,
  Decimal,
  evaluateExpression,
  type FindingLevel,
  isSpecified,
} from '@ziping/award'
import type { Language, Words } from '@ziping/diagnostics'
import { findInput, type InputSources, type UsedInput } from './indicator-inputs.ts'
import { printNumber } from './number-text.ts'

/** What a computed value fails: a check of the award's, or the range it must lie in. */
export interface CellProblem {
  readonly kind: 'check' | 'range'
  /** The award's own words. */
  readonly message: string
  readonly severity: FindingLevel
}

/** An indicator of one year, computed by the notice's formula, with the figures it came from. */
export type ComputedCell =
  | {
      readonly kind: 'value'
      readonly value: Decimal
      /** As printed: half up, never a quantity as nought. */
      readonly text: string
      readonly inputs: readonly UsedInput[]
      readonly problems: readonly CellProblem[]
    }
  | {
      readonly kind: 'undecided'
      readonly missing: readonly AwardIndicatorInput[]
      readonly inputs: readonly UsedInput[]
    }
  | {
      readonly kind: 'error'
      readonly words: Readonly<Record<Language, Words>>
      readonly inputs: readonly UsedInput[]
      readonly problems: readonly CellProblem[]
    }

/** Computes an indicator for a year from what the form, the indicators and the facts tell. */
export function computeCell(
  indicator: AwardIndicator,
  year: number,
  sources: InputSources,
): ComputedCell {
  const found = indicator.inputs.map((input) => ({ input, used: findInput(input, year, sources) }))
  const inputs = found.flatMap(({ used }) => used ?? [])
  const missing = found.flatMap(({ input, used }) => (used === undefined ? [input] : []))
  return missing.length > 0
    ? { kind: 'undecided', missing, inputs }
    : computeIndicator(indicator, inputs)
}

/** Computes an indicator from its inputs alone. */
export function computeIndicator(
  indicator: AwardIndicator,
  inputs: readonly UsedInput[],
): ComputedCell {
  const facts = Object.fromEntries(inputs.map(({ id, value }) => [id, value]))
  const evaluation = evaluateExpression(indicator.expression, facts)
  const checks = failedChecks(indicator, facts)
  switch (evaluation.kind) {
    case 'undecided': {
      const missing = indicator.inputs.filter(({ id }) => facts[id] === undefined)
      return { kind: 'undecided', missing, inputs }
    }
    case 'error':
      return { kind: 'error', words: evaluation.words, inputs, problems: checks }
    case 'value':
      return valued(indicator, evaluation.value, inputs, checks)
    default:
      return evaluation satisfies never
  }
}

function valued(
  indicator: AwardIndicator,
  value: unknown,
  inputs: readonly UsedInput[],
  checks: readonly CellProblem[],
): ComputedCell {
  if (!Decimal.isDecimal(value)) throw new TypeError(`${indicator.id} does not come to a number`)
  const problems = [...checks, ...outOfRange(indicator, value)]
  return { kind: 'value', value, text: printNumber(value, indicator.decimals), inputs, problems }
}

function failedChecks(
  { checks }: AwardIndicator,
  facts: Readonly<Record<string, Decimal>>,
): readonly CellProblem[] {
  return checks.flatMap(({ test, message, severity = 'error' }) => {
    const evaluation = evaluateExpression(test, facts)
    return evaluation.kind === 'value' && evaluation.value === false
      ? [{ kind: 'check', message, severity }]
      : []
  })
}

function outOfRange({ range }: AwardIndicator, value: Decimal): readonly CellProblem[] {
  const [least, most] = range ?? []
  const below = isSpecified(least) && value.lt(least)
  const above = isSpecified(most) && value.gt(most)
  const shown = [least, most].map((end) => (isSpecified(end) ? String(end) : '')).join('–')
  return below || above ? [{ kind: 'range', message: shown, severity: 'error' }] : []
}
