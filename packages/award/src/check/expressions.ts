import type { Finding, Place } from '@ziping/diagnostics'
import type { Award } from '../award.ts'
import type { ExpressionEnvironment } from '../expression/environment.ts'
import { checkExpression } from '../expression/expression.ts'
import type { ExpressionProblem } from '../expression/expression-problem.ts'
import type { Field, Form } from '../form.ts'
import type { DataPath } from '../read/data.ts'
import { placeOfSpan } from '../read/source-text.ts'
import { isSpecified } from '../specified.ts'
import type { CheckedAward, Located } from './checked-award.ts'
import { factVariables, inputVariables } from './environments.ts'
import { isIndicatorName } from './form-references.ts'

/** An expression, what it may speak of, and where it is written. */
type Written = readonly [source: string, path: DataPath, environment: ExpressionEnvironment]

/** Expressions that can't be read, speak of what is not known, or don't come to what is wanted. */
export function checkExpressions({ award, located, forms }: CheckedAward): readonly Finding[] {
  const variables = factVariables(forms.map(({ form }) => form))
  const test: ExpressionEnvironment = { variables, result: 'boolean' }
  return [
    ...check(
      [...inConditions(award, test), ...inLists(award, test), ...inIndicators(award)],
      located,
    ),
    ...forms.flatMap((form) => check([...inForm(form.form, test)], form)),
  ]
}

function check(all: readonly Written[], located: Located): readonly Finding[] {
  return all.flatMap(([source, path, environment]) => {
    const problem = checkExpression(source, environment)
    return problem === undefined
      ? []
      : [expressionFinding(problem, placeIn(source, path, problem, located))]
  })
}

/** The very stretch of the expression, where the file has it as it is; else the whole value. */
function placeIn(
  expression: string,
  path: DataPath,
  { start, end }: ExpressionProblem,
  { placeOf, originOf }: Located,
): Place {
  const origin = originOf(path)
  const at = origin?.source.text.slice(origin.value.start, origin.value.end).indexOf(expression)
  if (origin === undefined || at === undefined || at === -1) return placeOf(path)
  const offset = origin.value.start + at
  return placeOfSpan(origin.source, { start: offset + start, end: offset + end })
}

function expressionFinding({ id, words }: ExpressionProblem, place: Place): Finding {
  return { rule: 'award-invalid', messageId: `expression-${id}`, severity: 'error', place, words }
}

function* inConditions(award: Award, test: ExpressionEnvironment): Generator<Written> {
  const conditions = isSpecified(award.conditions) ? award.conditions : []
  for (const [index, condition] of conditions.entries()) {
    const path = ['conditions', index]
    if (condition.applies !== undefined) yield [condition.applies, [...path, 'applies'], test]
    if (isSpecified(condition.test)) yield [condition.test, [...path, 'test'], test]
    for (const [at, option] of condition.anyOf.entries())
      yield [option.test, [...path, 'anyOf', at, 'test'], test]
  }
}

function* inLists(award: Award, test: ExpressionEnvironment): Generator<Written> {
  for (const [index, { applies }] of award.limits.entries())
    if (applies !== undefined) yield [applies, ['limits', index, 'applies'], test]
  for (const [index, { required }] of award.deliverables.entries())
    if (typeof required === 'string') yield [required, ['deliverables', index, 'required'], test]
}

function* inIndicators({ indicators }: Award): Generator<Written> {
  for (const [index, indicator] of indicators.entries()) {
    const variables = inputVariables(indicator)
    const path = ['indicators', index]
    yield [indicator.expression, [...path, 'expression'], { variables, result: 'number' }]
    const withResult = { ...variables, [indicator.id]: 'number' as const }
    for (const [at, { test }] of indicator.checks.entries())
      yield [test, [...path, 'checks', at, 'test'], { variables: withResult, result: 'boolean' }]
  }
}

function* inForm({ fields }: Form, test: ExpressionEnvironment): Generator<Written> {
  for (const field of fields) {
    yield* inField(field, ['fields', field.id], test)
    for (const column of field.columns)
      yield* inField(column, ['fields', field.id, 'columns', column.id], withRow(test))
  }
}

/** A column's rules may also speak of the row they stand in. */
function withRow({ variables, result }: ExpressionEnvironment): ExpressionEnvironment {
  return { variables: { ...variables, row: 'any' }, result }
}

function* inField(field: Field, path: DataPath, test: ExpressionEnvironment): Generator<Written> {
  const { required, computed, rule } = field
  if (typeof required === 'string') yield [required, [...path, 'required'], test]
  if (computed !== undefined && !isIndicatorName(computed))
    yield [computed, [...path, 'computed'], { ...test, result: 'any' }]
  for (const [index, { test: source }] of rule.entries())
    yield [source, [...path, 'rule', index, 'test'], test]
}
