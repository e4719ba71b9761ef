import type { ChartData } from '@ziping/resolve'
import type { ChartLook } from './chart-look.ts'

export interface DrawnChart {
  /** A whole `<svg>` element, fit to stand in a page among others. */
  readonly svg: string
  /** What it shows, in words. */
  readonly alt: string
}

/** Draws a chart: same data and look, same bytes, whatever was drawn before. */
export async function drawChart(chart: ChartData, look: ChartLook): Promise<DrawnChart> {
  const { renderChart } = await import('./render-chart.ts')
  return renderChart(chart, look)
}
