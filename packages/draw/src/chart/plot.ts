import type { ChartMark } from '@ziping/resolve'
import { BarChart, LineChart, PieChart, RadarChart } from 'echarts/charts'
import { GridComponent, RadarComponent } from 'echarts/components'
import { type EChartsCoreOption, init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { fillColor, paintOf } from './marks.ts'
import { escapeXml } from './svg.ts'

use([BarChart, LineChart, PieChart, RadarChart, GridComponent, RadarComponent, SVGRenderer])

/** Replaced when the picture is finished: a list of quoted names would break the attribute it is written into. */
export const familyInPlot = 'zpfamily'

export interface PlotRoom {
  readonly width: number
  readonly height: number
}

/** What the library draws, cleaned: no script hooks, no style sheet, names that depend on nothing but `prefix`. */
export function drawPlot(
  option: EChartsCoreOption,
  room: PlotRoom,
  marks: readonly ChartMark[],
  family: string,
  prefix: string,
): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, ...room })
  try {
    chart.setOption({ animation: false, ...option })
    return cleaned(chart.renderToSVGString(), marks, family, prefix)
  } finally {
    // Its timers would keep the process alive.
    chart.dispose()
  }
}

function cleaned(svg: string, marks: readonly ChartMark[], family: string, prefix: string): string {
  const names = new Map<string, string>()
  const named = (old: string): string => {
    const name = names.get(old) ?? `${prefix}-${names.size}`
    names.set(old, name)
    return name
  }
  const plain = svg
    .replace(/^<svg[^>]*>\s*(?:<rect[^>]*fill="none"[^>]*><\/rect>)?/, '')
    .replace(/<\/svg>\s*$/, '')
    .replace(/<style\s*>[\s\S]*?<\/style>/, '')
    .replace(/ (?:class|pointer-events|ecmeta_[a-z_]+)="[^"]*"/g, '')
    .replace(/\b(zr\d+-[a-z]+\d+)\b(?=["')])/g, (old) => named(old))
    .replaceAll(familyInPlot, escapeXml(family))
    .replaceAll('\n', '')
  return marks
    .filter(({ fill }) => fill !== 'solid')
    .reduce((text, mark) => text.replaceAll(fillColor(mark), paintOf(mark, prefix)), plain)
}
