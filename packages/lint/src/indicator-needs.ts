import {
  type Award,
  type Clause,
  type DataWindow,
  type FindingLevel,
  type Need,
  parentsOf,
  windowYears,
} from '@ziping/award'
import { dimensionsOf, type Indicator } from '@ziping/report'
import { resultSeries, type ShownSeries, shownSeries } from './shown-indicators.ts'
import type { LintSubject } from './subject.ts'

/** What an award wants of a series: its run, and whom or what it is set against. */
export type SeriesPart = 'trend' | 'benchmark' | 'competitor' | 'target'

/** An indicator of which a part is wanted, and why. */
export interface Wanted {
  readonly indicator: Indicator
  readonly clause: Clause
  readonly severity: FindingLevel
  /** The years without holes, where the award names them. */
  readonly years: readonly number[] | undefined
}

const byNeed: Readonly<Record<SeriesPart, readonly Need[]>> = {
  trend: ['trend', 'own-past'],
  benchmark: ['benchmark'],
  competitor: ['peer'],
  target: ['target'],
}

/** The indicators of which an award wants a part; each once, at its strictest. */
export function wantedOf(subject: LintSubject, part: SeriesPart): readonly Wanted[] {
  const { award } = subject
  const wanted = new Map<Indicator, Wanted>()
  const add = (one: Wanted): void => {
    const before = wanted.get(one.indicator)
    const isStricter =
      before === undefined ||
      rank(one.severity) > rank(before.severity) ||
      (before.years === undefined && one.years !== undefined)
    if (isStricter) wanted.set(one.indicator, one)
  }
  const isRuled = award.rules[`indicator-without-${part}`] !== undefined
  for (const { indicator, section } of resultSeries(subject)) {
    const { clause } = section
    const window = windowOf(award, clause)
    const years = window === undefined ? undefined : yearsOf(subject, window)
    const dimension = dimensionsOf(award, clause).find(
      ({ id }) => id === (part === 'benchmark' || part === 'competitor' ? 'comparison' : part),
    )
    const severity =
      part === 'trend' && window !== undefined
        ? window.holes
        : (dimension?.required ?? (isRuled ? 'warning' : undefined))
    if (severity !== undefined) add({ indicator, clause, severity, years })
  }
  for (const one of wantedByRequirements(subject, part)) add(one)
  for (const one of wantedByClauses(subject, part)) add(one)
  return [...wanted.values()]
}

function rank(level: FindingLevel): number {
  return level === 'error' ? 2 : level === 'warning' ? 1 : 0
}

/** The window of years that applies to a clause or what it stands below. */
function windowOf(award: Award, clause: Clause): DataWindow | undefined {
  const ids = [clause.id, ...parentsOf(award.clauses, clause.id).map(({ id }) => id)]
  return award.windows.find(
    (window) => window.applies.some((id) => ids.includes(id)) && window.from !== window.to,
  )
}

/** The window's years; one that began later begins with the fact that shortens it. */
function yearsOf(
  { applicant, year }: LintSubject,
  window: DataWindow,
): readonly number[] | undefined {
  if (year === undefined) return undefined
  const years = windowYears(window, year)
  if (window.shortenTo === undefined) return years
  const since = Number(/^\d{4}/.exec(String(applicant.fact(window.shortenTo) ?? ''))?.[0] ?? 0)
  return years.filter((one) => one >= since)
}

/**
 * Series of a clause all requirements of which want them compared. What only the standard says, and not the notice, is
 * no more than a word of advice.
 */
function* wantedByClauses(subject: LintSubject, part: SeriesPart): Generator<Wanted> {
  for (const { indicator, section } of resultSeries(subject)) {
    const { clause } = section
    const { requirements } = clause
    const isWanted =
      requirements.length > 0 &&
      requirements.every(
        ({ needs, src }) =>
          src?.certainty === 'external' && needs.some((need) => byNeed[part].includes(need)),
      )
    if (isWanted) yield { indicator, clause, severity: 'info', years: undefined }
  }
}

/** Series that stand in the answer to a requirement which wants them compared. */
function* wantedByRequirements(subject: LintSubject, part: SeriesPart): Generator<Wanted> {
  const { award, report } = subject
  const shown = new Map<ShownSeries['block'], ShownSeries[]>()
  for (const one of shownSeries(subject))
    shown.set(one.block, [...(shown.get(one.block) ?? []), one])
  for (const section of report.sections)
    for (const { requirement, units } of section.answers) {
      const window = award.windows.find(({ applies }) => applies.includes(requirement.id))
      const isNeeded = requirement.needs.some((need) => byNeed[part].includes(need))
      if (!isNeeded && (part !== 'trend' || window === undefined)) continue
      const years = window === undefined ? undefined : yearsOf(subject, window)
      const usual = requirement.src?.certainty === 'external' ? 'info' : 'warning'
      const severity = (part === 'trend' ? window?.holes : undefined) ?? usual
      for (const { block } of units)
        for (const { indicator } of shown.get(block) ?? [])
          yield { indicator, clause: section.clause, severity, years }
    }
}
