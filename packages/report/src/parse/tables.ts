import type { Table as MdTable, TableRow } from 'mdast'
import type { Align, Cell, Note, Table } from '../block.ts'
import { type Context, located } from './context.ts'
import { convertInlines, labelsAsText, spanOf } from './inlines.ts'

/** A table, and before it the comments that stand between its rows as lines of their own. */
export function convertTable(node: MdTable, context: Context): readonly (Note | Table)[] {
  const columns = node.children[0]?.children.length ?? 0
  const all = node.children.map((row) => convertRow(row, columns, context))
  const [head = [], ...rows] = all.filter((row) => !isComment(row))
  const notes = all.filter(isComment).flatMap((row) => notesIn(row, context))
  const table: Table = {
    kind: 'table',
    align: (node.align ?? []).map((align): Align => align ?? 'none'),
    head,
    rows,
    grid: false,
    attributes: {},
    ...located(spanOf(node, context.text), context),
  }
  return [...notes, table]
}

function convertRow(row: TableRow, columns: number, context: Context): readonly Cell[] {
  return row.children.map((cell, index) => {
    const span = spanOf(cell, context.text)
    if (index >= columns) context.lost({ kind: 'surplus-cell', span })
    const content = labelsAsText(convertInlines(cell.children, context), context)
    return { content, span }
  })
}

/** A line between two rows that holds nothing but comments. */
function isComment(cells: readonly Cell[]): boolean {
  const [cell, ...more] = cells
  return (
    more.length === 0 &&
    cell !== undefined &&
    cell.content.length > 0 &&
    cell.content.every((inline) => inline.kind === 'note-text')
  )
}

function notesIn(row: readonly Cell[], context: Context): readonly Note[] {
  return row
    .flatMap((cell) => cell.content)
    .flatMap((inline): readonly Note[] =>
      inline.kind === 'note-text'
        ? [{ kind: 'note', value: inline.value, ...located(inline.span, context) }]
        : [],
    )
}

/** `^^` joins a cell to the one above, `<<` to the one at its left. */
export function joinCells(table: Table): Table {
  const join = (row: readonly Cell[], hasAbove: boolean): readonly Cell[] =>
    row.map((cell, column) => {
      const [only, ...more] = cell.content
      const mark = only?.kind === 'text' && more.length === 0 ? only.value.trim() : ''
      if (mark === '^^' && hasAbove) return { ...cell, content: [], merge: 'up' }
      if (mark === '<<' && column > 0) return { ...cell, content: [], merge: 'left' }
      return cell
    })
  return {
    ...table,
    head: join(table.head, false),
    rows: table.rows.map((row) => join(row, true)),
    grid: true,
  }
}
