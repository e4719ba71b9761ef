import type { ChartFill, ChartMark } from '@ziping/resolve'
import { element } from './svg.ts'

/** Stands in the plot for a filling until its pattern has a name. */
export function fillColor({ fill, color }: ChartMark): string {
  return fill === 'solid' ? color : `#fd${color.slice(1, 3)}0${fillNumbers[fill]}`
}

const fillNumbers: Readonly<Record<Exclude<ChartFill, 'solid'>, number>> = {
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
export function paintOf({ fill, color }: ChartMark, prefix: string): string {
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
export function patternOf({ fill, color }: ChartMark, prefix: string): string {
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
