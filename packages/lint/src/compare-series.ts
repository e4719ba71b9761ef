import type { Comparison, Indicator } from '@ziping/report'
import { valueIn } from '@ziping/report'
import type { Wanted } from './indicator-needs.ts'

/** How an indicator falls short of being compared: with nobody at all, or not in some of the years asked for. */
export type Shortfall = 'none' | readonly number[]

/** What lacks of the comparison that is wanted; `among` are those that serve. */
export function shortfallOf(
  { indicator, years }: Wanted,
  among: readonly Comparison[],
): Shortfall | undefined {
  const compared = among.filter(({ values }) => values.length > 0)
  if (compared.length === 0) return 'none'
  const asked = years ?? lastYear(indicator)
  const missing = asked.filter(
    (year) =>
      valueIn(indicator.values, year) !== undefined &&
      compared.every(({ values }) => valueIn(values, year) === undefined),
  )
  return missing.length === 0 ? undefined : missing
}

function lastYear({ values }: Indicator): readonly number[] {
  const last = values.at(-1)?.year
  return last === undefined ? [] : [last]
}

export function showYears(years: readonly number[]): string {
  return years.map((year) => `${year}年`).join('、')
}
