import { type Element, element, valued } from './element.ts'
import { twipPair, twips } from './lengths.ts'

export type Side = 'top' | 'left' | 'bottom' | 'right'

/** A cell as Word's grid has it: one that is continued below stands again, empty, in every row. */
export interface GridCell {
  readonly blocks: readonly Element[]
  readonly columns: number
  readonly merge?: 'start' | 'continue'
  readonly vertical?: boolean
  readonly align?: 'top' | 'center' | 'bottom'
  readonly borders?: Readonly<Partial<Record<Side, Border>>>
  /** Without padding above and below. */
  readonly bare?: boolean
}

export interface GridRow {
  readonly cells: readonly GridCell[]
  readonly head?: boolean
  readonly minHeight?: number
  /** May run over to the next page: the frame of a box. */
  readonly splits?: boolean
}

export type Border = 'none' | 'single'

export interface GridLook {
  /** Widths of columns in points. */
  readonly columns: readonly number[]
  readonly left?: number
  readonly border: Border
  /** Of every cell, above and below, left and right. */
  readonly padding: number
  readonly side: number
  readonly title?: string
}

/** A table with a fixed grid: no program may give its columns other widths. */
export function grid(rows: readonly GridRow[], look: GridLook): Element {
  const columns = look.columns.map(twips)
  const width = columns.reduce((sum, one) => sum + one, 0)
  return element('w:tbl', {}, [
    element('w:tblPr', {}, [
      valued('w:tblStyle', look.border === 'none' ? 'TableNormal' : 'TableGrid'),
      element('w:tblW', { 'w:w': width, 'w:type': 'dxa' }),
      look.left === undefined ? valued('w:jc', 'center') : undefined,
      look.left === undefined
        ? undefined
        : element('w:tblInd', { 'w:w': twips(look.left), 'w:type': 'dxa' }),
      element(
        'w:tblBorders',
        {},
        ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) =>
          border(`w:${side}`, look.border),
        ),
      ),
      element('w:tblLayout', { 'w:type': 'fixed' }),
      margins(look),
      element('w:tblLook', { 'w:val': '0000', 'w:firstRow': 0, 'w:noHBand': 1, 'w:noVBand': 1 }),
      look.title === undefined ? undefined : valued('w:tblCaption', look.title),
    ]),
    element(
      'w:tblGrid',
      {},
      columns.map((one) => element('w:gridCol', { 'w:w': one })),
    ),
    ...rows.map((row) => gridRow(row, columns)),
  ])
}

function margins({ padding, side }: GridLook): Element {
  const [top, bottom] = twipPair(padding)
  const [left, right] = twipPair(side)
  const margin = (name: string, width: number): Element =>
    element(`w:${name}`, { 'w:w': width, 'w:type': 'dxa' })
  return element('w:tblCellMar', {}, [
    margin('top', top),
    margin('left', left),
    margin('bottom', bottom),
    margin('right', right),
  ])
}

function gridRow({ cells, head, minHeight, splits }: GridRow, columns: readonly number[]): Element {
  let from = 0
  const written = cells.map((cell) => {
    const width = columns.slice(from, from + cell.columns).reduce((sum, one) => sum + one, 0)
    from += cell.columns
    return gridCell(cell, width)
  })
  return element('w:tr', {}, [
    element('w:trPr', {}, [
      splits === true ? undefined : element('w:cantSplit'),
      minHeight === undefined
        ? undefined
        : element('w:trHeight', { 'w:val': twips(minHeight), 'w:hRule': 'atLeast' }),
      head === true ? element('w:tblHeader') : undefined,
    ]),
    ...written,
  ])
}

function gridCell(cell: GridCell, width: number): Element {
  const { borders = {} } = cell
  const sides = (['top', 'left', 'bottom', 'right'] as const).flatMap((side) => {
    const kind = borders[side]
    return kind === undefined ? [] : [border(`w:${side}`, kind)]
  })
  return element('w:tc', {}, [
    element('w:tcPr', {}, [
      element('w:tcW', { 'w:w': width, 'w:type': 'dxa' }),
      cell.columns > 1 ? valued('w:gridSpan', cell.columns) : undefined,
      cell.merge === undefined
        ? undefined
        : valued('w:vMerge', cell.merge === 'start' ? 'restart' : 'continue'),
      sides.length === 0 ? undefined : element('w:tcBorders', {}, sides),
      cell.bare === true
        ? element('w:tcMar', {}, [
            element('w:top', { 'w:w': 0, 'w:type': 'dxa' }),
            element('w:bottom', { 'w:w': 0, 'w:type': 'dxa' }),
          ])
        : undefined,
      cell.vertical === true ? valued('w:textDirection', 'tbRlV') : undefined,
      valued('w:vAlign', cell.align ?? 'center'),
    ]),
    ...cell.blocks,
  ])
}

function border(name: string, kind: Border): Element {
  if (kind === 'none') return element(name, { 'w:val': 'nil' })
  return element(name, { 'w:val': kind, 'w:sz': 6, 'w:space': 0, 'w:color': '000000' })
}
