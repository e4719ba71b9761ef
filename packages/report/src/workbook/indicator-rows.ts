import type { DataPath } from '@ziping/award'
import {
  type IndicatorColumn,
  type IndicatorHeading,
  type SeriesKey,
  seriesOf,
} from './indicator-columns.ts'
import type { WorkbookCell, Worksheet } from './read-workbook.ts'
import type { SheetData } from './sheet-data.ts'
import {
  notCalculated,
  percentOfUnit,
  strayCell,
  twice,
  unknownColumn,
  unknownSeries,
  wrongCell,
} from './workbook-findings.ts'

interface Reading {
  readonly sheet: Worksheet
  readonly heading: IndicatorHeading
  readonly data: SheetData
  /** The unit of each indicator, by key. */
  readonly units: Map<string, string>
}

/** Reads the rows below a heading: the first row of an indicator names it, those below add series to it. */
export function readIndicatorRows(
  sheet: Worksheet,
  heading: IndicatorHeading,
  data: SheetData,
): void {
  const reading: Reading = { sheet, heading, data, units: new Map() }
  for (const cell of heading.unknown) tell(reading, cell, unknownColumn)
  let id: string | undefined
  for (const cells of sheet.rows) {
    const filled = cells.filter(({ row }) => row > heading.row)
    if (filled.length === 0) continue
    const row = new Map(
      filled.flatMap((cell) => {
        const column = heading.columns.get(cell.column)
        return column === undefined ? [] : [[column, cell] as const]
      }),
    )
    id = idOf(row) ?? id
    readRow(reading, id, filled, row)
  }
}

type Row = ReadonlyMap<IndicatorColumn, WorkbookCell>

/** The key, or the name without what a key may not hold. */
function idOf(row: Row): string | undefined {
  const cell = row.get('id') ?? row.get('name')
  return cell?.text.replace(/[\s.,#{}[\]]+/gu, '')
}

function readRow(
  reading: Reading,
  id: string | undefined,
  cells: readonly WorkbookCell[],
  row: Row,
): void {
  const { heading, data, sheet } = reading
  const [first] = cells
  if (id === undefined || first === undefined) {
    for (const cell of cells) tell(reading, cell, strayCell)
    return
  }
  const place = data.place(sheet, row.get('name') ?? row.get('id') ?? first)
  // What is wrong in its only cell is told there, and not once more as an indicator without values.
  if (!data.has([id])) data.put([id, 'values'], {}, { place, text: '' })
  data.locate([id], place)
  const at = seriesPath(reading, id, row, first)
  for (const [column, cell] of row) readProperty(reading, ownerOf(id, column, at), column, cell)
  for (const cell of cells) {
    const year = heading.years.get(cell.column)
    if (year !== undefined) readYear(reading, id, at && [...at, year], cell)
    else if (!heading.columns.has(cell.column) && !isUnknown(heading, cell))
      tell(reading, cell, strayCell)
  }
}

/** The source and the note beside a benchmark are the benchmark's own. */
function ownerOf(id: string, column: IndicatorColumn, series: DataPath | undefined): DataPath {
  const isOwn = column === 'source' || column === 'note'
  return isOwn && series !== undefined && series.length > 2 ? series.slice(0, -1) : [id]
}

/** The column as a whole has been told. */
function isUnknown({ unknown }: IndicatorHeading, { column }: WorkbookCell): boolean {
  return unknown.some((cell) => cell.column === column)
}

const better: Readonly<Record<string, string>> = {
  越大越好: 'higher',
  大: 'higher',
  高: 'higher',
  越高越好: 'higher',
  higher: 'higher',
  越小越好: 'lower',
  小: 'lower',
  低: 'lower',
  越低越好: 'lower',
  lower: 'lower',
}

function readProperty(
  reading: Reading,
  owner: DataPath,
  column: IndicatorColumn,
  cell: WorkbookCell,
): void {
  const { data, units, sheet } = reading
  if (column === 'id' || column === 'series' || column === 'compared') return
  if (isBroken(reading, cell)) return
  const path = [...owner, column]
  if (data.has(path)) {
    // A merged or repeated name says the same again.
    if (data.asText().textOf(path) !== cell.text) tell(reading, cell, twice)
    return
  }
  if (column === 'unit') units.set(String(owner[0]), cell.text)
  data.put(path, propertyValue(column, cell.text), {
    place: data.place(sheet, cell),
    text: cell.text,
  })
}

function propertyValue(column: IndicatorColumn, text: string): unknown {
  switch (column) {
    case 'better':
      return better[text] ?? text
    case 'evidence':
      return text.split(/[,，、;；\s]+/u)
    case 'provisional':
      return text.split(/[,，、;；\s年]+/u).flatMap((year) => (year === '' ? [] : [Number(year)]))
    case 'decimals':
      return Number(text)
    default:
      return text
  }
}

/** Where a row's years belong: `[id, values]`, `[id, competitor, 1, values]`; undefined if that is not known. */
function seriesPath(
  reading: Reading,
  id: string,
  row: Row,
  first: WorkbookCell,
): DataPath | undefined {
  const cell = row.get('series')
  const series = cell === undefined ? 'values' : seriesOf(cell.text)
  if (cell !== undefined && series === undefined) tell(reading, cell, unknownSeries)
  if (series === undefined) return undefined
  if (series === 'values' || series === 'target') return [id, series]
  return comparedPath(reading, [id, series], row.get('compared'), cell ?? first)
}

/** Each row of a benchmark, competitor or industry is one of a list. */
function comparedPath(
  { data, sheet }: Reading,
  path: readonly [string, SeriesKey],
  compared: WorkbookCell | undefined,
  series: WorkbookCell,
): DataPath {
  let index = 0
  while (data.has([...path, index])) index++
  const at = [...path, index]
  data.locate(path, data.place(sheet, series))
  data.locate(at, data.place(sheet, series))
  data.put([...at, 'values'], {}, { place: data.place(sheet, series), text: '' })
  if (compared !== undefined)
    data.put([...at, 'name'], compared.text, {
      place: data.place(sheet, compared),
      text: compared.text,
    })
  return [...at, 'values']
}

const none = /^(?:[-–—/／]+|无|n\/a)$/iu
const number = /^[-－−]?[\d,，]+(?:\.\d+)?[%％]?$/u
const open = /^待查(?:[:：].*)?$/su

function readYear(
  reading: Reading,
  id: string,
  path: DataPath | undefined,
  cell: WorkbookCell,
): void {
  const { data, sheet, units } = reading
  if (path === undefined || isBroken(reading, cell) || none.test(cell.text)) return
  const isNumber = cell.kind === 'number' || cell.kind === 'percent'
  if (!isNumber && !number.test(cell.text) && !open.test(cell.text)) {
    tell(reading, cell, wrongCell)
    return
  }
  const unit = units.get(id)
  if (cell.kind === 'percent' && unit !== undefined && !/[%％]/u.test(unit))
    reading.data.findings.push(
      percentOfUnit(data.place(sheet, cell), { ...named(reading, cell), unit }),
    )
  if (data.has(path)) {
    tell(reading, cell, twice)
    return
  }
  const text = isNumber ? cell.text : plainNumber(cell.text)
  data.put(path, isNumber ? Number(text) : text, { place: data.place(sheet, cell), text })
}

/** `８１，２６０％` as people type it into a cell of text. */
function plainNumber(text: string): string {
  return open.test(text) ? text : text.normalize('NFKC').replaceAll('−', '-')
}

/** An error of the program's, or a formula without its result. */
function isBroken(reading: Reading, cell: WorkbookCell): boolean {
  if (cell.kind === 'not-calculated') tell(reading, cell, notCalculated)
  if (cell.kind === 'error') tell(reading, cell, wrongCell)
  return cell.kind === 'not-calculated' || cell.kind === 'error'
}

function named(
  { sheet, data }: Reading,
  cell: WorkbookCell,
): { readonly cell: string; readonly text: string } {
  return { cell: data.place(sheet, cell).cell ?? '', text: cell.text.slice(0, 40) }
}

function tell(reading: Reading, cell: WorkbookCell, make: typeof strayCell): void {
  const { data, sheet } = reading
  data.findings.push(make(data.place(sheet, cell), named(reading, cell)))
}
