import type { BookCell, BookTable } from '@ziping/resolve'
import type { GridCell } from '../table-cells.ts'

export interface PlacedCell {
  readonly cell: BookCell
  readonly part: GridCell['merge']
  /** The cell goes on in the row below. */
  readonly goesOn: boolean
}

/** Every row with all its cells: what is covered from above stands again. */
export function fullRows({ rows, columns }: BookTable): readonly (readonly PlacedCell[])[] {
  const open = new Map<number, { readonly cell: BookCell; left: number }>()
  return rows.map((row) => {
    const full: PlacedCell[] = []
    const waiting = [...row]
    for (let column = 0; column < columns.length; ) {
      const above = open.get(column)
      if (above !== undefined) {
        above.left -= 1
        full.push({ cell: above.cell, part: 'continue', goesOn: above.left > 0 })
        if (above.left === 0) open.delete(column)
        column += above.cell.colspan
        continue
      }
      const cell = waiting.shift() ?? emptyCell
      const goesOn = cell.rowspan > 1
      full.push({ cell, part: goesOn ? 'start' : undefined, goesOn })
      if (goesOn) open.set(column, { cell, left: cell.rowspan - 1 })
      column += cell.colspan
    }
    return full
  })
}

/** Rows that share a cell stay on one page, as browsers keep them; in a form such a cell may be longer than a page. */
export function isJoinedBelow(cells: readonly PlacedCell[], { purpose }: BookTable): boolean {
  return purpose === 'data' && cells.some(({ goesOn, cell }) => goesOn && cell.rowspan <= most)
}

const most = 8

const emptyCell: BookCell = {
  content: [],
  colspan: 1,
  rowspan: 1,
  align: 'left',
  head: false,
  vertical: false,
}
