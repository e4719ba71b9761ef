import type { ChartSeries, SeriesRole } from '@ziping/resolve'
import { element } from './svg.ts'

export type Fill =
  | 'solid'
  | 'pale'
  | 'blank'
  | 'hatch'
  | 'light'
  | 'dots'
  | 'cross'
  | 'stripes'
  | 'grey'
export type Point = 'circle' | 'square' | 'diamond' | 'triangle' | 'plus'

/** How a series is told from the others: by colour on a screen, by dash, point and filling in print. */
export interface Mark {
  readonly color: string
  readonly fill: Fill
  readonly dash: readonly number[]
  readonly point: Point
  readonly hollow: boolean
}

const marks: readonly Mark[] = [
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

export function marksOf(series: readonly Pick<ChartSeries, 'role' | 'mark'>[]): readonly Mark[] {
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
export function partMarks(count: number): readonly Mark[] {
  return marksOf(
    Array.from({ length: count }, () => ({ role: 'own' as const, mark: 'column' as const })),
  )
}

const plainMark: Mark = { color: '#000', fill: 'blank', dash: [], point: 'circle', hollow: true }

/** Stands in the plot for a filling until its pattern has a name. */
export function fillColor({ fill, color }: Mark): string {
  return fill === 'solid' ? color : `#fd${color.slice(1, 3)}0${fillNumbers[fill]}`
}

const fillNumbers: Readonly<Record<Exclude<Fill, 'solid'>, number>> = {
  blank: 1,
  hatch: 2,
  light: 3,
  dots: 4,
  cross: 5,
  stripes: 6,
  grey: 7,
  pale: 8,
}

/** What a mark is filled with in the finished picture. */
export function paintOf({ fill, color }: Mark, prefix: string): string {
  switch (fill) {
    case 'solid':
      return color
    case 'blank':
      return '#fff'
    case 'pale':
      return '#c5d5e6'
    case 'light':
      return '#d4dfcc'
    case 'grey':
      return '#a6a6a6'
    default:
      return `url(#${prefix}-${fill})`
  }
}

/** The pattern of a filling, drawn as lines, so that it stays sharp in print. */
export function patternOf({ fill, color }: Mark, prefix: string): string {
  const shape = { stroke: color, 'stroke-width': 0.7, fill: 'none' }
  const pattern = (size: number, ...drawn: readonly string[]): string =>
    element(
      'pattern',
      { id: `${prefix}-${fill}`, width: size, height: size, patternUnits: 'userSpaceOnUse' },
      element('rect', { width: size, height: size, fill: '#fff' }),
      ...drawn,
    )
  switch (fill) {
    case 'hatch':
      return pattern(4, element('path', { d: 'M-1 1L1 -1M0 4L4 0M3 5L5 3', ...shape }))
    case 'cross':
      return pattern(5, element('path', { d: 'M0 0L5 5M5 0L0 5', ...shape }))
    case 'stripes':
      return pattern(3, element('path', { d: 'M0 1.5L3 1.5', ...shape }))
    case 'dots':
      return pattern(
        4,
        element('circle', { cx: 1, cy: 1, r: 0.7, fill: color }),
        element('circle', { cx: 3, cy: 3, r: 0.7, fill: color }),
      )
    default:
      return ''
  }
}
