import { type BookCell, bookText, type Layout } from '@ziping/resolve'

/** Of a page: a row that is taller would leave too much of the page before it empty. */
const tallest = 0.6

/** Whether a row is so tall that it may run over to the next page. Long texts of forms are; rows of figures never. */
export function isTallRow(
  cells: readonly BookCell[],
  columns: readonly number[],
  { table, text }: Layout,
): boolean {
  let column = 0
  const heights = cells.map((cell) => {
    const width = columns
      .slice(column, column + cell.colspan)
      .reduce((sum, one) => sum + one, -2 * table.side)
    column += cell.colspan
    return linesOf(cell, Math.max(width / table.size, 1)) * table.line
  })
  return Math.max(0, ...heights) > text.height * tallest
}

function linesOf({ content, vertical }: BookCell, characters: number): number {
  if (vertical) return 0
  return content
    .flatMap((one) => (one.kind === 'paragraph' ? bookText(one.content).split('\n') : ['']))
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / characters)), 0)
}
