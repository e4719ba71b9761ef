import { type AwardIndicator, Decimal, evaluateExpression } from '@ziping/award'
import type { UsedInput } from '../indicator-inputs.ts'
import { printNumber } from '../number-text.ts'

/** A part of a formula that is worked out first: 期初资产总计 + 期末资产总计 = 58000 + 62000 = 120000. */
export interface CalculationStep {
  readonly words: string
  readonly figures: string
  readonly result: string
}

/** What stands in brackets, from the inside out, and then the whole. */
export function calculationSteps(
  { expression, unit }: Pick<AwardIndicator, 'expression' | 'unit'>,
  inputs: readonly UsedInput[],
): readonly CalculationStep[] {
  const facts = Object.fromEntries(inputs.map(({ id, value }) => [id, value]))
  const told = (id: string, part: (input: UsedInput) => string): string => {
    const input = inputs.find((one) => one.id === id)
    return input === undefined ? id : part(input)
  }
  return [...bracketed(expression), expression].flatMap((source, index, all) => {
    const evaluation = evaluateExpression(source, facts)
    if (evaluation.kind !== 'value' || !Decimal.isDecimal(evaluation.value)) return []
    const isWhole = index === all.length - 1
    return [
      {
        words: written(source, (id) => told(id, ({ label }) => label)),
        figures: written(source, (id) => told(id, ({ value }) => value.toFixed())),
        result: `${shown(evaluation.value)}${isWhole ? unit : ''}`,
      },
    ]
  })
}

/** The contents of each pair of brackets that is not a function's, innermost first. */
function bracketed(expression: string): readonly string[] {
  const open: number[] = []
  const found: string[] = []
  for (const [at, character] of [...expression].entries()) {
    if (character === '(') open.push(at)
    if (character !== ')') continue
    const start = open.pop()
    if (start !== undefined && !/\w/u.test(expression[start - 1] ?? ''))
      found.push(expression.slice(start + 1, at))
  }
  return [...new Set(found)]
}

function written(source: string, name: (id: string) => string): string {
  return source
    .replace(/[a-z]\w*/giu, (id) => name(id))
    .replaceAll('*', '×')
    .replaceAll('/', '÷')
    .replaceAll(/(?<=\S) - (?=\S)/gu, ' − ')
}

/** Six digits behind the point say enough of what is not rounded. */
function shown(value: Decimal): string {
  return value.decimalPlaces() > 6 ? printNumber(value, 6) : value.toFixed()
}
