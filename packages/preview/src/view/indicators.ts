import { placeOfFile } from '@ziping/diagnostics'
import { type Comparison, type Indicator, valueIn } from '@ziping/report'
import type { Judged } from '../engine.ts'
import type { ShownIndicator } from '../protocol.ts'
import { holesByEntry } from './findings.ts'
import type { Mentions } from './mentions.ts'
import { whereOf } from './where.ts'

/** Every indicator, what it shows and what it lacks. */
export function showIndicators(
  { subject, findings }: Judged,
  mentions: Mentions,
): readonly ShownIndicator[] {
  const { indicators, resolver } = subject
  const { file, all } = indicators
  const { years } = resolver
  const ids = all.map(({ id }) => id)
  const holes = holesByEntry(file, ids, findings)
  return all.map((indicator): ShownIndicator => {
    const { id, name, unit, values, target, source } = indicator
    const last = years.at(-1) ?? 0
    const others = [...indicator.benchmark, ...indicator.competitor, ...indicator.industry]
    const place = file?.placeOf([id], 'key') ?? placeOfFile('ziping.yaml')
    return {
      id,
      name,
      unit: unit ?? '',
      where: whereOf(place),
      values: years.map((year) => valueIn(values, year)?.text ?? ''),
      target: valueIn(target, last)?.text ?? target.at(-1)?.text ?? '',
      benchmark: lastOf(indicator, 'benchmark', last),
      competitor: lastOf(indicator, 'competitor', last),
      level: valueIn(values, last) !== undefined,
      trend: years.length > 0 && years.every((year) => valueIn(values, year) !== undefined),
      hasTarget: target.length > 0,
      compared: others.some((other) => other.values.length > 0),
      source: source ?? '',
      clauses: mentions.indicators.get(id) ?? [],
      results: mentions.results.get(id) ?? [],
      holes: holes.get(id) ?? [],
    }
  })
}

/** The others' figures of the last year, each with its name where there are several. */
function lastOf(indicator: Indicator, whom: 'benchmark' | 'competitor', year: number): string {
  const all: readonly Comparison[] = indicator[whom]
  return all
    .flatMap(({ name, values }) => {
      const value = valueIn(values, year) ?? values.at(-1)
      if (value === undefined) return []
      return [all.length > 1 ? `${name} ${value.text}` : value.text]
    })
    .join('；')
}
