import { type ASTNode, Environment } from '@marcbachmann/cel-js'
import { Decimal } from './decimal.ts'
import { factPath } from './fact-path.ts'
import { CalculationFault, MissingFacts } from './faults.ts'
import { registerFunctions, within } from './functions.ts'

/** What a variable of an expression can hold; a record names its fields. */
export type VariableType = 'number' | 'text' | 'boolean' | 'date' | 'list' | 'any' | VariableRecord
export interface VariableRecord {
  readonly [field: string]: VariableType
}

/** The variables an expression may use, and what it has to come to. */
export interface ExpressionEnvironment {
  readonly variables: VariableRecord
  readonly result: 'boolean' | 'number' | 'any'
}

const limits = { maxAstNodes: 600, maxDepth: 40, maxListElements: 200, maxMapEntries: 50 }
const largestExponent = 60

/** Dates are ISO texts; the type exists for checking only. */
class CalendarDate {}

/** CEL whose only numbers are Decimals. With `open`, undeclared variables are taken as they come. */
export function createEnvironment(open: boolean): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: open,
    homogeneousAggregateLiterals: false,
    limits,
  })
  environment
    .registerType('number', { ctor: Decimal, fields: {} })
    .registerType('date', { ctor: CalendarDate, fields: {} })
  registerArithmetic(environment)
  registerDates(environment)
  registerFunctions(environment)
  registerWithin(environment)
  return environment
}

function registerArithmetic(environment: Environment): void {
  const divide = (a: Decimal, b: Decimal, by: 'div' | 'mod'): Decimal => {
    if (b.isZero()) throw new CalculationFault('division-by-zero')
    return bounded(a[by](b))
  }
  environment
    .registerOperator('number + number', (a: Decimal, b: Decimal) => bounded(a.plus(b)))
    .registerOperator('number - number', (a: Decimal, b: Decimal) => bounded(a.minus(b)))
    .registerOperator('number * number', (a: Decimal, b: Decimal) => bounded(a.times(b)))
    .registerOperator('number / number', (a: Decimal, b: Decimal) => divide(a, b, 'div'))
    .registerOperator('number % number', (a: Decimal, b: Decimal) => divide(a, b, 'mod'))
    .registerOperator('-number', (a: Decimal) => a.neg())
    .registerOperator('number == number', (a: Decimal, b: Decimal) => a.eq(b))
    .registerOperator('number < number', (a: Decimal, b: Decimal) => a.lt(b))
    .registerOperator('number <= number', (a: Decimal, b: Decimal) => a.lte(b))
    .registerOperator('number > number', (a: Decimal, b: Decimal) => a.gt(b))
    .registerOperator('number >= number', (a: Decimal, b: Decimal) => a.gte(b))
}

function bounded(value: Decimal): Decimal {
  if (!value.isFinite() || Math.abs(value.e) > largestExponent)
    throw new CalculationFault('too-large')
  return value
}

function registerDates(environment: Environment): void {
  const pairs = ['date # date', 'date # string', 'string # date']
  for (const pair of pairs)
    environment
      .registerOperator(pair.replace('#', '<'), (a: string, b: string) => a < b)
      .registerOperator(pair.replace('#', '<='), (a: string, b: string) => a <= b)
      .registerOperator(pair.replace('#', '>'), (a: string, b: string) => a > b)
      .registerOperator(pair.replace('#', '>='), (a: string, b: string) => a >= b)
  environment
    .registerOperator('date == date', (a: string, b: string) => a === b)
    .registerOperator('date == string', (a: string, b: string) => a === b)
}

interface Kind {
  readonly kind: string
  readonly type: string
}
interface Checker {
  check(node: unknown, context: unknown): Kind
  getType(name: string): unknown
  createError(code: string, message: string, node: unknown): Error
}
interface Runner {
  run(node: unknown, context: unknown): unknown
}
interface Scope {
  getValue(name: string): unknown
  getVariable(name: string): unknown
}
interface MacroCall {
  readonly ast: unknown
  readonly args: readonly [ASTNode, ASTNode]
}

/** `within(list, "5y")` is a macro because it reads the reference date, the variable `date`. */
function registerWithin(environment: Environment): void {
  environment.registerFunction('within(ast, ast): list', ({ ast, args }: MacroCall) => ({
    async: false,
    typeCheck(checker: Checker, _macro: unknown, context: Scope) {
      const kinds = args.map((argument) => checker.check(argument, context))
      if (!isKind(kinds[0], 'list') || !isKind(kinds[1], 'string'))
        throw checker.createError('no_matching_overload', 'within(list, string)', ast)
      if (context.getVariable('date') === undefined)
        throw checker.createError('unknown_variable', 'Unknown variable: date', ast)
      return checker.getType('list')
    },
    evaluate(runner: Runner, _macro: unknown, context: Scope) {
      const [list, period] = args.map((argument) => runner.run(argument, context))
      const reference = context.getValue('date')
      if (typeof reference !== 'string') throw new MissingFacts(['date'])
      if (!Array.isArray(list) || typeof period !== 'string')
        throw new CalculationFault('wrong-kind')
      return within(list, period, reference, `${factPath(args[0])}[].date`)
    },
  }))
}

function isKind(kind: Kind | undefined, wanted: string): boolean {
  return kind?.kind === 'dyn' || kind?.type === wanted
}
