import { type Form, type FormBlock, type FormCell, type FormGrid, printYears } from '@ziping/award'
import type { FormValue, FormValues } from './form-value.ts'
import { printCellValue } from './print-cell.ts'
import type {
  FormPrinting,
  PrintedBlock,
  PrintedCell,
  PrintedForm,
  PrintedGrid,
} from './printed-form.ts'
import { repeatedRows } from './repeat-rows.ts'

/** Lays a form out as data: parts of blocks, grids of cells, every text final. */
export function printForm(
  { id, title, fields, parts }: Form,
  values: FormValues,
  year: number | undefined,
): PrintedForm {
  const printing: FormPrinting = {
    fields: new Map(fields.map((field) => [field.id, field])),
    values,
    year,
  }
  return {
    id,
    title: inYear(title, printing),
    parts: parts.map(({ blocks, note: _note, src: _src, ...part }) => ({
      ...part,
      blocks: blocks.flatMap((block) => printBlock(block, printing)),
    })),
  }
}

function printBlock(block: FormBlock, printing: FormPrinting): readonly PrintedBlock[] {
  const { text, style = 'paragraph', grid, fields, sign, document, space } = block
  return [
    ...(text === undefined ? [] : [{ kind: 'text', style, text: inYear(text, printing) } as const]),
    ...(grid === undefined ? [] : [printGrid(grid, printing)]),
    ...(fields.length === 0 ? [] : [printLines(fields, printing)]),
    ...(sign.length === 0 ? [] : [{ kind: 'sign', places: sign } as const]),
    ...(document === undefined ? [] : [{ kind: 'document', document } as const]),
    ...(space === undefined ? [] : [{ kind: 'space', mm: space } as const]),
  ]
}

function printLines(ids: readonly string[], printing: FormPrinting): PrintedBlock {
  const lines = ids.flatMap((id) => {
    const field = printing.fields.get(id)
    if (field === undefined) return []
    const label = inYear(field.label, printing)
    const value = printCellValue(field, printing.values.get(id), { texts: [label] })
    const text = value.text + (field.after ?? '')
    return [{ label, value: { ...value, text } }]
  })
  return { kind: 'lines', lines }
}

function printGrid(grid: FormGrid, printing: FormPrinting): PrintedGrid {
  const head = grid.head.map((row) => printRow(row, [], printing))
  const heading = head.flat().map(({ text }) => text)
  const last = grid.repeat === undefined ? undefined : grid.rows.at(-1)
  const fixed = last === undefined ? grid.rows : grid.rows.slice(0, -1)
  const rows = fixed.map((row) => printRow(row, heading, printing))
  const repeated = last === undefined ? [] : repeatedRows(grid, last, printing)
  return {
    kind: 'grid',
    ...(grid.id === undefined ? {} : { id: grid.id }),
    columns: grid.columns,
    head,
    rows: [...rows, ...repeated],
  }
}

function printRow(
  row: readonly FormCell[],
  heading: readonly string[],
  printing: FormPrinting,
): readonly PrintedCell[] {
  const texts = [...heading, ...row.map(({ text }) => inYear(text ?? '', printing))]
  return row.map(({ text = '', field: id, at, ...cell }) => {
    const field = id === undefined ? undefined : printing.fields.get(id)
    const fixed = { ...cell, text: inYear(text, printing) }
    if (field === undefined) return fixed
    const place = at === undefined ? {} : { at: resolvedAt(at, printing) }
    const value: FormValue | undefined = printing.values.get(field.id)
    return { ...fixed, value: printCellValue(field, value, { ...place, texts }) }
  })
}

/** `Y-3` is a year; any other place is named as it is. */
function resolvedAt(at: string, printing: FormPrinting): string {
  return /^Y(?:[+-]\d+)?$/u.test(at) ? inYear(`{${at}}`, printing) : at
}

function inYear(text: string, { year }: FormPrinting): string {
  return year === undefined ? text : printYears(text, year)
}
