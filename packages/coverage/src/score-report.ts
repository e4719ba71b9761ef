import {
  type Award,
  allClauses,
  type Clause,
  Decimal,
  isSpecified,
  scoredLeaves,
} from '@ziping/award'
import { nearest, type Place } from '@ziping/diagnostics'
import { type DataFile, normalizeTitle } from '@ziping/report'

/** A leaf clause with what its writers give themselves. */
export interface ScoredClause {
  readonly clause: Clause
  /** What the award counts it for; undefined where its notice gives no points. */
  readonly points?: Decimal
  /** The score in per cent; undefined while nobody has scored it. */
  readonly percent?: Decimal
  /** Points × per cent. */
  readonly earned?: Decimal
  readonly note?: string
  readonly place?: Place
}

/** Sums over the clauses that are scored. */
export interface ScoreSum {
  /** All points there are. */
  readonly points?: Decimal
  /** Points of the clauses scored so far. */
  readonly scored?: Decimal
  readonly earned?: Decimal
  /** Earned of what is scored so far; without points the plain average. */
  readonly percent?: Decimal
}

export interface ScoredCategory extends ScoreSum {
  readonly category: Clause
}

/** A key of data/scores.yaml that is no scored clause of the award. */
export interface UnknownScore {
  readonly key: string
  readonly near?: string
  readonly place: Place
}

/** Self-scores by clause, category and in total, with what is not scored yet. */
export interface ReportScore {
  readonly clauses: readonly ScoredClause[]
  readonly categories: readonly ScoredCategory[]
  readonly total: ScoreSum
  readonly holes: readonly Clause[]
  readonly unknown: readonly UnknownScore[]
}

/** Puts the self-scores of data/scores.yaml beside the award's points. */
export function scoreReport(award: Award, file: DataFile | undefined): ReportScore {
  const leaves = scoredLeaves(award.clauses)
  const given = readScores(file, leaves)
  const clauses = leaves.map((clause) => scoredClause(clause, given.byClause.get(clause.id)))
  const top = award.clauses.filter((clause) => clause.scored)
  return {
    clauses,
    categories: top.flatMap((category) => {
      const below = new Set([...allClauses([category])].map(({ id }) => id))
      const own = clauses.filter(({ clause }) => below.has(clause.id))
      return own.length === 0 ? [] : [{ category, ...sum(own) }]
    }),
    total: sum(clauses),
    holes: clauses.filter(({ percent }) => percent === undefined).map(({ clause }) => clause),
    unknown: given.unknown,
  }
}

interface Given {
  readonly percent: Decimal
  readonly note?: string
  readonly place: Place
}

function readScores(
  file: DataFile | undefined,
  leaves: readonly Clause[],
): { readonly byClause: ReadonlyMap<string, Given>; readonly unknown: readonly UnknownScore[] } {
  const byClause = new Map<string, Given>()
  const unknown: UnknownScore[] = []
  const { value } = file ?? {}
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : []
  for (const [key, raw] of file === undefined ? [] : entries) {
    const clause = leaves.find((one) => isNamed(one, key))
    if (clause === undefined || byClause.has(clause.id)) {
      // Of two numbers the nearest is a guess.
      const near = /^[\d.]+$/u.test(key)
        ? undefined
        : nearest(
            key,
            leaves.map(({ title }) => title),
          )
      const place = file?.placeOf([key], 'key')
      if (place !== undefined) unknown.push({ key, ...(near === undefined ? {} : { near }), place })
      continue
    }
    const score = readScore(raw)
    const place = file?.placeOf([key])
    if (score !== undefined && place !== undefined) byClause.set(clause.id, { ...score, place })
  }
  return { byClause, unknown }
}

/** A clause may be called by its number, the standard's, or its title. */
function isNamed({ id, number, aliases, standard, title, titles }: Clause, key: string): boolean {
  const plain = normalizeTitle(key)
  return (
    [id, number, standard, ...aliases].includes(key) ||
    [title, ...titles].some((one) => normalizeTitle(one) === plain)
  )
}

function readScore(
  raw: unknown,
): { readonly percent: Decimal; readonly note?: string } | undefined {
  if (typeof raw === 'number') return { percent: new Decimal(raw) }
  if (typeof raw !== 'object' || raw === null) return undefined
  const { score, note }: { readonly score?: unknown; readonly note?: unknown } = raw
  if (typeof score !== 'number') return undefined
  return { percent: new Decimal(score), ...(typeof note === 'string' ? { note } : {}) }
}

function scoredClause(clause: Clause, given: Given | undefined): ScoredClause {
  const points = pointsOf(clause)
  return {
    clause,
    ...(points === undefined ? {} : { points }),
    ...(given ?? {}),
    ...(points === undefined || given === undefined
      ? {}
      : { earned: points.times(given.percent).div(100) }),
  }
}

/** The clause's own, else those of its items together. */
function pointsOf({ points, requirements }: Clause): Decimal | undefined {
  if (isSpecified(points)) return new Decimal(points)
  const each = requirements.map((requirement) => requirement.points)
  return each.length > 0 && each.every(isSpecified)
    ? each.reduce<Decimal>((total, one) => total.plus(one), new Decimal(0))
    : undefined
}

function sum(clauses: readonly ScoredClause[]): ScoreSum {
  const scored = clauses.filter(({ percent }) => percent !== undefined)
  const add = (of: readonly ScoredClause[], key: 'points' | 'earned' | 'percent'): Decimal =>
    of.reduce((total, one) => total.plus(one[key] ?? 0), new Decimal(0))
  if (clauses.some(({ points }) => points === undefined))
    return scored.length === 0 ? {} : { percent: add(scored, 'percent').div(scored.length) }
  const [points, weight, earned] = [
    add(clauses, 'points'),
    add(scored, 'points'),
    add(scored, 'earned'),
  ]
  return {
    points,
    scored: weight,
    earned,
    ...(weight.isZero() ? {} : { percent: earned.div(weight).times(100) }),
  }
}
