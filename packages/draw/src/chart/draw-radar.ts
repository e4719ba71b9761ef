import type { ChartData } from '@ziping/resolve'
import { type ChartMark, marksOf } from '@ziping/resolve'
import { type ChartLook, fontFamily } from './chart-look.ts'
import type { DrawnParts } from './draw-over-years.ts'
import { drawFigureTable, type FigureCell, type FigureTable, rowHeights } from './figure-table.ts'
import { drawPlot, familyInPlot } from './plot.ts'
import { scaleOf } from './plot-over-years.ts'
import { printable, textAt } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

/** Spokes at the left; where several rings are compared, their figures in a table at the right. */
export function drawRadar(chart: ChartData, look: ChartLook, prefix: string): DrawnParts {
  const { width, height, fontSize: size } = look
  const marks = marksOf(chart.series)
  const withTable = chart.figures === 'table'
  const room = withTable ? width * 0.55 : width
  const radius = Math.max(Math.min(height / 2 - size * (withTable ? 2.3 : 3.2), room * 0.25), 10)
  const option = {
    textStyle: { fontFamily: familyInPlot, fontSize: size, color: '#000' },
    radar: radar(chart, { room, radius, height, size }),
    series: chart.series.map((series, index) => ring(chart, series.values, marks[index])),
  }
  const plot = drawPlot(option, look, marks, fontFamily(look.fonts), prefix)
  const unit = textAt(chart.unit === '' ? '' : `单位：${chart.unit}`, { x: 0, y: size * 0.7, size })
  const table = withTable ? drawRings(chart, marks, look, prefix) : ''
  return {
    svg: plot + drawRingNumbers(chart, { room, radius, height, size }) + unit + table,
    marks,
  }
}

interface Spokes {
  readonly room: number
  readonly radius: number
  readonly height: number
  readonly size: number
}

function radar(chart: ChartData, { room, radius, height, size }: Spokes) {
  const [axis] = chart.axes
  const scale = axis === undefined ? 1 : scaleOf(axis)
  const [low, high] = [
    (axis?.ticks[0]?.value ?? 0) / scale,
    (axis?.ticks.at(-1)?.value ?? 1) / scale,
  ]
  const ems = Math.max((room / 2 - radius - 6) / size, 3)
  const own = chart.figures === 'labels' ? chart.series[0]?.texts : undefined
  return {
    center: [room / 2, height / 2 + size * 0.4],
    radius,
    splitNumber: Math.max((axis?.ticks.length ?? 2) - 1, 1),
    axisNameGap: 5,
    axisName: { color: '#000', fontSize: size, lineHeight: size * 1.2, fontFamily: familyInPlot },
    indicator: chart.categories.map((name, index) => {
      const lines = wrapText(printable(name), ems)
      const figure = own === undefined ? [] : [own[index] ?? '—']
      return { name: [...lines, ...figure].join('\n'), min: low, max: high }
    }),
    splitArea: { show: false },
    splitLine: { lineStyle: { color: '#b8b8b8', width: 0.5 } },
    axisLine: { lineStyle: { color: '#b8b8b8', width: 0.5 } },
  }
}

function ring(
  chart: ChartData,
  values: readonly (number | undefined)[],
  mark: ChartMark | undefined,
) {
  const [axis] = chart.axes
  const scale = axis === undefined ? 1 : scaleOf(axis)
  const color = mark?.color ?? '#000'
  const dash = mark?.dash ?? []
  const point = mark?.point ?? 'circle'
  return {
    type: 'radar',
    silent: true,
    emphasis: { disabled: true },
    symbol: point === 'square' ? 'rect' : point === 'plus' ? 'circle' : point,
    symbolSize: 5,
    lineStyle: { color, width: 1.5, type: dash.length === 0 ? 'solid' : [...dash] },
    itemStyle: {
      color: mark?.hollow === true ? '#ffffff' : color,
      borderColor: color,
      borderWidth: 1,
    },
    data: [{ value: values.map((value) => (value === undefined ? '-' : value / scale)) }],
  }
}

/** What the innermost and outermost ring stand for: the middle need not be zero. */
function drawRingNumbers({ axes }: ChartData, { room, radius, height, size }: Spokes): string {
  const ticks = axes[0]?.ticks ?? []
  const middle = height / 2 + size * 0.4
  return ticks
    .map(({ text }, index) => {
      const up = (radius * index) / Math.max(ticks.length - 1, 1)
      const place = { x: room / 2 - 2.5, y: middle - up, size: size * 0.7, anchor: 'end' } as const
      return index % 2 === ticks.length % 2 ? '' : textAt(text, place)
    })
    .join('')
}

function drawRings(
  chart: ChartData,
  marks: readonly ChartMark[],
  look: ChartLook,
  prefix: string,
): string {
  const x = look.width * 0.57
  const width = look.width * 0.43 - 1
  const sizes = [0.95, 0.88, 0.8, 0.72].map((part) => look.fontSize * part)
  const tables = sizes.map((size) => ringTable(chart, marks, width, size))
  const total = (table: FigureTable): number => rowHeights(table).reduce((a, b) => a + b, 0)
  const table = tables.find((one) => total(one) <= look.height - 4) ?? tables.at(-1)
  if (table === undefined) throw new Error('There is always a smallest size')
  return drawFigureTable(table, { x, y: Math.max((look.height - total(table)) / 2, 0) }, prefix)
}

function ringTable(
  chart: ChartData,
  marks: readonly ChartMark[],
  width: number,
  size: number,
): FigureTable {
  const longest = Math.max(...chart.categories.map(textWidth)) * size + 8
  const first = Math.min(longest, width * 0.4)
  const column = (width - first) / chart.series.length
  const head = chart.series.map(({ name }, index): FigureCell => {
    const mark = marks[index]
    return {
      text: name,
      align: 'middle',
      ...(mark === undefined ? {} : { key: { mark, as: 'line' } }),
    }
  })
  const rows = chart.categories.map((name, index): readonly FigureCell[] => [
    { text: name, align: 'start' },
    ...chart.series.map(
      ({ texts }): FigureCell => ({ text: texts[index] ?? '—', align: 'middle' }),
    ),
  ])
  const corner: FigureCell = { text: '', align: 'middle' }
  return {
    columns: [first, ...chart.series.map(() => column)],
    rows: [[corner, ...head], ...rows],
    size,
  }
}
