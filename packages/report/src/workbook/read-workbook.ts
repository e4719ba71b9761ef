import { Decimal } from '@ziping/award'
import { OfficeFault, openOfficeFile, scanXml } from '@ziping/office-file'
import { type NumberFormat, readNumberFormats } from './number-formats.ts'

/** A cell that holds something; rows and columns count from 1. */
export interface WorkbookCell {
  readonly row: number
  readonly column: number
  /** What the cell shows; a number without separators. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'percent' | 'date' | 'boolean' | 'error' | 'not-calculated'
}

export interface Worksheet {
  readonly name: string
  readonly isHidden: boolean
  /** Row by row, from left to right. */
  readonly rows: readonly (readonly WorkbookCell[])[]
}

/** More than any table of indicators unpacks to. */
const limits = { part: 32_000_000, all: 64_000_000 }

/** Reads the sheets of an .xlsx file as they show on the screen; throws an `OfficeFault`. */
export function readWorkbook(bytes: Uint8Array): readonly Worksheet[] {
  const { main = 'xl/workbook.xml', text, relations } = openOfficeFile(bytes, limits)
  const workbook = text(main)
  if (workbook === undefined) throw new OfficeFault('not-office')
  const book: Book = {
    texts: sharedTexts(text('xl/sharedStrings.xml')),
    formats: readNumberFormats(text('xl/styles.xml')),
  }
  const sheets: Worksheet[] = []
  scanXml(workbook, {
    open(tag, attributes) {
      if (tag !== 'sheet') return
      const target = relations(main).get(attributes.get('r:id') ?? '')?.target
      const source = target === undefined ? undefined : text(target)
      if (source === undefined) return // a chart sheet
      sheets.push({
        name: attributes.get('name') ?? '',
        isHidden: /hidden/iu.test(attributes.get('state') ?? ''),
        rows: sheetRows(source, book),
      })
    },
  })
  return sheets
}

interface Book {
  readonly texts: readonly string[]
  readonly formats: readonly NumberFormat[]
}

/** Texts that cells share; how a name is to be pronounced is left out. */
function sharedTexts(source: string | undefined): readonly string[] {
  const texts: string[] = []
  if (source === undefined) return texts
  let text = ''
  let reading = false
  let aside = 0
  scanXml(source, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') aside++
      reading = name === 't' && aside === 0
    },
    text(more) {
      if (reading) text += more
    },
    close(name) {
      reading = false
      if (name === 'rPh') aside--
      if (name === 'si') texts.push(text)
    },
  })
  return texts
}

function sheetRows(source: string, book: Book): Worksheet['rows'] {
  const rows: WorkbookCell[][] = []
  let current: WorkbookCell[] = []
  let cell: RawCell | undefined
  let inside = ''
  let row = 0
  scanXml(source, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.get('r') ?? row + 1)
        current = []
        rows.push(current)
      }
      if (name === 'c')
        cell = {
          ...positionOf(attributes.get('r'), row, (current.at(-1)?.column ?? 0) + 1),
          type: attributes.get('t') ?? 'n',
          style: Number(attributes.get('s') ?? 0),
          value: '',
          hasFormula: false,
        }
      if (name === 'f' && cell !== undefined) cell.hasFormula = true
      inside = name
    },
    text(text) {
      if (cell !== undefined && (inside === 'v' || inside === 't')) cell.value += text
    },
    close(name) {
      inside = ''
      if (name !== 'c' || cell === undefined) return
      const shown = shownCell(cell, book)
      if (shown !== undefined) current.push(shown)
      cell = undefined
    },
  })
  return rows
}

interface RawCell {
  readonly row: number
  readonly column: number
  readonly type: string
  readonly style: number
  value: string
  hasFormula: boolean
}

function positionOf(
  address: string | undefined,
  row: number,
  next: number,
): { readonly row: number; readonly column: number } {
  const [, letters = '', digits] = /^([A-Z]{1,3})(\d+)$/u.exec(address ?? '') ?? []
  if (digits === undefined) return { row, column: next }
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return { row: Number(digits), column }
}

function shownCell(cell: RawCell, { texts, formats }: Book): WorkbookCell | undefined {
  const { row, column, type, value, hasFormula } = cell
  const shown = (kind: WorkbookCell['kind'], text: string): WorkbookCell | undefined =>
    text.trim() === '' ? undefined : { row, column, kind, text: text.trim() }
  if (value === '' && hasFormula) return { row, column, kind: 'not-calculated', text: '' }
  switch (type) {
    case 's':
      return shown('text', texts[Number(value)] ?? '')
    case 'b':
      return shown('boolean', value)
    case 'e':
      return shown('error', value)
    case 'n':
      return value === '' ? undefined : numberCell(cell, formats[cell.style])
    default:
      return shown('text', value)
  }
}

/** A workbook keeps 0.1 + 0.2 to seventeen digits and shows fifteen. */
function numberCell(
  { row, column, value }: RawCell,
  format: NumberFormat = { kind: 'number' },
): WorkbookCell {
  if (!/^-?[\d.]+(?:e[+-]?\d+)?$/iu.test(value.trim()))
    return { row, column, kind: 'text', text: value }
  const stored = new Decimal(value.trim()).toSignificantDigits(15)
  const number = format.kind === 'percent' ? stored.times(100) : stored
  const decimals = Math.max(number.decimalPlaces(), format.decimals ?? 0)
  return { row, column, kind: format.kind, text: number.toFixed(decimals) }
}

/** `D7` */
export function cellAddress({ row, column }: Pick<WorkbookCell, 'row' | 'column'>): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26))
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}
