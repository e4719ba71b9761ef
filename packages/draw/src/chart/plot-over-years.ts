import type { ChartAxis, ChartData, ChartMark, ChartPoint, ChartSeries } from '@ziping/resolve'
import type { EChartsCoreOption } from 'echarts/core'
import { fillColor } from './marks.ts'
import { familyInPlot } from './plot.ts'
import { printable } from './svg.ts'

/** The rectangle of the axes within the picture. */
export interface PlotFrame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

const symbols: Readonly<Record<ChartPoint, string>> = {
  circle: 'circle',
  square: 'rect',
  diamond: 'diamond',
  triangle: 'triangle',
  plus: 'path://M-1 -1L1 1M-1 1L1 -1',
}

/** Lines and columns over years. */
export function optionOverYears(
  chart: ChartData,
  marks: readonly ChartMark[],
  frame: PlotFrame,
  size: number,
): EChartsCoreOption {
  const scales = chart.axes.map(scaleOf)
  return {
    textStyle: { fontFamily: familyInPlot, fontSize: size, color: '#000' },
    grid: { ...frame, outerBoundsMode: 'none', containLabel: false },
    xAxis: {
      type: 'category',
      data: chart.categories.map(printable),
      axisLabel: { show: false },
      axisTick: { show: chart.figures === 'labels', alignWithLabel: false, length: 3 },
      axisLine: { lineStyle: { color: '#000', width: 0.8 } },
    },
    yAxis: chart.axes.map((axis, index) => valueAxis(axis, scales[index] ?? 1, index, size)),
    series: chart.series.flatMap((series, index) => {
      const mark = marks[index]
      if (mark === undefined) return []
      const scale = scales[series.axis] ?? 1
      const data = series.values.map((value, at) => item(chart, series, value, at, scale))
      return [
        {
          ...(series.mark === 'column' ? column(chart, mark) : line(mark, series.role === 'own')),
          data,
          yAxisIndex: series.axis,
          label: label(chart, size),
        },
      ]
    }),
  }
}

/** Powers of ten are taken out, so that neither 10³⁰⁰ nor 10⁻³⁰⁰ meets the library's arithmetic. */
export function scaleOf({ ticks }: ChartAxis): number {
  const largest = Math.max(...ticks.map(({ value }) => Math.abs(value)), 0)
  return largest > 0 ? 10 ** Math.floor(Math.log10(largest)) || Number.MIN_VALUE : 1
}

function valueAxis({ ticks }: ChartAxis, scale: number, index: number, size: number) {
  const [low, high] = [(ticks[0]?.value ?? 0) / scale, (ticks.at(-1)?.value ?? 1) / scale]
  const interval = (high - low) / Math.max(ticks.length - 1, 1)
  return {
    type: 'value',
    min: low,
    max: high,
    interval,
    position: index === 0 ? 'left' : 'right',
    axisLabel: {
      color: '#000',
      fontSize: size,
      margin: 5,
      formatter: (value: number) => ticks[Math.round((value - low) / interval)]?.text ?? '',
    },
    axisLine: { show: true, lineStyle: { color: '#000', width: 0.8 } },
    axisTick: { show: true, length: 3 },
    splitLine: { show: index === 0, lineStyle: { color: '#d0d0d0', width: 0.5 } },
  }
}

function column({ kind, series }: ChartData, mark: ChartMark) {
  const columns = series.filter((one) => one.mark === 'column').length
  return {
    type: 'bar',
    silent: true,
    emphasis: { disabled: true },
    ...(kind === 'stacked' ? { stack: 'all' } : {}),
    barMaxWidth: 44,
    barGap: '8%',
    barCategoryGap: columns > 1 ? '26%' : '46%',
    itemStyle: { color: fillColor(mark), borderColor: mark.color, borderWidth: 0.8 },
  }
}

function line(mark: ChartMark, own: boolean) {
  const { color, hollow, dash, point } = mark
  return {
    type: 'line',
    silent: true,
    emphasis: { disabled: true },
    // Above columns; the applicant's own above whatever it is compared with.
    z: own ? 5 : 4,
    symbol: symbols[point],
    symbolSize: point === 'circle' || point === 'square' ? 5 : 6,
    showAllSymbol: true,
    connectNulls: true,
    clip: false,
    lineStyle: { color, width: own ? 2 : 1.4, type: dash.length === 0 ? 'solid' : [...dash] },
    itemStyle: {
      color: point === 'plus' ? 'transparent' : hollow ? '#ffffff' : color,
      borderColor: color,
      borderWidth: 1,
    },
  }
}

function label({ figures }: ChartData, size: number) {
  return {
    show: figures === 'labels',
    color: '#000',
    fontFamily: familyInPlot,
    fontSize: size,
    distance: 4,
    textBorderColor: '#fff',
    textBorderWidth: 2,
  }
}

function item(
  chart: ChartData,
  series: ChartSeries,
  value: number | undefined,
  at: number,
  scale: number,
) {
  if (value === undefined) return { value: '-' }
  return {
    value: value / scale,
    label: {
      formatter: () => printable(series.texts[at] ?? ''),
      position: labelPosition(chart, series, at),
    },
  }
}

/** Above, unless another line runs there or the line itself comes down to the point from both sides. */
function labelPosition(chart: ChartData, series: ChartSeries, at: number): 'top' | 'bottom' {
  const value = series.values[at] ?? 0
  if (series.mark === 'column') return value < 0 ? 'bottom' : 'top'
  const others = chart.series.filter((one) => one !== series).map((one) => one.values[at])
  const other = others.find((one) => one !== undefined)
  const above =
    other === undefined
      ? isValley(series.values, at)
      : other > value || (other === value && chart.series.indexOf(series) > 0)
  return above && !nearFloor(chart, series, value) ? 'bottom' : 'top'
}

function isValley(values: ChartSeries['values'], at: number): boolean {
  const [before, value = 0, after] = [values[at - 1], values[at], values[at + 1]]
  const sides = [before, after].filter((one) => one !== undefined)
  return sides.length > 0 && sides.every((one) => one > value)
}

/** A figure below the lowest points would stand on the names of the years. */
function nearFloor({ axes }: ChartData, series: ChartSeries, value: number): boolean {
  const ticks = axes[series.axis]?.ticks ?? []
  const [low, high] = [ticks[0]?.value ?? 0, ticks.at(-1)?.value ?? 1]
  return value / 2 - low / 2 < (high / 2 - low / 2) * 0.1
}
