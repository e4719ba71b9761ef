import type { BookCell, BookTable, CellContent, Layout } from '@ziping/resolve'
import { fullRows, isJoinedBelow, type PlacedCell } from '../blocks/placed-rows.ts'
import { countLines, countTextLines } from './count-lines.ts'
import { kept, type Piece, piece } from './piece.ts'

/** A table below its caption: row by row, a head never alone, a short table whole. */
export function tablePieces(table: BookTable, layout: Layout, width: number): readonly Piece[] {
  const rows = fullRows(table)
  const heights = rowHeights(rows, table, layout)
  const head = heights.slice(0, table.headRows).reduce((sum, one) => sum + one, 0)
  const above = caption(table, layout, width)
  const body = rows.flatMap((cells, index): readonly Piece[] => {
    const height = heights[index] ?? 0
    const isHead = index < table.headRows
    const isLast = index === rows.length - 1
    const keepNext = !isLast && (isHead || table.keep || isJoinedBelow(cells, table))
    if (!isHead && !table.keep && table.splitRows?.includes(index) === true)
      return splitRow(height, layout, head)
    return [piece(height, { keepNext, again: isHead ? 0 : head })]
  })
  return [...kept(above, true), ...body]
}

function caption(table: BookTable, layout: Layout, width: number): readonly Piece[] {
  if (table.caption === undefined) return []
  const { line, size } = layout.caption
  const { number, content } = table.caption
  const words = [{ kind: 'text', value: `${number}　` } as const, ...content]
  return [piece(countLines(words, { width, size }) * line)]
}

/** A row that runs over is parted between its lines. */
function splitRow(height: number, { table }: Layout, again: number): readonly Piece[] {
  const count = Math.max(1, Math.floor(height / table.line))
  const rest = height - count * table.line
  return Array.from({ length: count }, (_, index) =>
    piece(table.line + (index === 0 ? rest : 0), { again }),
  )
}

function rowHeights(
  rows: readonly (readonly PlacedCell[])[],
  table: BookTable,
  layout: Layout,
): readonly number[] {
  const { line, padding, border } = layout.table
  const around = 2 * padding + border
  const heights = rows.map((cells) => {
    const single = cells.filter(({ cell, part }) => part === undefined && cell.rowspan === 1)
    const least = single.map(({ cell }) => cell.minHeight ?? 0)
    return Math.max(line + around, ...least, ...tallest(cells, single, table, layout))
  })
  grow(heights, rows, table, layout)
  return heights
}

function tallest(
  cells: readonly PlacedCell[],
  wanted: readonly PlacedCell[],
  table: BookTable,
  layout: Layout,
): readonly number[] {
  let column = 0
  return cells.flatMap((placed) => {
    const from = column
    column += placed.cell.colspan
    return wanted.includes(placed) ? [cellHeight(placed.cell, from, table, layout)] : []
  })
}

/** What a joined cell needs beyond its rows is added to the last of them. */
function grow(
  heights: number[],
  rows: readonly (readonly PlacedCell[])[],
  table: BookTable,
  layout: Layout,
): void {
  rows.forEach((cells, row) => {
    const joined = cells.filter(({ part }) => part === 'start')
    const needs = tallest(cells, joined, table, layout)
    joined.forEach(({ cell }, index) => {
      const end = Math.min(row + cell.rowspan, heights.length)
      const has = heights.slice(row, end).reduce((sum, one) => sum + one, 0)
      const need = Math.max(needs[index] ?? 0, cell.minHeight ?? 0)
      if (need > has) heights[end - 1] = (heights[end - 1] ?? 0) + need - has
    })
  })
}

function cellHeight(cell: BookCell, from: number, table: BookTable, layout: Layout): number {
  const { side, border, padding } = layout.table
  if (cell.vertical) return 0
  const whole = table.columns.slice(from, from + cell.colspan).reduce((sum, one) => sum + one, 0)
  const width = Math.max(whole - 2 * side, 1)
  const inside = cell.content.reduce((sum, one) => sum + contentHeight(one, width, layout), 0)
  return inside + 2 * padding + border
}

function contentHeight(content: CellContent, width: number, { table }: Layout): number {
  const { line, size } = table
  switch (content.kind) {
    case 'paragraph':
      return countLines(content.content, { width, size }) * line
    case 'image':
      return content.image.height
    case 'sign':
      return line + countTextLines(content.label, { width: width * 0.55, size }) * line
    default:
      return content satisfies never
  }
}
