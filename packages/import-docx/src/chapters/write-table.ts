import type { Align, Cell } from '@ziping/report'
import type { LossList } from '../losses.ts'
import {
  type DraftBlock,
  type DraftCell,
  type DraftTable,
  type Piece,
  plainPieces,
} from '../read/piece.ts'
import { type Inking, inlinesOf } from './write-inlines.ts'

const span = { start: 0, end: 0 }

export interface WrittenTable {
  readonly align: readonly Align[]
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  readonly grid: boolean
}

/** A table of Word as a rectangle of cells; joined ones say with which neighbour. */
export function writeTable(draft: DraftTable, inking: Inking, losses: LossList): WrittenTable {
  const table = withinReason(draft)
  const width = Math.max(
    1,
    ...table.rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)),
  )
  const rows = table.rows.map((row, index) => {
    const look =
      index === 0 ? { ...inking, without: new Set([...inking.without, 'strong' as const]) } : inking
    const cells = row.flatMap((cell) => cellsOf(cell, index > 0, look, losses))
    const empty = Array.from({ length: width - cells.length }, (): Cell => ({ content: [], span }))
    return [...cells, ...empty]
  })
  const [head = [], ...others] = dropJoinedColumns(rows)
  return {
    head,
    rows: others,
    align: head.map((_, column) => alignOf(table, column)),
    grid: [head, ...others].flat().some(({ merge }) => merge !== undefined),
  }
}

/** No table of a report has a million cells: spans that would make so many are not believed. */
function withinReason(table: DraftTable): DraftTable {
  const width = Math.max(1, ...table.rows.map(widthOf))
  if (width * table.rows.length <= 1_000_000) return table
  const rows = table.rows.map((row) => row.map((cell) => ({ ...cell, columns: 1 })))
  return { ...table, rows }
}

function widthOf(row: readonly DraftCell[]): number {
  return row.reduce((sum, { columns }) => sum + columns, 0)
}

/** A column that is joined to its left one in every row is there for Word's layout only. */
function dropJoinedColumns(rows: readonly (readonly Cell[])[]): readonly (readonly Cell[])[] {
  const isNeeded = (column: number): boolean =>
    column === 0 || rows.some((row) => row[column]?.merge !== 'left' && !followsUp(row, column))
  const needed = (rows[0] ?? []).map((_, column) => isNeeded(column))
  return rows.map((row) => row.filter((_, column) => needed[column]))
}

/** The cell above spans both columns as well. */
function followsUp(row: readonly Cell[], column: number): boolean {
  const cell = row[column]
  return cell?.merge === 'up' && isSpread.has(cell)
}

/** Cells that stand only because one that goes on from above is several columns wide. */
const isSpread = new WeakSet<Cell>()

function cellsOf(
  cell: DraftCell,
  canJoinUp: boolean,
  inking: Inking,
  losses: LossList,
): readonly Cell[] {
  const joinsUp = cell.joinsUp && canJoinUp
  const first: Cell = joinsUp
    ? { content: [], span, merge: 'up' }
    : { content: inlinesOf(cellPieces(cell.blocks, losses), inking), span }
  const others = Array.from({ length: cell.columns - 1 }, (): Cell => {
    const other: Cell = { content: [], span, merge: joinsUp ? 'up' : 'left' }
    if (joinsUp) isSpread.add(other)
    return other
  })
  return [first, ...others]
}

/** What stands in a cell, in one line: paragraphs are parted by line breaks. */
function cellPieces(blocks: readonly DraftBlock[], losses: LossList): readonly Piece[] {
  const lines = blocks
    .map((block) => linePieces(block, losses))
    .filter((line) => line.some(({ kind }) => kind !== 'bookmark'))
  return lines.flatMap((line, index) =>
    index === 0 ? line : [{ kind: 'line-break' } as const, ...line],
  )
}

function linePieces(block: DraftBlock, losses: LossList): readonly Piece[] {
  if (block.kind === 'paragraph') {
    if (block.role !== undefined) losses.add(`${block.role}-as-text`, plainPieces(block.pieces))
    const inside = block.pieces.flatMap((piece): readonly Piece[] => {
      if (piece.kind === 'blocks')
        return [{ kind: 'line-break' }, ...cellPieces(piece.blocks, losses)]
      return piece.kind === 'page-break' ? [{ kind: 'line-break' }] : [piece]
    })
    const { marker } = block
    if (marker === undefined) return inside
    return [plain(marker.isBullet ? '· ' : `${marker.text} `), ...inside]
  }
  if (block.kind !== 'table') return []
  losses.add('nested-table')
  return block.rows.flatMap((row, index): readonly Piece[] => {
    const words = row.flatMap((cell, at): readonly Piece[] => [
      ...(at === 0 ? [] : [plain('；')]),
      ...cellPieces(cell.blocks, losses),
    ])
    return index === 0 ? words : [{ kind: 'line-break' }, ...words]
  })
}

function plain(text: string): Piece {
  return { kind: 'text', text, marks: new Set() }
}

function alignOf(table: DraftTable, column: number): Align {
  const cell = table.rows[1]?.[column] ?? table.rows[0]?.[column]
  if (cell?.align === 'center') return 'center'
  return cell?.align === 'right' || cell?.align === 'end' ? 'right' : 'none'
}
