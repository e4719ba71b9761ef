import {
  TypeError as CelTypeError,
  type Environment,
  EvaluationError,
  ParseError,
} from '@marcbachmann/cel-js'
import type { Language, Words } from '@ziping/diagnostics'
import type { Decimal } from './decimal.ts'
import {
  createEnvironment,
  type ExpressionEnvironment,
  type VariableRecord,
  type VariableType,
} from './environment.ts'
import { type ExpressionProblem, problemOf, resultProblem } from './expression-problem.ts'
import { CalculationFault, type FaultReason, faultWords, MissingFacts } from './faults.ts'
import { type Facts, gatherFacts } from './gather-facts.ts'
import { type ReadExpression, readExpression } from './read-expression.ts'

/** What an expression comes to. A list holds Decimals, texts, booleans, lists and maps. */
export type ExpressionValue = Decimal | boolean | string | readonly unknown[]

/** A value, or why there is none: facts are missing, or can't be calculated with. */
export type Evaluation =
  | { readonly kind: 'value'; readonly value: ExpressionValue }
  | { readonly kind: 'undecided'; readonly missing: readonly string[] }
  | {
      readonly kind: 'error'
      readonly reason: FaultReason
      readonly words: Readonly<Record<Language, Words>>
    }

let checking: Environment | undefined
const declared = new WeakMap<VariableRecord, Environment>()
let evaluating: Environment | undefined
const read = new Map<string, ReadExpression>()
const mostRead = 5000
const mostSteps = 2_000_000

/** What is wrong with an expression, given the variables it may use; nothing if it is sound. */
export function checkExpression(
  source: string,
  environment: ExpressionEnvironment,
): ExpressionProblem | undefined {
  try {
    const checked = readExpression(source, declare(environment.variables)).run.check()
    if (!checked.valid && checked.error) throw checked.error
    const found = checked.type ?? 'dyn'
    const fits =
      found.startsWith('dyn') ||
      environment.result === 'any' ||
      found === celType(environment.result)
    return fits ? undefined : resultProblem(source, found.replace(/<.*$/, ''), environment.result)
  } catch (error) {
    if (error instanceof ParseError || error instanceof CelTypeError)
      return problemOf(error, source, environment)
    throw error
  }
}

/** Evaluates a checked expression; `date` among the facts is the reference date. */
export function evaluateExpression(source: string, facts: Facts): Evaluation {
  let explain: ReadExpression['explain'] | undefined
  try {
    const expression = readOnce(source)
    explain = expression.explain
    const { variables, longestList } = gatherFacts(facts, expression.facts)
    if (longestList ** expression.nesting > mostSteps) throw new CalculationFault('too-large')
    return evaluated(expression.run(variables))
  } catch (error) {
    return failed(explain?.(error) ?? error)
  }
}

/** The facts an expression reads: `organization.registered`, `honours`. */
export function expressionFacts(source: string): readonly string[] {
  return [...new Set(readOnce(source).facts.map((path) => path.join('.')))]
}

function evaluated(value: ExpressionValue | null): Evaluation {
  return value === null ? { kind: 'undecided', missing: [] } : { kind: 'value', value }
}

function failed(error: unknown): Evaluation {
  if (error instanceof MissingFacts)
    return { kind: 'undecided', missing: [...new Set(error.paths)] }
  const reason = reasonOf(error)
  return { kind: 'error', reason, words: faultWords(reason) }
}

function reasonOf(error: unknown): FaultReason {
  if (error instanceof CalculationFault) return error.reason
  if (error instanceof EvaluationError) return 'wrong-kind'
  throw error
}

function readOnce(source: string): ReadExpression {
  const known = read.get(source)
  if (known) return known
  evaluating ??= createEnvironment(true)
  if (read.size >= mostRead) read.clear()
  const made = readExpression(source, evaluating)
  read.set(source, made)
  return made
}

/** An environment is made once for all expressions that may speak of the same. */
function declare(variables: VariableRecord): Environment {
  const known = declared.get(variables)
  if (known !== undefined) return known
  checking ??= createEnvironment(false)
  const environment = checking.clone()
  for (const [name, type] of Object.entries(variables))
    if (typeof type === 'string') environment.registerVariable(name, celType(type))
    else environment.registerVariable({ name, schema: schemaOf(type) })
  declared.set(variables, environment)
  return environment
}

interface Schema {
  [field: string]: string | Schema
}

function schemaOf(record: VariableRecord): Schema {
  const schema: Schema = {}
  for (const [name, type] of Object.entries(record))
    schema[name] = typeof type === 'string' ? celType(type) : schemaOf(type)
  return schema
}

function celType(type: Exclude<VariableType, VariableRecord>): string {
  switch (type) {
    case 'text':
      return 'string'
    case 'boolean':
      return 'bool'
    case 'any':
      return 'dyn'
    default:
      return type
  }
}
