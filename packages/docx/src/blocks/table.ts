import type { BookCell, BookTable, CellContent } from '@ziping/resolve'
import type { Element } from '../element.ts'
import { placeImage } from '../images.ts'
import { inlineRuns } from '../inlines.ts'
import { growingLine } from '../line-height.ts'
import { leastHeight, paragraph } from '../paragraphs.ts'
import { isTallRow } from '../row-height.ts'
import { type GridCell, type GridRow, grid } from '../table-cells.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Room, readableLook, runsOn, type Writing } from '../writing.ts'
import { writeCaption } from './caption.ts'
import { fullRows, isJoinedBelow, type PlacedCell } from './placed-rows.ts'
import { breakOf, lead, roomAbove, type Start, type Written } from './start.ts'

/** A table below its caption. */
export function writeTable(
  table: BookTable,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  const { layout } = writing.book
  const rows = fullRows(table).map((cells, index) => gridRow(cells, index, table, writing))
  const look = {
    columns: table.columns,
    border: 'single',
    padding: layout.table.padding,
    side: layout.table.side,
    ...(room.left > 0 ? { left: room.left } : {}),
    ...(table.caption === undefined ? {} : { title: table.caption.number }),
  } as const
  if (table.caption === undefined) {
    const place = writing.anchors.mark(table.anchor, [])
    if (place.length === 0) return [...lead(table.before, start), grid(rows, look)]
    const height = roomAbove(table.before, start) || leastHeight
    const options = { style: 'Normal', keepNext: true, ...breakOf(start) } as const
    return [paragraph({ ...options, line: { height, rule: 'exact' } }, place), grid(rows, look)]
  }
  const again = runsOn(table, writing.material)
  const options = again
    ? { keepNext: true }
    : { before: roomAbove(table.before, start), ...breakOf(start), keepNext: true, left: room.left }
  const caption = writeCaption(table.caption, table.anchor, options, writing, table.place)
  return again
    ? [...lead(table.before, start), grid([captionRow(caption, table), ...rows], look)]
    : [caption, grid(rows, look)]
}

/** The caption as a row of the head: Word repeats it with the head, as it stands. */
function captionRow(caption: Element, { columns }: BookTable): GridRow {
  const borders = { top: 'none', left: 'none', right: 'none' } as const
  return {
    cells: [{ blocks: [caption], columns: columns.length, borders, bare: true }],
    head: true,
  }
}

function gridRow(
  cells: readonly PlacedCell[],
  index: number,
  table: BookTable,
  writing: Writing,
): GridRow {
  const head = index < table.headRows
  const last = index === table.rows.length - 1
  // A short table stands on one page; a head never stands alone at the foot of one.
  const keepNext = !last && (head || table.keep || isJoinedBelow(cells, table))
  const least = Math.max(
    0,
    ...cells.map(({ cell, part }) =>
      part === undefined && cell.rowspan === 1 ? (cell.minHeight ?? 0) : 0,
    ),
  )
  let from = 0
  return {
    cells: cells.map((placed) => {
      const width = widthFrom(from, placed.cell, table)
      from += placed.cell.colspan
      return gridCell(placed, width, keepNext, writing)
    }),
    head,
    splits: !head && mayBreak(cells, index, table, writing),
    ...(least > 0 ? { minHeight: least } : {}),
  }
}

function widthFrom(from: number, { colspan }: BookCell, { columns }: BookTable): number {
  return columns.slice(from, from + colspan).reduce((sum, one) => sum + one, 0)
}

/** Of the cell's width. */
const signIndent = 0.45

/** The book says which rows run over; a table of other Markdown says nothing. */
function mayBreak(
  cells: readonly PlacedCell[],
  index: number,
  { splitRows, columns }: BookTable,
  { book }: Writing,
): boolean {
  if (splitRows !== undefined) return splitRows.includes(index)
  return isTallRow(
    cells.map(({ cell }) => cell),
    columns,
    book.layout,
  )
}

function gridCell(
  { cell, part }: PlacedCell,
  width: number,
  keepNext: boolean,
  writing: Writing,
): GridCell {
  const style = cell.head ? 'TableHead' : 'TableText'
  const blocks =
    part === 'continue'
      ? [paragraph({ style, ...kept(keepNext) }, [])]
      : cell.content.map((content) => cellParagraph(content, { ...cell, width }, keepNext, writing))
  return {
    blocks: blocks.length === 0 ? [paragraph({ style, ...kept(keepNext) }, [])] : blocks,
    columns: cell.colspan,
    vertical: cell.vertical,
    ...(part === undefined ? {} : { merge: part }),
  }
}

function kept(keepNext: boolean): { readonly keepNext?: true } {
  return keepNext ? { keepNext } : {}
}

function cellParagraph(
  content: CellContent,
  cell: BookCell & { readonly width: number },
  keepNext: boolean,
  writing: Writing,
): Element {
  const style = cell.head ? 'TableHead' : 'TableText'
  const look = lookOf(style, writing)
  const options = { style, ...kept(keepNext), align: cell.align } as const
  switch (content.kind) {
    case 'paragraph':
      return paragraph(
        { ...options, ...growingLine(content.content, style, writing) },
        inlineRuns(content.content, look, writing),
      )
    case 'image': {
      const line = { height: content.image.height, rule: 'atLeast' } as const
      const image = placeImage(content.image, readableLook(writing), writing)
      return paragraph({ ...options, style: 'Figure', keepNext, align: 'center', line }, image)
    }
    case 'sign': {
      // In the right half of its cell, as people sign.
      const { line, side } = writing.book.layout.table
      const left = Math.max(0, cell.width - 2 * side) * signIndent
      return paragraph(
        { ...options, align: 'left', left, before: line },
        textRuns(content.label, look),
      )
    }
    default:
      return content satisfies never
  }
}
