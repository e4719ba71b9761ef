import type { Environment } from '@marcbachmann/cel-js'
import { calendarSpan, dayBefore, fullYears, parsePeriod } from './calendar.ts'
import { Decimal, toDecimal } from './decimal.ts'
import { CalculationFault, MissingFacts } from './faults.ts'

const mostArguments = 10

/** avg, sum, min, max, round, abs and years; size and the like again, so that they speak Decimal. */
export function registerFunctions(environment: Environment): void {
  registerAggregates(environment)
  const sync = { async: false }
  for (const date of ['date', 'string'])
    for (const other of ['date', 'string'])
      environment.registerFunction(`years(${date}, ${other}): number`, years, sync)
  environment
    .registerFunction('round(number): number', (x: Decimal) => round(x, new Decimal(0)), sync)
    .registerFunction('round(number, number): number', round, sync)
    .registerFunction('abs(number): number', (x: Decimal) => x.abs(), sync)
  registerSizes(environment)
  registerTexts(environment)
}

function registerAggregates(environment: Environment): void {
  const aggregates = { sum, avg, min, max }
  for (const [name, aggregate] of Object.entries(aggregates)) {
    const ofList = (list: readonly unknown[]): Decimal => aggregate(...numbersOf(list, name))
    environment.registerFunction(`${name}(list): number`, ofList, { async: false })
    for (let count = 1; count <= mostArguments; count++) {
      const kinds = Array.from({ length: count }, () => 'number').join(', ')
      const ofMany = (...all: readonly unknown[]): Decimal => ofList(all)
      environment.registerFunction(`${name}(${kinds}): number`, ofMany, { async: false })
    }
  }
}

function numbersOf(list: readonly unknown[], name: string): Decimal[] {
  if (list.length === 0 && name !== 'sum') throw new MissingFacts([`${name}()`])
  return list.map((item) => {
    if (item === null) throw new MissingFacts([`${name}()`])
    const number = toDecimal(item)
    if (number === undefined) throw new CalculationFault('wrong-kind')
    return number
  })
}

function sum(...numbers: Decimal[]): Decimal {
  return numbers.reduce((total, number) => total.plus(number), new Decimal(0))
}

function avg(...numbers: Decimal[]): Decimal {
  return sum(...numbers).div(numbers.length)
}

function min(...numbers: Decimal[]): Decimal {
  return Decimal.min(...numbers)
}

function max(...numbers: Decimal[]): Decimal {
  return Decimal.max(...numbers)
}

function round(x: Decimal, places: Decimal): Decimal {
  if (!places.isInteger() || places.lt(0) || places.gt(20)) throw new CalculationFault('wrong-kind')
  return x.toDecimalPlaces(places.toNumber(), Decimal.ROUND_HALF_UP)
}

/** Full years between two dates; undecided where a missing day or month would decide. */
function years(from: string, to: string): Decimal {
  const start = calendarSpan(from)
  const end = calendarSpan(to)
  if (start === undefined || end === undefined) throw new CalculationFault('not-a-date')
  const least = fullYears(start.last, end.first)
  if (least !== fullYears(start.first, end.last)) throw new MissingFacts(['years()'])
  return new Decimal(least)
}

/** The items whose date lies within a period before the reference date, both ends included. */
export function within(
  list: readonly unknown[],
  period: string,
  reference: string,
  path: string,
): unknown[] {
  const span = calendarSpan(reference)
  const length = parsePeriod(period)
  if (span === undefined || length === undefined) throw new CalculationFault('not-a-date')
  const since = dayBefore(span.first, length)
  return list.filter((item) => {
    const date = calendarSpan(dateOf(item, path))
    if (date === undefined) throw new CalculationFault('not-a-date')
    const surely = date.first >= since && date.last <= span.last
    const possibly = date.last >= since && date.first <= span.last
    if (surely !== possibly) throw new MissingFacts([path])
    return surely
  })
}

function dateOf(item: unknown, path: string): string {
  const date = typeof item === 'object' && item !== null && 'date' in item ? item.date : undefined
  if (typeof date === 'string') return date
  throw date === undefined ? new MissingFacts([path]) : new CalculationFault('not-a-date')
}

function registerSizes(environment: Environment): void {
  const size = (value: string | object): Decimal =>
    new Decimal(typeof value === 'string' ? [...value].length : Object.keys(value).length)
  for (const kind of ['string', 'list', 'map'])
    environment
      .registerFunction(`size_(${kind}): number`, size, { async: false })
      .registerFunction(`${kind}.size_(): number`, size, { async: false })
}

function registerTexts(environment: Environment): void {
  const sync = { async: false }
  const part = (text: string, start: Decimal, end?: Decimal): string =>
    [...text].slice(start.toNumber(), end?.toNumber()).join('')
  environment
    .registerFunction('string.substring_(number): string', part, sync)
    .registerFunction('string.substring_(number, number): string', part, sync)
    .registerFunction('string.matches_(string): bool', matches, sync)
}

const longestMatched = 2000

function matches(text: string, pattern: string): boolean {
  if (text.length > longestMatched) throw new CalculationFault('too-large')
  return new RegExp(pattern, 'u').test(text)
}
