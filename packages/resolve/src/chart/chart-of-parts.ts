import type { Indicator } from '@ziping/report'
import { valueIn, type YearValue } from '@ziping/report'
import type { ChartData, ChartSeries, MadeChart, SeriesRole } from '../chart-data.ts'
import { chartAxes } from './chart-axis.ts'
import type { ChartRequest } from './chart-request.ts'
import { saying } from './chart-saying.ts'
import { comparedLines, figuresOf, unitOf } from './chart-series.ts'
import { tooMany } from './refuse-chart.ts'

const mostParts = 8
const mostSpokes = 10
const mostRings = 4

/** Shares of a whole in one year: the last one that all parts have. */
export function arrangePie(request: ChartRequest): MadeChart {
  const { indicators } = request
  if (indicators.length > mostParts) return tooMany('pie', mostParts, indicators.length)
  const year = yearOfAll(request)
  if (year === undefined) return lacking(request)
  const own = acrossIndicators(`${year}年`, 'own', request, (one) => valueIn(one.values, year), [
    year,
  ])
  const wrong = own.values.findIndex((value) => value === undefined || value < 0)
  const zero = own.values.every((value) => value === 0)
  if (wrong >= 0 || zero) return notParts(indicators[Math.max(wrong, 0)]?.name ?? '')
  return chart(request, 'pie', [own])
}

/** Several indicators of one year as spokes; asked for several years, a ring for each. */
export function arrangeRadar(request: ChartRequest): MadeChart {
  const { indicators, compare } = request
  if (indicators.length > mostSpokes) return tooMany('radar', mostSpokes, indicators.length)
  const last = yearOfAll(request)
  if (last === undefined) return lacking(request)
  const years = request.yearsAsked ? request.years : [last]
  const own = years.map((year) =>
    acrossIndicators(`${year}年`, 'own', request, (one) => valueIn(one.values, year), [year]),
  )
  const roles = compare ?? (['target', 'benchmark'] as const)
  const others = roles.flatMap((role) => {
    const pick = (one: Indicator): YearValue | undefined =>
      valueIn(comparedLines(one, [role], [last])[0]?.values ?? [], last)
    const names = [...new Set(indicators.flatMap((one) => nameOf(one, role, last)))]
    const series = acrossIndicators(names.join('／'), role, request, pick, [])
    // A ring with holes is no ring: by default only what every spoke has.
    const whole = series.values.every((value) => value !== undefined)
    return whole || compare !== undefined ? [series] : []
  })
  const series = [...own, ...others]
  if (series.length > mostRings) return tooMany('radar', mostRings, series.length)
  return chart(request, 'radar', series)
}

function chart(
  request: ChartRequest,
  kind: 'pie' | 'radar',
  series: readonly ChartSeries[],
): MadeChart {
  const unit = request.indicators.map((one) => unitOf(one, request))[0] ?? ''
  const values = series.flatMap((one) => one.values.filter((value) => value !== undefined))
  // One ring's width of room below the least, or it would shrink to a point in the middle.
  const room = values.length === 0 ? [] : [2 * Math.min(...values) - Math.max(...values)]
  const data: ChartData = {
    kind,
    categories: request.indicators.map(({ name }) => name),
    series,
    axes:
      kind === 'pie'
        ? []
        : chartAxes([
            { unit, values: [...values, ...room.filter((value) => value > 0)], fromZero: false },
          ]),
    unit,
    figures: series.length > 1 ? 'table' : 'labels',
    ...saying(request, series),
  }
  return { kind: 'chart', data }
}

function acrossIndicators(
  name: string,
  role: SeriesRole,
  request: ChartRequest,
  pick: (indicator: Indicator) => YearValue | undefined,
  years: readonly number[],
): ChartSeries {
  const { indicators } = request
  const made = indicators.map((one) =>
    figuresOf([pick(one)], one.unit ?? '', unitOf(one, request), request.decimals),
  )
  const open = (one: Indicator): boolean => years.some((year) => one.provisional.includes(year))
  return {
    name,
    role,
    mark: 'line',
    axis: 0,
    values: made.map(({ figures }) => figures[0]?.value),
    texts: made.map(({ figures: [figure] }, index) => {
      const indicator = indicators[index]
      const star = indicator !== undefined && open(indicator) ? '*' : ''
      return figure === undefined ? undefined : figure.text + star
    }),
    decimals: Math.max(0, ...made.map(({ decimals }) => decimals)),
    provisional: years.filter((year) => indicators.some((one) => one.provisional.includes(year))),
  }
}

function nameOf(one: Indicator, role: Exclude<SeriesRole, 'own'>, year: number): readonly string[] {
  return comparedLines(one, [role], [year])
    .slice(0, 1)
    .map(({ name }) => name)
}

function yearOfAll({ indicators, years }: ChartRequest): number | undefined {
  return years.findLast((year) =>
    indicators.every((one) => valueIn(one.values, year) !== undefined),
  )
}

/** Says which part has no value in the last year. */
function lacking({ indicators, years }: ChartRequest): MadeChart {
  const last = years.at(-1) ?? 0
  const without = indicators.find((one) => valueIn(one.values, last) === undefined)
  const name = (without ?? indicators[0])?.name ?? ''
  return { kind: 'fault', fault: { kind: 'no-values', name, years: [last] } }
}

function notParts(name: string): MadeChart {
  return { kind: 'fault', fault: { kind: 'not-parts', name } }
}
