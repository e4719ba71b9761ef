import type { ChartMark, ChartPoint } from '@ziping/resolve'
import { paintOf } from './marks.ts'
import { element, short, textAt } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

export const keyWidth = 22

/** A piece of the line with its point, or a small column: what stands before a name. */
export function drawKey(
  mark: ChartMark,
  as: 'line' | 'column',
  x: number,
  y: number,
  prefix: string,
): string {
  if (as === 'column') {
    const place = { x: x + 4, y: y - 3.5, width: keyWidth - 8, height: 7 }
    const paint = { fill: paintOf(mark, prefix), stroke: mark.color, 'stroke-width': 0.7 }
    return element('rect', { ...place, ...paint })
  }
  const line = element('path', {
    d: `M${short(x)} ${short(y)}h${keyWidth}`,
    stroke: mark.color,
    'stroke-width': 1.4,
    'stroke-dasharray': mark.dash.length === 0 ? undefined : mark.dash.join(' '),
    fill: 'none',
  })
  return line + drawPoint(mark, x + keyWidth / 2, y)
}

const shapes: Readonly<Record<ChartPoint, string>> = {
  circle: 'M-2.6 0a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0 -5.2 0Z',
  square: 'M-2.4 -2.4h4.8v4.8h-4.8Z',
  diamond: 'M0 -3.2L3.2 0L0 3.2L-3.2 0Z',
  triangle: 'M0 -3L3 2.4L-3 2.4Z',
  plus: 'M-2.6 -2.6L2.6 2.6M-2.6 2.6L2.6 -2.6',
}

export function drawPoint({ color, point, hollow }: ChartMark, x: number, y: number): string {
  return element('path', {
    d: shapes[point],
    transform: `translate(${short(x)} ${short(y)})`,
    fill: point === 'plus' ? 'none' : hollow ? '#fff' : color,
    stroke: color,
    'stroke-width': 1,
  })
}

export interface LegendItem {
  readonly name: string
  readonly mark: ChartMark
  readonly as: 'line' | 'column'
}

/** Names with their marks in as many rows as they need, right-aligned to the plot. */
export function drawLegend(
  items: readonly LegendItem[],
  room: {
    readonly left: number
    readonly right: number
    readonly top: number
    readonly size: number
  },
  prefix: string,
): { readonly svg: string; readonly height: number } {
  const { size } = room
  const whole = room.right - room.left
  const line = size * 1.3
  const set = items.map((item) => {
    const lines = wrapText(item.name, (whole - keyWidth - 4) / size)
    const width = keyWidth + 4 + Math.max(...lines.map(textWidth)) * size + 10
    return { item, lines, width }
  })
  const rows: (typeof set)[] = []
  for (const entry of set) {
    const row = rows.at(-1)
    const taken = (row ?? []).reduce((sum, { width }) => sum + width, 0)
    if (row !== undefined && taken + entry.width <= whole + 10) row.push(entry)
    else rows.push([entry])
  }
  let top = room.top
  const drawn: string[] = []
  for (const row of rows) {
    let x = room.right + 10 - row.reduce((sum, { width }) => sum + width, 0)
    for (const { item, lines, width } of row) {
      drawn.push(drawKey(item.mark, item.as, x, top + line / 2, prefix))
      lines.forEach((text, index) => {
        drawn.push(textAt(text, { x: x + keyWidth + 4, y: top + line * (index + 0.5), size }))
      })
      x += width
    }
    top += line * Math.max(...row.map(({ lines }) => lines.length))
  }
  return { svg: drawn.join(''), height: top - room.top }
}
