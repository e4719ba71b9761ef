import { type BookCell, type BookTable, bookText } from '@ziping/resolve'
import type { Table, TableCell } from 'mdast'
import type { MarkdownContext } from './markdown-context.ts'
import { readInlines } from './read-inlines.ts'

/** A column is at least this part of an even share. */
const least = 0.35

/** A GFM table across the text, its columns by how much stands in them. */
export function readTable(table: Table, context: MarkdownContext): BookTable {
  const { layout } = context
  const count = Math.max(1, ...table.children.map((row) => row.children.length))
  const rows = table.children.map((row, index) =>
    Array.from({ length: count }, (_, column) =>
      readCell(row.children[column], table.align?.[column] ?? 'left', index === 0, context),
    ),
  )
  return {
    kind: 'table',
    purpose: 'data',
    columns: widths(rows, layout.text.width - layout.table.border),
    headRows: 1,
    rows,
    keep: rows.length <= 12,
    before: 0,
  }
}

function readCell(
  cell: TableCell | undefined,
  align: BookCell['align'],
  head: boolean,
  context: MarkdownContext,
): BookCell {
  const content = readInlines(cell?.children ?? [], context)
  return {
    content: [{ kind: 'paragraph', content }],
    colspan: 1,
    rowspan: 1,
    align,
    head,
    vertical: false,
  }
}

function widths(rows: readonly (readonly BookCell[])[], width: number): readonly number[] {
  const [first = []] = rows
  const wanted = first.map((_, column) => {
    const longest = Math.max(...rows.map((row) => lengthOf(row[column])))
    return Math.min(Math.max(longest, 2), 40)
  })
  const all = wanted.reduce((sum, one) => sum + one, 0)
  const even = width / wanted.length
  const raw = wanted.map((one) => Math.max((width * one) / all, even * least))
  const sum = raw.reduce((total, one) => total + one, 0)
  return raw.map((one) => Math.floor(((one * width) / sum) * 20) / 20)
}

function lengthOf(cell: BookCell | undefined): number {
  const [only] = cell?.content ?? []
  return only?.kind === 'paragraph' ? bookText(only.content).length : 0
}
