import type { Chart, Indicators } from '@ziping/report'
import { arrangeChart } from './chart/arrange-chart.ts'
import type { ChartFault } from './chart/chart-faults.ts'
import { readChartRequest } from './chart/chart-request.ts'

export type ChartKind = 'line' | 'column' | 'grouped' | 'stacked' | 'pie' | 'radar' | 'combined'

export type SeriesRole = 'own' | 'target' | 'benchmark' | 'competitor' | 'industry'

export interface ChartSeries {
  readonly name: string
  readonly role: SeriesRole
  readonly mark: 'column' | 'line'
  /** Which of the axes it is read on. */
  readonly axis: 0 | 1
  /** One for each category; absent where nothing was measured. */
  readonly values: readonly (number | undefined)[]
  /** The same as they print: with the series' decimals, and `*` where not yet final. */
  readonly texts: readonly (string | undefined)[]
  readonly decimals: number
  /** Years whose values are not yet final. */
  readonly provisional: readonly number[]
}

export interface ChartAxis {
  readonly unit: string
  /** Evenly spaced, first and last being the ends of the axis. */
  readonly ticks: readonly { readonly value: number; readonly text: string }[]
}

/** A chart as every renderer draws it. It has no title: the caption stands outside. */
export interface ChartData {
  readonly kind: ChartKind
  /** Years (`2019年`), or the indicators of a pie or radar. */
  readonly categories: readonly string[]
  readonly series: readonly ChartSeries[]
  /** None for a pie; two at most. */
  readonly axes: readonly ChartAxis[]
  readonly unit: string
  /** Figures stand at the marks, or in a table below, where there are too many to stand apart. */
  readonly figures: 'labels' | 'table'
  /** Where the figures come from, without the word 数据来源. */
  readonly source?: string
  /** What must be said below, e.g. that figures with * are not final. */
  readonly note?: string
}

export type MadeChart =
  | { readonly kind: 'chart'; readonly data: ChartData }
  | { readonly kind: 'fault'; readonly fault: ChartFault }

/** What `::图表[…]{指标=… 类型=…}` shows; `years` are those of the award, the last of which ends the chart. */
export function chartData(
  chart: Pick<Chart, 'indicators' | 'attributes'>,
  indicators: Indicators,
  years: readonly number[],
): MadeChart {
  const request = readChartRequest(chart, indicators, years)
  return request.kind === 'fault' ? request : arrangeChart(request.request)
}
