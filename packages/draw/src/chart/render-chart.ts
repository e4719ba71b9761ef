import { createHash } from 'node:crypto'
import { type ChartData, describeChart } from '@ziping/resolve'
import { type ChartLook, fontFamily } from './chart-look.ts'
import type { DrawnChart } from './draw-chart.ts'
import { drawOverYears } from './draw-over-years.ts'
import { drawPie } from './draw-pie.ts'
import { drawRadar } from './draw-radar.ts'
import { patternOf } from './marks.ts'
import { element, printable } from './svg.ts'

/** The part that needs the charting library; loaded when the first chart is drawn. */
export function renderChart(chart: ChartData, look: ChartLook): DrawnChart {
  // Several pictures stand in one page: names within them must differ, yet not depend on their order.
  const content = JSON.stringify([chart, look])
  const prefix = `c${createHash('sha256').update(content).digest('hex').slice(0, 12)}`
  const draw = chart.kind === 'pie' ? drawPie : chart.kind === 'radar' ? drawRadar : drawOverYears
  const { svg, marks } = draw(chart, look, prefix)
  const patterns = [...new Set(marks.map((mark) => patternOf(mark, prefix)))].join('')
  const { width, height, fontSize } = look
  const alt = printable(describeChart(chart))
  const picture = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width}pt`,
      height: `${height}pt`,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fontFamily(look.fonts),
      'font-size': fontSize,
      role: 'img',
      'aria-label': alt,
    },
    patterns === '' ? '' : element('defs', {}, patterns),
    svg,
  )
  return { svg: picture, alt }
}
