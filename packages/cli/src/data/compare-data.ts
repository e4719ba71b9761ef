import type { Language } from '@ziping/diagnostics'
import {
  type ChangedCell,
  changedCells,
  compareIndicators,
  type FigureChange,
  type IndicatorChange,
} from '@ziping/forms'
import type { LintSubject } from '@ziping/lint'
import { contradicted, placesOf, type TouchedPlace } from './touched-places.ts'

/** An indicator with what changes in it, and where the texts draw on it. */
export interface ChangedIndicator {
  readonly id: string
  readonly name: string
  readonly unit?: string
  readonly changes: readonly (FigureChange | IndicatorChange)[]
  readonly places: readonly TouchedPlace[]
}

export interface DataDifference {
  readonly indicators: readonly ChangedIndicator[]
  readonly cells: readonly ChangedCell[]
  /** Typed sentences that no longer agree. */
  readonly sentences: readonly TouchedPlace[]
}

/** What other indicators change in a workspace. */
export function compareData(
  before: LintSubject,
  after: LintSubject,
  language: Language,
): DataDifference {
  const changes = compareIndicators(before.indicators, after.indicators)
  const ids = [...new Set(changes.map(({ indicator }) => indicator))]
  return {
    indicators: ids.map((id) => changedIndicator(id, changes, before, after)),
    cells: changedCells(before.award, before.form, after.form),
    sentences: changes.length === 0 ? [] : contradicted(before, after, language),
  }
}

function changedIndicator(
  id: string,
  all: readonly (FigureChange | IndicatorChange)[],
  before: LintSubject,
  after: LintSubject,
): ChangedIndicator {
  const changes = all.filter(({ indicator }) => indicator === id)
  const known = before.indicators.byId.get(id) ?? after.indicators.byId.get(id)
  return {
    id,
    name: known?.name ?? id,
    ...(known?.unit === undefined ? {} : { unit: known.unit }),
    changes,
    places: placesOf(before, id, yearsOf(changes, known?.values ?? [])),
  }
}

/** A new unit touches every year. */
function yearsOf(
  changes: readonly (FigureChange | IndicatorChange)[],
  values: readonly { readonly year: number }[],
): ReadonlySet<number> {
  const named = changes.flatMap((change) => (change.kind === 'figure' ? [change.year] : []))
  const isWhole = changes.some(({ kind }) => kind === 'indicator')
  return new Set([...named, ...(isWhole ? values.map(({ year }) => year) : [])])
}
