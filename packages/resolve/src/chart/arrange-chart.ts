import type { Indicator } from '@ziping/report'
import type { ChartData, ChartKind, ChartSeries, MadeChart } from '../chart-data.ts'
import { chartAxes } from './chart-axis.ts'
import { arrangePie, arrangeRadar } from './chart-of-parts.ts'
import type { ChartRequest } from './chart-request.ts'
import { saying } from './chart-saying.ts'
import { comparedLines, type Line, seriesOverYears, unitOf } from './chart-series.ts'
import { refusalOf, tooMany } from './refuse-chart.ts'

/** More marks than these are not told apart in black and white. */
const mostSeries = 6

/** From here on a course is read rather than single years. */
const yearsForLine = 5

export function arrangeChart(request: ChartRequest): MadeChart {
  const { indicators } = request
  const units = [...new Set(indicators.map((one) => unitOf(one, request)))]
  const kind = request.kind ?? bestKind(request, units.length)
  const fault = refusalOf(request, kind, units)
  if (fault !== undefined) return { kind: 'fault', fault }
  if (kind === 'pie') return arrangePie(request)
  if (kind === 'radar') return arrangeRadar(request)

  const series = indicators.flatMap((indicator, index) =>
    seriesOf(indicator, index, request, kind, units),
  )
  if (series.length > mostSeries) return tooMany(kind, mostSeries, series.length)
  return { kind: 'chart', data: overYears(request, kind, units, series) }
}

/** A course over five years is a line; fewer years are columns; two units need two axes. */
function bestKind({ indicators, years }: ChartRequest, units: number): ChartKind {
  if (units > 1) return 'combined'
  if (years.length >= yearsForLine || areClose(indicators, years)) return 'line'
  return indicators.length === 1 ? 'column' : 'grouped'
}

/** Columns of 97 % and 98 % look the same; a line shows which way they go. */
function areClose(indicators: readonly Indicator[], years: readonly number[]): boolean {
  return indicators.every(({ values }) => {
    const numbers = values.filter(({ year }) => years.includes(year)).map(({ number }) => number)
    return numbers.length > 2 && Math.min(...numbers) > Math.max(...numbers) * 0.75
  })
}

function seriesOf(
  indicator: Indicator,
  index: number,
  request: ChartRequest,
  kind: ChartKind,
  units: readonly string[],
): readonly ChartSeries[] {
  const several = request.indicators.length > 1
  const to = unitOf(indicator, request)
  const axis = units.indexOf(to) > 0 ? 1 : 0
  const own: Line = { name: indicator.name, role: 'own', values: indicator.values }
  // Several indicators with all their comparisons would hide each other.
  const others =
    kind === 'stacked' || (several && request.compare === undefined)
      ? []
      : comparedLines(indicator, request.compare, request.years)
  return [own, ...others].map((line) => {
    const name = several && line.role !== 'own' ? `${indicator.name}（${line.name}）` : line.name
    return seriesOverYears(
      line,
      request,
      { name, mark: markOf(kind, line, index, units.length > 1 ? axis : undefined), axis },
      { from: indicator.unit ?? '', to },
      indicator.provisional,
    )
  })
}

/** `axis` where there are two: what is read on the left are columns. */
function markOf(
  kind: ChartKind,
  { role }: Line,
  index: number,
  axis: 0 | 1 | undefined,
): ChartSeries['mark'] {
  switch (kind) {
    case 'grouped':
    case 'stacked':
      return 'column'
    case 'column':
      return role === 'own' ? 'column' : 'line'
    case 'combined':
      return role === 'own' && (axis ?? index) === 0 ? 'column' : 'line'
    default:
      return 'line'
  }
}

function overYears(
  request: ChartRequest,
  kind: ChartKind,
  units: readonly string[],
  series: readonly ChartSeries[],
): ChartData {
  const needs = units.map((unit, axis) => ({
    unit,
    values: kind === 'stacked' ? heights(series) : valuesOn(series, axis),
    fromZero: series.some((one) => one.axis === axis && one.mark === 'column'),
  }))
  const categories = request.years.map((year) => `${year}年`)
  return {
    kind,
    categories,
    series,
    axes: chartAxes(needs),
    unit: units.join('、'),
    figures: figuresFor(kind, series),
    ...saying(request, series),
  }
}

function valuesOn(series: readonly ChartSeries[], axis: number): readonly number[] {
  return series
    .filter((one) => one.axis === axis)
    .flatMap(({ values }) => values.filter((value) => value !== undefined))
}

/** How far a stack reaches up and down in each year. */
function heights(series: readonly ChartSeries[]): readonly number[] {
  const [first] = series
  return (first?.values ?? []).flatMap((_, index) => {
    const values = series.map((one) => one.values[index] ?? 0)
    const sum = (some: readonly number[]): number => some.reduce((a, b) => a + b, 0)
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))]
  })
}

/** Figures stand apart beside one or two lines, or on columns; a line across columns would run through them. */
function figuresFor(kind: ChartKind, series: readonly ChartSeries[]): ChartData['figures'] {
  const columns = series.filter(({ mark }) => mark === 'column').length
  if (kind === 'stacked' || series.length > 2 || (columns > 0 && columns < series.length))
    return 'table'
  const widths = series.map(({ texts }) =>
    texts.reduce((sum, text) => sum + Math.max(text?.length ?? 0, 4), 0),
  )
  const needed = columns > 1 ? widths.reduce((a, b) => a + b, 0) : Math.max(0, ...widths)
  return needed > 64 ? 'table' : 'labels'
}
