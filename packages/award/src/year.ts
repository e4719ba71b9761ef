import type { Award } from './award.ts'
import type { DataWindow } from './dimension.ts'
import { isSpecified } from './specified.ts'
import type { YearReference } from './terms.ts'

const reference = /^Y(?<offset>[+-]\d+)?$/u

/** `Y-3` of 2020 is 2017; a reference to a fact (`project.inService`) is no year of its own. */
export function resolveYear(written: YearReference | string, year: number): number | undefined {
  const match = reference.exec(written)
  return match === null ? undefined : year + Number(match.groups?.['offset'] ?? 0)
}

/** The award's year; where the award has none, the one the workspace gives. */
export function awardYear(award: Award, workspaceYear?: number): number | undefined {
  return isSpecified(award.year) ? award.year : workspaceYear
}

/** The years a window spans; an end that is a fact or the day of filing is the award's year. */
export function windowYears(window: DataWindow, year: number): readonly number[] {
  const from = resolveYear(window.from, year) ?? year
  const to = resolveYear(window.to, year) ?? year
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index)
}

/**
 * The years figures are asked for: those of the window of several years that demands them without
 * holes, else of the first that minds holes at all.
 */
export function awardYears(award: Award, workspaceYear?: number): readonly number[] {
  const year = awardYear(award, workspaceYear)
  if (year === undefined) return []
  const spans = award.windows
    .map((window) => ({ window, years: windowYears(window, year) }))
    .filter(({ window, years }) => years.length > 1 && window.holes !== 'info')
  const strict = spans.find(({ window }) => window.holes === 'error')
  return (strict ?? spans[0])?.years ?? []
}

/** Fills in the years of a printed text: `{Y-1}年` becomes 2019年. */
export function printYears(text: string, year: number): string {
  return text.replaceAll(/\{(Y(?:[+-]\d+)?)\}/gu, (_, written: string) =>
    String(resolveYear(written, year)),
  )
}
