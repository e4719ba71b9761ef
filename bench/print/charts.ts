// The charts of the report: the sample's indicators. Ours draws them while it builds; the others are given them drawn.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { ChartData, ChartSeries, SeriesRole } from '@ziping/resolve'
import { parse } from 'yaml'
import { drawChart } from '../../packages/draw/src/index.ts'

const file = path.resolve(
  import.meta.dirname,
  '../../content/samples/nantong-org/data/indicators.yaml',
)

interface Values {
  readonly values: Readonly<Record<string, number>>
}

interface Indicator extends Values {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly benchmark?: Values
  readonly competitor?: Values
}

/** Those with a benchmark and a competitor: lines and columns enough for a chart. */
export const charts: readonly Indicator[] = Object.entries(
  parse(readFileSync(file, 'utf8')) as Readonly<Record<string, Omit<Indicator, 'id'>>>,
)
  .map(([id, indicator]) => ({ id, ...indicator }))
  .filter(({ benchmark, competitor }) => isPlain(benchmark) && isPlain(competitor))

/** Half of them columns, half lines. */
export function typeOf(number: number): '折线' | '柱状' {
  return number % 2 === 0 ? '折线' : '柱状'
}

/** A chart in the fonts that every tool is given. */
export async function drawnChart(number: number): Promise<string> {
  const indicator = charts[number % charts.length]
  if (indicator === undefined) throw new Error('the sample has no indicators')
  const look = {
    width: 400,
    height: 210,
    fonts: ['Liberation Serif', 'Noto Serif SC'],
    fontSize: 9,
  }
  return (await drawChart(dataOf(indicator, number), look)).svg
}

function dataOf(indicator: Indicator, number: number): ChartData {
  const { unit, benchmark = indicator, competitor = indicator } = indicator
  const years = Object.keys(indicator.values)
  const isLine = typeOf(number) === '折线'
  const series = [
    seriesOf('本公司', 'own', isLine ? 'line' : 'column', indicator, years),
    seriesOf('标杆', 'benchmark', 'line', benchmark, years),
    seriesOf('竞争对手', 'competitor', 'line', competitor, years),
  ]
  const most = Math.max(...series.flatMap(({ values }) => values.map((value) => value ?? 0)))
  const ticks = [0, 1, 2, 3, 4, 5].map((step) => ({
    value: (step * most) / 4,
    text: ((step * most) / 4).toFixed(1),
  }))
  return {
    kind: isLine ? 'line' : 'combined',
    categories: years.map((year) => `${year}年`),
    series,
    axes: [{ unit, ticks }],
    unit,
    figures: 'labels',
  }
}

function seriesOf(
  name: string,
  role: SeriesRole,
  mark: ChartSeries['mark'],
  { values }: Values,
  years: readonly string[],
): ChartSeries {
  const numbers = years.map((year) => values[year])
  const texts = numbers.map((value) => value?.toFixed(1))
  return { name, role, mark, axis: 0, values: numbers, texts, decimals: 1, provisional: [] }
}

function isPlain(values: unknown): boolean {
  return typeof values === 'object' && values !== null && 'values' in values
}
