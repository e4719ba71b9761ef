import type { ChartMark } from '@ziping/resolve'
import { drawKey, keyWidth } from './legend.ts'
import { element, short, textAt } from './svg.ts'
import { textWidth, wrapText } from './text-width.ts'

/** A cell of the table that gives a chart's figures; a key makes the table its legend as well. */
export interface FigureCell {
  readonly text: string
  readonly key?: { readonly mark: ChartMark; readonly as: 'line' | 'column' }
  readonly align: 'start' | 'middle'
}

export interface FigureTable {
  readonly columns: readonly number[]
  readonly rows: readonly (readonly FigureCell[])[]
  readonly size: number
}

const padding = 3

/** Lines of a cell at its width. */
function linesOf({ text, key, align }: FigureCell, width: number, size: number): readonly string[] {
  const beside = key !== undefined && align === 'start'
  const room = width - padding * 2 - (beside ? keyWidth + 3 : 0)
  return wrapText(text, Math.max(room, size) / size)
}

export function rowHeights({ columns, rows, size }: FigureTable): readonly number[] {
  return rows.map((row) => {
    const lines = row.map((cell, index) => linesOf(cell, columns[index] ?? 0, size).length)
    const above = row.some(isHeaded) ? size * 1.1 : 0
    return Math.max(...lines) * size * 1.22 + size * 0.4 + above
  })
}

/** The font size at which every figure fits its column on one line. */
export function fittingSize(texts: readonly string[], columnWidth: number, size: number): number {
  const widest = Math.max(1, ...texts.map(textWidth))
  return Math.max(4.5, Math.min(size, (columnWidth - 2) / widest))
}

export function drawFigureTable(
  table: FigureTable,
  at: { readonly x: number; readonly y: number },
  prefix: string,
): string {
  const heights = rowHeights(table)
  const drawn: string[] = []
  let y = at.y
  table.rows.forEach((row, index) => {
    const height = heights[index] ?? 0
    let x = at.x
    row.forEach((cell, column) => {
      const width = table.columns[column] ?? 0
      drawn.push(drawCell(cell, { x, y, width, height }, table.size, prefix))
      x += width
    })
    y += height
  })
  return rules(table, heights, at) + drawn.join('')
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

function drawCell(cell: FigureCell, box: Box, size: number, prefix: string): string {
  const lines = linesOf(cell, box.width, size)
  const headed = isHeaded(cell)
  const middle = box.y + box.height / 2
  const centre = box.x + box.width / 2
  const first = middle - ((lines.length - 1) * size * 1.22) / 2 + (headed ? size * 0.55 : 0)
  const indent = cell.key === undefined ? 0 : keyWidth + 3
  const x = cell.align === 'middle' ? centre : box.x + padding + indent
  const texts = lines.map((text, index) =>
    textAt(text, { x, y: first + index * size * 1.22, size, anchor: cell.align }),
  )
  if (cell.key === undefined) return texts.join('')
  const [left, top] = headed
    ? [centre - keyWidth / 2, first - size * 1.1]
    : [box.x + padding, middle]
  return drawKey(cell.key.mark, cell.key.as, left, top, prefix) + texts.join('')
}

/** At the head of a column the key stands above the name, elsewhere before it. */
function isHeaded({ key, align }: FigureCell): boolean {
  return key !== undefined && align === 'middle'
}

/** Hair lines; the corner above the keys stays open, since the axis stands there. */
function rules(
  { columns }: FigureTable,
  heights: readonly number[],
  { x, y }: { readonly x: number; readonly y: number },
): string {
  const whole = columns.reduce((a, b) => a + b, 0)
  const bottom = y + heights.reduce((a, b) => a + b, 0)
  const first = y + (heights[0] ?? 0)
  const across = heights.map(
    (_, index) => y + heights.slice(0, index + 1).reduce((a, b) => a + b, 0),
  )
  const down = columns.map((_, index) => x + columns.slice(0, index + 1).reduce((a, b) => a + b, 0))
  const d = [
    ...across.map((line) => `M${short(x)} ${short(line)}h${short(whole)}`),
    ...down.map((line) => `M${short(line)} ${short(y)}V${short(bottom)}`),
    `M${short(x)} ${short(first)}V${short(bottom)}`,
  ].join('')
  return element('path', { d, stroke: '#808080', 'stroke-width': 0.4, fill: 'none' })
}
