import type { ChartData } from '@ziping/resolve'
import { type ChartMark, marksOf } from '@ziping/resolve'
import { type ChartLook, fontFamily } from './chart-look.ts'
import {
  drawFigureTable,
  type FigureCell,
  type FigureTable,
  fittingSize,
  rowHeights,
} from './figure-table.ts'
import { drawLegend, keyWidth } from './legend.ts'
import { drawPlot } from './plot.ts'
import { optionOverYears, type PlotFrame } from './plot-over-years.ts'
import { textAt } from './svg.ts'
import { textWidth } from './text-width.ts'

/** What is drawn, and the marks whose patterns it needs. */
export interface DrawnParts {
  readonly svg: string
  readonly marks: readonly ChartMark[]
}

export function drawOverYears(chart: ChartData, look: ChartLook, prefix: string): DrawnParts {
  const marks = marksOf(chart.series)
  const arranged =
    chart.figures === 'table'
      ? arrangeWithTable(chart, marks, look, prefix)
      : arrangeWithLabels(chart, marks, look, prefix)
  const plot = drawPlot(
    optionOverYears(chart, marks, arranged.frame, look.fontSize),
    look,
    marks,
    fontFamily(look.fonts),
    prefix,
  )
  return { svg: plot + arranged.svg + drawUnits(chart, arranged.frame, look), marks }
}

interface Arranged {
  readonly svg: string
  readonly frame: PlotFrame
}

/** Legend above, years below; the figures stand in the plot. */
function arrangeWithLabels(
  chart: ChartData,
  marks: readonly ChartMark[],
  look: ChartLook,
  prefix: string,
): Arranged {
  const { width, height, fontSize: size } = look
  const left = tickWidth(chart, 0, size)
  const right = tickWidth(chart, 1, size)
  const items = chart.series.flatMap(({ name, mark: as }, index) => {
    const mark = marks[index]
    return mark === undefined ? [] : [{ name, mark, as }]
  })
  const unitRoom = left + textWidth(unitText(chart, 0)) * size
  const room = { left: unitRoom, right: width - right, top: 0, size }
  const legend = drawLegend(items, room, prefix)
  // Below it a line for figures that stand on the highest marks.
  const frame = {
    left,
    right,
    top: Math.max(legend.height, size * 1.4) + size * 1.7,
    bottom: size * 1.8,
  }
  const slot = (width - left - right) / chart.categories.length
  const fits = chart.categories.every((name) => textWidth(name) * size < slot)
  const years = chart.categories.map((name, index) =>
    textAt(fits ? name : name.replace(/年$/, ''), {
      x: left + slot * (index + 0.5),
      y: height - size * 0.85,
      size: fits ? size : fittingSize(chart.categories.map(shortYear), slot, size),
      anchor: 'middle',
    }),
  )
  return { svg: legend.svg + years.join(''), frame }
}

function shortYear(category: string): string {
  return category.replace(/年$/, '')
}

/** The legend is a table below the plot, its columns under the years. */
function arrangeWithTable(
  chart: ChartData,
  marks: readonly ChartMark[],
  look: ChartLook,
  prefix: string,
): Arranged {
  const { width, height, fontSize } = look
  const right = Math.max(tickWidth(chart, 1, fontSize), 0.4)
  // Smaller until the plot keeps half of the picture.
  const sizes = [1, 0.92, 0.85, 0.78, 0.7].map((part) => fontSize * part)
  const tables = sizes.map((size) => tableOf(chart, marks, width - right, size))
  const total = (table: FigureTable): number => rowHeights(table).reduce((a, b) => a + b, 0)
  const table = tables.find((one) => total(one) <= height * 0.5) ?? tables.at(-1)
  if (table === undefined) throw new Error('There is always a smallest size')
  const bottom = total(table) + 1
  const frame = { left: table.columns[0] ?? 0, right, top: fontSize * 1.7, bottom }
  return { svg: drawFigureTable(table, { x: 0, y: height - bottom }, prefix), frame }
}

function tableOf(
  chart: ChartData,
  marks: readonly ChartMark[],
  width: number,
  wanted: number,
): FigureTable {
  const names = chart.series.map(({ name, axis }) =>
    chart.axes.length > 1 ? `${name}（${chart.axes[axis]?.unit ?? ''}）` : name,
  )
  const longest = Math.max(...names.map(textWidth)) * wanted + keyWidth + 12
  const ticks = Math.max(tickWidth(chart, 0, wanted), keyWidth + wanted * 3)
  const first = Math.max(ticks, Math.min(longest, width * 0.34))
  const column = (width - first) / chart.categories.length
  const texts = chart.series.flatMap((one) => one.texts.map((text) => text ?? '—'))
  const size = fittingSize([...texts, ...chart.categories.map(shortYear)], column, wanted)
  const long = chart.categories.some((name) => textWidth(name) * size > column - 6)
  const head = chart.categories.map((name) => middle(long ? shortYear(name) : name))
  const rows = chart.series.map((series, index): readonly FigureCell[] => {
    const mark = marks[index]
    const key = mark === undefined ? {} : { key: { mark, as: series.mark } }
    const name = { text: names[index] ?? '', align: 'start' as const, ...key }
    return [name, ...series.texts.map((text) => middle(text ?? '—'))]
  })
  const columns = [first, ...chart.categories.map(() => column)]
  return { columns, rows: [[middle(''), ...head], ...rows], size }
}

function middle(text: string): FigureCell {
  return { text, align: 'middle' }
}

/** The room the numbers of an axis need beside it. */
function tickWidth({ axes }: ChartData, axis: 0 | 1, size: number): number {
  const texts = axes[axis]?.ticks.map(({ text }) => text)
  return texts === undefined ? 2 : Math.max(...texts.map(textWidth)) * size + 9
}

function unitText({ axes }: ChartData, axis: 0 | 1): string {
  const unit = axes[axis]?.unit ?? ''
  return unit === '' ? '' : `单位：${unit}`
}

function drawUnits(chart: ChartData, { right }: PlotFrame, look: ChartLook): string {
  const { fontSize: size, width } = look
  const y = size * 0.7
  const left = textAt(unitText(chart, 0), { x: 0, y, size })
  const other = textAt(unitText(chart, 1), {
    x: width - Math.min(right, 2),
    y,
    size,
    anchor: 'end',
  })
  return left + (chart.axes.length > 1 ? other : '')
}
