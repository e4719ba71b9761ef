import type { ChartData, Drawing } from '@ziping/resolve'
import {
  type ChartDataLabels,
  type ChartFont,
  type ChartLine,
  ChartRun,
  type ChartRunOptions,
  type ChartSeries,
  type ChartValueAxis,
} from 'docx/charts'
import type { Writing } from './writing.ts'

type Series = ChartData['series'][number]
type ChartDrawing = Extract<Drawing, { readonly kind: 'chart' }>

/** Greys and dashes that stay apart on a black-and-white printer. */
const greys = ['404040', 'A6A6A6', '737373', 'D0D0D0', '1A1A1A', '8C8C8C']
const dashes = ['solid', 'dash', 'dot', 'dashDot', 'longDash', 'longDashDot'] as const
const shapes = ['circle', 'square', 'triangle', 'diamond', 'x', 'plus'] as const
const ink = '000000'
const font: ChartFont = { size: 9, color: ink }

/** A chart as Word's own, with its figures in a workbook that can be opened and changed. */
export function chartRun(drawing: ChartDrawing, writing: Writing): ChartRun {
  const { chart, width, height } = drawing
  const hasLegend = chart.series.length > 1 || chart.kind === 'pie'
  return new ChartRun({
    ...chartOptions(chart),
    font: { name: writing.faces.latin, color: ink },
    legend: hasLegend ? { position: 'bottom', font } : false,
    chartArea: { border: 'none' },
    transformation: { width: pixels(width), height: pixels(height) },
    altText: { name: '图表', description: described(drawing) },
  })
}

function chartOptions(chart: ChartData): ChartRunOptions {
  switch (chart.kind) {
    case 'pie':
      return pie(chart)
    case 'radar':
      return {
        type: 'radar',
        categories: [...chart.categories],
        series: chart.series.map((one, index) => lineSeries(one, index)),
        categoryAxis: { font },
        valueAxis: { font },
      }
    default:
      return columnsAndLines(chart)
  }
}

function pie({ categories, series }: ChartData): ChartRunOptions {
  return {
    type: 'pie',
    categories: [...categories],
    series: series.slice(0, 1).map((one) => ({
      ...values(one),
      colors: categories.map((_, index) => greys[index % greys.length]),
    })),
    dataLabels: { value: true, category: true, position: 'outsideEnd', font },
  }
}

function columnsAndLines(chart: ChartData): ChartRunOptions {
  const [first, second] = chart.axes
  const isLine = chart.series.every(({ mark }) => mark === 'line')
  return {
    type: isLine ? 'line' : 'column',
    categories: [...chart.categories],
    series: chart.series.map(
      (one, index): ChartSeries => ({
        ...(one.mark === 'line' ? lineSeries(one, index) : columnSeries(one, index)),
        ...(isLine ? {} : { type: one.mark }),
        axis: one.axis === 0 ? 'primary' : 'secondary',
        dataLabels: chart.figures === 'labels' ? labels(one) : false,
        pointLabels: chart.figures === 'labels' ? unfinished(one) : [],
      }),
    ),
    ...(chart.kind === 'stacked' ? { stacking: 'stacked' as const } : {}),
    categoryAxis: { font },
    valueAxis: axis(first),
    ...(second === undefined ? {} : { secondaryValueAxis: axis(second) }),
    // Its rows have no keys: the legend has them, which programs that know no such table show all the same.
    ...(chart.figures === 'table' ? { dataTable: { legendKeys: false, font } } : {}),
  }
}

/** The same ends, steps and unit as the chart printed from the same data. */
function axis(given: ChartData['axes'][number] | undefined): ChartValueAxis {
  const [first, next] = given?.ticks ?? []
  const last = given?.ticks.at(-1)
  const title =
    given === undefined || given.unit === '' ? {} : { title: { text: given.unit, font } }
  if (first === undefined || next === undefined || last === undefined) return { ...title, font }
  const ends = { minimum: first.value, maximum: last.value, interval: next.value - first.value }
  return { ...title, ...ends, font }
}

function labels({ decimals, mark }: Series): ChartDataLabels {
  const numberFormat = decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`
  return { value: true, position: mark === 'line' ? 'above' : 'outsideEnd', numberFormat, font }
}

/** A star at figures that are not final: text, since no number format knows them. */
function unfinished({ texts, mark }: Series): NonNullable<ChartSeries['pointLabels']> {
  const position = mark === 'line' ? 'above' : 'outsideEnd'
  return texts.map((text) => (text?.includes('*') === true ? { text, position, font } : undefined))
}

function columnSeries(series: Series, index: number): ChartSeries {
  return { ...values(series), color: greys[index % greys.length] ?? ink }
}

function lineSeries(
  series: Series,
  index: number,
): Pick<ChartSeries, 'name' | 'values' | 'color' | 'line' | 'markers'> {
  const line: ChartLine = {
    color: ink,
    width: 1.25,
    dash: dashes[index % dashes.length] ?? 'solid',
  }
  const shape = shapes[index % shapes.length] ?? 'circle'
  return { ...values(series), color: ink, line, markers: { shape, size: 6 } }
}

/** `null` is how the library calls a gap. */
function values({ name, values: measured }: Series): Pick<ChartSeries, 'name' | 'values'> {
  return { name, values: measured.map((value) => value ?? null) }
}

/** For those who hear the document: its title and every figure. */
function described({ chart, alt }: ChartDrawing): string {
  const rows = chart.series.map(
    ({ name, texts }) =>
      `${name}：${chart.categories.map((category, index) => `${category} ${texts[index] ?? '—'}`).join('，')}`,
  )
  return [alt, ...rows].filter((part) => part !== '').join('。')
}

function pixels(points: number): number {
  return (points * 96) / 72
}
