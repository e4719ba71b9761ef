import type { ChartSeries, SeriesRole } from '../chart-data.ts'

export type ChartFill =
  | 'solid'
  | 'pale'
  | 'blank'
  | 'hatch'
  | 'light'
  | 'dots'
  | 'cross'
  | 'stripes'
  | 'grey'
export type ChartPoint = 'circle' | 'square' | 'diamond' | 'triangle' | 'plus'

/** How a series is told from the others: by colour on a screen, by dash, point and filling in print. */
export interface ChartMark {
  readonly color: string
  readonly fill: ChartFill
  readonly dash: readonly number[]
  readonly point: ChartPoint
  readonly hollow: boolean
}

const marks: readonly ChartMark[] = [
  { color: '#1f4e79', fill: 'solid', dash: [], point: 'circle', hollow: false },
  { color: '#404040', fill: 'blank', dash: [5, 2.5], point: 'square', hollow: true },
  { color: '#a8480c', fill: 'hatch', dash: [8, 2.5, 1.5, 2.5], point: 'diamond', hollow: true },
  { color: '#44702a', fill: 'light', dash: [1.5, 2], point: 'triangle', hollow: true },
  { color: '#5f5f5f', fill: 'dots', dash: [11, 3.5], point: 'plus', hollow: true },
  {
    color: '#7a5c00',
    fill: 'cross',
    dash: [4, 1.5, 1, 1.5, 1, 1.5],
    point: 'circle',
    hollow: true,
  },
  { color: '#6a3d9a', fill: 'stripes', dash: [6, 1.5], point: 'triangle', hollow: false },
  { color: '#8c8c8c', fill: 'grey', dash: [3, 3], point: 'square', hollow: false },
]

/** The same role looks the same in every chart of a book. */
const preferred: Readonly<Record<SeriesRole, readonly number[]>> = {
  own: [0, 2, 3, 4, 5, 6, 7, 1],
  target: [1, 7, 6, 5, 4, 3, 2, 0],
  benchmark: [2, 5, 6, 7, 4, 3, 1, 0],
  competitor: [3, 6, 7, 5, 4, 2, 1, 0],
  industry: [4, 7, 6, 5, 3, 2, 1, 0],
}

export function marksOf(
  series: readonly Pick<ChartSeries, 'role' | 'mark'>[],
): readonly ChartMark[] {
  const used = new Set<number>()
  const crossed = series.some(({ mark }) => mark === 'line')
  return series.map(({ role, mark }, index) => {
    const chosen = preferred[role].find((one) => !used.has(one)) ?? index % marks.length
    used.add(chosen)
    const found = marks[chosen] ?? plainMark
    // Lines run across the columns: on a dark one they would vanish.
    const pale = mark === 'column' && crossed && found.fill === 'solid'
    return pale ? { ...found, fill: 'pale' } : found
  })
}

/** For the parts of a pie: fillings that differ from their neighbours. */
export function partMarks(count: number): readonly ChartMark[] {
  return marksOf(
    Array.from({ length: count }, () => ({ role: 'own' as const, mark: 'column' as const })),
  )
}

const plainMark: ChartMark = {
  color: '#000',
  fill: 'blank',
  dash: [],
  point: 'circle',
  hollow: true,
}
