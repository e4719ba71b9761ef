import { type ChartData, type ChartMark, type Drawing, marksOf, partMarks } from '@ziping/resolve'
import {
  type ChartDataLabels,
  type ChartFont,
  type ChartLineDash,
  type ChartMarkerShape,
  ChartRun,
  type ChartRunOptions,
  type ChartSeries,
  type ChartValueAxis,
} from 'docx/charts'
import { colourOf } from './chart-fills.ts'
import type { Writing } from './writing.ts'

type Series = ChartData['series'][number]
type ChartDrawing = Extract<Drawing, { readonly kind: 'chart' }>

const shapes: Readonly<Record<ChartMark['point'], ChartMarkerShape>> = {
  circle: 'circle',
  square: 'square',
  diamond: 'diamond',
  triangle: 'triangle',
  plus: 'plus',
}
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
        series: marked(chart).map(([one, mark]) => lineSeries(one, mark)),
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
      colors: partMarks(categories.length).map(colourOf),
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
    series: marked(chart).map(
      ([one, mark]): ChartSeries => ({
        ...(one.mark === 'line' ? lineSeries(one, mark) : columnSeries(one, mark)),
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
    given === undefined || given.unit === '' ? {} : { title: { text: `单位：${given.unit}`, font } }
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

function columnSeries(series: Series, mark: ChartMark): ChartSeries {
  return { ...values(series), color: colourOf(mark) }
}

function lineSeries(
  series: Series,
  mark: ChartMark,
): Pick<ChartSeries, 'name' | 'values' | 'color' | 'line' | 'markers'> {
  const color = mark.color.slice(1)
  const width = series.role === 'own' ? 2 : 1.25
  const line = { color, width, dash: dashOf(mark) }
  return { ...values(series), color, line, markers: { shape: shapes[mark.point], size: 6 } }
}

/** Each series with the look it has in print. */
function marked({ series }: ChartData): readonly (readonly [Series, ChartMark])[] {
  const marks = marksOf(series)
  return series.flatMap((one, index) => {
    const mark = marks[index]
    return mark === undefined ? [] : [[one, mark] as const]
  })
}

/** The nearest of Word's dashes, by how many strokes there are before they repeat and how long the first is. */
function dashOf({ dash }: ChartMark): ChartLineDash {
  const [first = 0] = dash
  if (dash.length === 0) return 'solid'
  if (dash.length > 4) return 'longDashDotDot'
  if (dash.length > 2) return 'dashDot'
  if (first < 2) return 'shortDot'
  return first > 8 ? 'longDash' : first > 4 ? 'dash' : 'shortDash'
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
