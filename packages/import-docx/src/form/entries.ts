import type { PrintedForm, PrintedGrid, PrintedValue } from '@ziping/forms'
import { plainLabel } from './cells.ts'

/** A value that is to be placed, and the words by which its place is known. */
export interface FormEntry {
  readonly value: PrintedValue
  /** The label in the cell itself or at its left. */
  readonly label: string
  /** The label at the head of its column. */
  readonly above: string
  /** Which row of a repeated list it is, from 0; such a row has no label of its own. */
  readonly row?: number
  /** Every label of its row: they tell rows of the same label apart. */
  readonly beside: readonly string[]
  /** The heads of the list's columns: how its table is found. */
  readonly heads: readonly string[]
  readonly isInLabel: boolean
  /** `标签：值` outside the tables. */
  readonly isLine: boolean
}

/** The values of a form, each with its labels. */
export function entriesOf(form: PrintedForm): readonly FormEntry[] {
  return form.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block): readonly FormEntry[] => {
      if (block.kind === 'lines')
        return block.lines.map(({ label, value }) => ({
          value,
          label,
          above: '',
          beside: [],
          heads: [],
          isInLabel: false,
          isLine: true,
        }))
      return block.kind === 'grid' ? gridEntries(block) : []
    }),
  )
}

interface Spot {
  readonly text: string
  readonly value?: PrintedValue
  readonly row: number
  readonly from: number
  readonly to: number
  readonly until: number
}

function gridEntries(grid: PrintedGrid): readonly FormEntry[] {
  const spots = spotsOf(grid)
  return spots.flatMap((spot): readonly FormEntry[] => {
    if (spot.value === undefined) return []
    const own = plainLabel(spot.text)
    const beside = leftOf(spot, spots)
    const left = own === '' ? (beside[0] ?? '') : spot.text
    const over = nearestAbove(spot, spots)
    const above = over?.text ?? ''
    const isCounted = left === '' || /^\d+$/.test(left.trim())
    return [
      {
        value: spot.value,
        label: isCounted ? '' : left,
        above,
        heads: spots
          .filter((one) => one.value === undefined && one.row === over?.row)
          .map(({ text }) => text),
        isInLabel: own !== '',
        isLine: false,
        beside,
        ...(isCounted ? { row: spot.row - (over?.until ?? grid.head.length) } : {}),
      },
    ]
  })
}

/** The labels at the left, the nearest first; a unit (万元, %) is none. */
function leftOf(spot: Spot, spots: readonly Spot[]): readonly string[] {
  return spots
    .filter(
      (one) =>
        one.value === undefined &&
        one.row <= spot.row &&
        one.until > spot.row &&
        one.to <= spot.from,
    )
    .toSorted((a, b) => b.to - a.to)
    .map(({ text }) => text)
    .filter((text) => !/^(?:万?元|人|件|项|次|天|个|吨|万?美元|小时)?$/.test(plainLabel(text)))
}

function nearestAbove(spot: Spot, spots: readonly Spot[]): Spot | undefined {
  const over = spots.filter(
    (one) =>
      one.value === undefined &&
      one.until <= spot.row &&
      one.from <= spot.from &&
      one.to > spot.from &&
      one.text.trim() !== '',
  )
  return over.toSorted((a, b) => b.row - a.row)[0]
}

/** Cells with the columns and rows they cover. */
function spotsOf(grid: PrintedGrid): readonly Spot[] {
  const taken = new Set<string>()
  return [...grid.head, ...grid.rows].flatMap((row, index) => {
    let column = 0
    return row.map((cell): Spot => {
      while (taken.has(`${index}.${column}`)) column++
      const from = column
      column += cell.colspan
      for (let down = 1; down < cell.rowspan; down++)
        for (let at = from; at < column; at++) taken.add(`${index + down}.${at}`)
      return {
        text: cell.text,
        row: index,
        from,
        to: column,
        until: index + cell.rowspan,
        ...(cell.value === undefined ? {} : { value: cell.value }),
      }
    })
  })
}
