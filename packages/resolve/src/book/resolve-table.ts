import type { Align, Cell, IndicatorTable, Table } from '@ziping/report'
import { resultTable } from '../indicator-table.ts'
import type { Layout } from '../layout/layout.ts'
import type { BookCell, BookTable } from './book.ts'
import type { BookContext } from './book-context.ts'
import { cellColumns } from './cell-columns.ts'
import { columnWidths } from './column-widths.ts'
import type { BookInline } from './inline.ts'
import { bookText } from './inline.ts'
import { resolveInlines } from './resolve-inlines.ts'
import { emsOf, lineEms, linesIn, measuredText, unbrokenEms } from './text-width.ts'

type Content = readonly BookInline[]

/** A table before its columns have widths. */
interface Grid {
  readonly head: readonly (readonly GridCell[])[]
  readonly rows: readonly (readonly GridCell[])[]
  readonly align: readonly Align[]
}

interface GridCell {
  readonly content: Content
  /** The column it begins in. */
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
}

export type LaidTable = Pick<BookTable, 'columns' | 'headRows' | 'rows' | 'splitRows' | 'keep'>

/** A writer's table, its joined cells counted out. */
export function layTable(
  table: Table,
  context: BookContext,
  file: string,
  width: number,
): LaidTable {
  const text = (cell: Cell): Content => resolveInlines(cell.content, context, file)
  const [head = [], ...rows] = spanned([table.head, ...table.rows], text)
  const isHeadless = head.every((cell) => bookText(cell.content).trim() === '')
  return lay({ head: isHeadless ? [] : [head], rows, align: table.align }, context.layout, width)
}

/** The standard result table of some indicators. */
export function layResultTable(
  { indicators }: IndicatorTable,
  context: BookContext,
  width: number,
): LaidTable {
  const { resolver } = context.material
  const { head, rows } = resultTable(indicators, resolver.years, resolver.indicators)
  return layTexts([head], rows, context.layout, width)
}

/** Rows of plain cells. */
export function layTexts(
  head: readonly (readonly string[])[],
  rows: readonly (readonly string[])[],
  layout: Layout,
  width: number,
): LaidTable {
  const plain = (row: readonly string[]): readonly GridCell[] =>
    row.map((value, column) => single([{ kind: 'text', value }], column))
  return lay({ head: head.map(plain), rows: rows.map(plain), align: [] }, layout, width)
}

/** Rows of cells with content; what is the same in the first column stands there once. */
export function layContents(
  head: readonly string[],
  rows: readonly (readonly Content[])[],
  layout: Layout,
  width: number,
): LaidTable {
  const headCells = head.map((value, column) => single([{ kind: 'text', value }], column))
  const first = rows.map(([content = []]) => bookText(content))
  const cells = rows.map((row, r) =>
    row.flatMap((content, column): readonly GridCell[] => {
      const one = single(content, column)
      if (column > 0) return [one]
      if (r > 0 && first[r] === first[r - 1]) return []
      return [{ ...one, rowspan: runLength(first.slice(r), first[r]) }]
    }),
  )
  return lay({ head: [headCells], rows: cells, align: [] }, layout, width)
}

function single(content: Content, column: number): GridCell {
  return { content, column, colspan: 1, rowspan: 1 }
}

/** `^^` joins a cell to the one above, `<<` to the one at its left; a cell that cannot be joined stays empty. */
function spanned(
  rows: readonly (readonly Cell[])[],
  text: (cell: Cell) => Content,
): readonly (readonly GridCell[])[] {
  const owner: { row: number; column: number; cell: GridCell }[][] = []
  const laid = rows.map((): GridCell[] => [])
  rows.forEach((row, r) => {
    owner.push([])
    row.forEach((cell, c) => {
      const above = owner[r - 1]?.[c]
      const left = owner[r]?.[c - 1]
      const into = cell.merge === 'up' && r > 1 ? above : cell.merge === 'left' ? left : undefined
      const own = { row: r, column: c, cell: single(text(cell), c) }
      const mine = into ?? own
      owner[r]?.push(mine)
    })
  })
  owner.forEach((row, r) => {
    row.forEach((one, c) => {
      if (one.row !== r || one.column !== c) return
      const colspan = runLength(row.slice(c), one)
      const rowspan = runLength(
        owner.slice(r).map((other) => other[c]),
        one,
      )
      laid[r]?.push({ ...one.cell, colspan, rowspan })
    })
  })
  return laid
}

function runLength<T>(list: readonly T[], one: T): number {
  const end = list.findIndex((other) => other !== one)
  return end < 0 ? list.length : end
}

function lay(grid: Grid, layout: Layout, width: number): LaidTable {
  const all = [...grid.head, ...grid.rows]
  const count = Math.max(1, ...all.map((row) => row.reduce((sum, cell) => sum + cell.colspan, 0)))
  const centred = Array.from({ length: count }, (_, column) => isShort(grid.rows, column))
  const rows = all.map((row, r) =>
    row.map((cell): BookCell => {
      const head = r < grid.head.length
      return {
        content: [{ kind: 'paragraph', content: cell.content }],
        colspan: cell.colspan,
        rowspan: cell.rowspan,
        align: head ? 'center' : alignOf(grid.align[cell.column], centred[cell.column] ?? false),
        head,
        vertical: false,
      }
    }),
  )
  // 2019年 over a narrow column stays whole where that makes the table no taller.
  const [yearsWhole, yearsBroken] = [3, 2].map((whole) => {
    const needs = centred.map((_, column) => needOf(grid, column, whole))
    return columnWidths(needs, width, layout.table)
  })
  const columns = lower(rows, layout, yearsWhole ?? [], yearsBroken ?? [])
  const height = heightOf(rows, columns, layout)
  return {
    columns,
    headRows: grid.head.length,
    rows,
    splitRows: longRows(rows, columns, layout),
    keep: height <= layout.text.height * 0.45,
  }
}

/** `whole`: of how many characters a head is that is never broken. */
function needOf(grid: Grid, column: number, whole: number): ColumnNeedOf {
  const own = (rows: Grid['rows']): readonly Content[] =>
    rows
      .flat()
      .filter((cell) => cell.column === column && cell.colspan === 1)
      .map((cell) => cell.content)
  const heads = own(grid.head)
  const cells = own(grid.rows)
  // A head may take two lines before a cell does; 编号 and 页码 stay whole.
  const halves = heads.map(lineEms).map((ems) => (ems <= whole ? ems : Math.ceil(ems / 2)))
  const wide = [...cells.map(lineEms), ...halves]
  const most = Math.max(1, ...wide)
  const words = [...heads, ...cells].map((content) => unbrokenEms(measuredText(content)))
  const short = heads.map(lineEms).filter((ems) => ems <= whole)
  const least = Math.max(2, ...words, ...short)
  return { least: Math.min(most, least) + 0.3, most: Math.max(most, ...words) + 0.3 }
}

/** The columns that make the lower table; the first, where it is all the same. */
function lower(
  rows: BookTable['rows'],
  layout: Layout,
  first: readonly number[],
  second: readonly number[],
): readonly number[] {
  const isLower = heightOf(rows, second, layout) < heightOf(rows, first, layout)
  return isLower ? second : first
}

type ColumnNeedOf = Parameters<typeof columnWidths>[0][number]

/** Numbers, units, years: centred where no cell of the column is longer than a few characters. */
function isShort(rows: readonly (readonly GridCell[])[], column: number): boolean {
  const texts = rows
    .flat()
    .filter((cell) => cell.column === column)
    .map((cell) => bookText(cell.content))
  return texts.length > 0 && texts.every((text) => emsOf(text) <= 6 && !text.includes('，'))
}

function alignOf(written: Align | undefined, centred: boolean): BookCell['align'] {
  if (written !== undefined && written !== 'none') return written
  return centred ? 'center' : 'left'
}

/**
 * Rows so tall that moving them whole to the next page would leave a hole, and those above them that a joined cell ties
 * them to.
 */
export function longRows(
  rows: BookTable['rows'],
  columns: readonly number[],
  layout: Layout,
): readonly number[] {
  const isLong = rowHeights(rows, columns, layout).map((height) => height > layout.text.height / 4)
  return rows.flatMap((row, index) => {
    const reach = Math.max(1, ...row.map(({ rowspan }) => rowspan))
    return isLong.slice(index, index + reach).includes(true) ? [index] : []
  })
}

/** About how tall the table is: as far as keeping it on one page depends on it. */
export function heightOf(
  rows: BookTable['rows'],
  columns: readonly number[],
  layout: Layout,
): number {
  return rowHeights(rows, columns, layout).reduce((sum, one) => sum + one, 0)
}

/** Each of its rows. */
export function rowHeights(
  rows: BookTable['rows'],
  columns: readonly number[],
  { table }: Layout,
): readonly number[] {
  const starts = cellColumns(rows)
  return rows.map((row, r) => {
    const lines = row.map((cell, c) => {
      const column = starts[r]?.[c] ?? 0
      const width = columns
        .slice(column, column + cell.colspan)
        .reduce((all, one) => all + one - 2 * table.side - table.border, 0)
      const texts = cell.content.map((one) =>
        one.kind === 'paragraph' ? linesIn(one.content, width / table.size) : 2,
      )
      return texts.reduce((all, one) => all + one, 0) / cell.rowspan
    })
    return Math.max(1, ...lines) * table.line + 2 * table.padding + table.border
  })
}
