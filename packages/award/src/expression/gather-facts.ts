import { Decimal, toDecimal } from './decimal.ts'
import { CalculationFault } from './faults.ts'

/** What expressions are evaluated on: organization, person, honours … as read from the data files. */
export type Facts = Readonly<Record<string, unknown>>

export interface GatheredFacts {
  readonly variables: Readonly<Record<string, unknown>>
  readonly longestList: number
}

const mostParts = 100_000

/** Takes from the facts what an expression reads; numbers become Decimals, null is absent. */
export function gatherFacts(facts: Facts, paths: readonly (readonly string[])[]): GatheredFacts {
  const variables: Record<string, unknown> = {}
  const tally = { parts: 0, longestList: 0 }
  const shortestFirst = [...paths, ['date']].sort((a, b) => a.length - b.length)
  const whole = new Set<string>()
  for (const path of shortestFirst) {
    if (path.some((_, index) => whole.has(path.slice(0, index).join('.')))) continue
    place(variables, facts, path, tally)
    whole.add(path.join('.'))
  }
  return { variables, longestList: tally.longestList }
}

interface Tally {
  parts: number
  longestList: number
}

/** Copies one fact, keeping the maps above it so that `has()` can look into them. */
function place(
  target: Record<string, unknown>,
  facts: Facts,
  path: readonly string[],
  tally: Tally,
): void {
  let from: Facts = facts
  let to = target
  for (const [index, key] of path.entries()) {
    const rest = path.slice(index).join('.')
    if (Object.hasOwn(from, rest)) {
      assign(to, path.slice(index), toFact(from[rest], tally))
      return
    }
    const next = Object.hasOwn(from, key) ? from[key] : undefined
    if (!isMap(next)) return
    from = next
    to = below(to, key)
  }
}

function assign(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const last = path.at(-1)
  if (last === undefined || value === undefined) return
  const parent = path.slice(0, -1).reduce(below, target)
  parent[last] = value
}

function below(target: Record<string, unknown>, key: string): Record<string, unknown> {
  const existing = target[key]
  if (isMap(existing)) return existing
  const made: Record<string, unknown> = {}
  target[key] = made
  return made
}

function toFact(value: unknown, tally: Tally): unknown {
  if (++tally.parts > mostParts) throw new CalculationFault('too-large')
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString().slice(0, 10)
  if (Array.isArray(value)) {
    tally.longestList = Math.max(tally.longestList, value.length)
    return value.map((item) => toFact(item, tally) ?? null)
  }
  if (isMap(value)) return toFactMap(value, tally)
  return toDecimal(value)
}

function toFactMap(value: Facts, tally: Tally): Record<string, unknown> {
  const facts: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    const fact = toFact(item, tally)
    if (fact !== undefined) facts[key] = fact
  }
  return facts
}

function isMap(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Decimal.isDecimal(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
