import type { Place } from '@ziping/diagnostics'
import {
  type Cell,
  type Indicator,
  plainText,
  type ReportDocument,
  type Section,
  type SourceText,
  type Table,
} from '@ziping/report'
import { Decimal } from 'decimal.js'
import type { IndicatorNames } from './typed-values-names.ts'
import { numberPattern, plainUnit, readQuantity, unitForms } from './typed-values-units.ts'

/** A value that a table gives in the row and column of an indicator and a year. */
export interface CellValue {
  readonly indicator: Indicator
  readonly year: number
  readonly number: Decimal
  readonly decimals: number
  readonly factor: Decimal
  readonly table: Table
  readonly cell: Cell
  readonly document: ReportDocument
  readonly section: Section | undefined
  readonly place: Place
}

const ownYear =
  /^(20\d\d)年?(?:度|末|底)?(?:实绩|实际|实际值|实际完成|完成值|完成|数据|值|基线值?|基数|基期值?)?(?:[（(][^（）()\d]*[）)])?$/
const ownValue = /^(?:实绩|实际|实际值|实际完成|完成值|当年实绩)(?:[（(][^（）()\d]*[）)])?$/
/** Somebody else's values, or what is aimed at. */
const foreign = /标杆|竞争对手|对手|同行|行业|平均|均值|目标|预算|计划|预测|先进|最优|同类|其他/
/** A part of the applicant: its values are not those of the whole. */
const partial =
  /区域|片区|分公司|子公司|车间|事业部|试点|样本|海外|国内|华东|华南|华北|各|分[一-龥]{1,4}(?:测评|统计|收入|情况)|季度|月度|上半年|下半年/

export interface TableReading {
  readonly table: Table
  readonly document: ReportDocument
  readonly section: Section | undefined
  readonly source: SourceText
  readonly names: IndicatorNames
}

/** The indicators a table has rows or columns of, and the values it gives. */
export interface TableValues {
  readonly values: readonly CellValue[]
  readonly named: readonly Indicator[]
}

/** The indicators a table has rows or columns of, and what it says of them year by year. */
export function readTable(reading: TableReading): TableValues {
  const { table, names } = reading
  const caption = table.caption?.text ?? ''
  const texts = [table.head, ...table.rows].map((row) => row.map(textOf))
  const [head = []] = texts
  const rows = settle(table, texts)
  const named = [...new Set(texts.flat())].flatMap((text) => names.named(text) ?? [])
  if (named.length === 0) return { values: [], named }
  const isOther = foreign.test(caption) && !/对比|比较|与|和|及|达成|完成情况/.test(caption)
  const isPart = partial.test(caption) && !named.some(({ name }) => caption.includes(name))
  if (isOther || isPart || table.head.some((cell) => cell.merge !== undefined))
    return { values: [], named }
  return { values: [...byRows(reading, head, rows), ...byColumns(reading, head, rows)], named }
}

function textOf(cell: Cell): string {
  return plainText(cell.content)
    .replace(/[０-９％．－＋]/g, (character) => character.normalize('NFKC'))
    .trim()
}

/** Joined cells say what the cell says that they are joined to. */
function settle(
  table: Table,
  texts: readonly (readonly string[])[],
): readonly (readonly string[])[] {
  const settled: string[][] = []
  for (const [index, row] of table.rows.entries()) {
    const above = settled.at(-1)
    settled.push(
      row.map((cell, column) =>
        cell.merge === 'up' ? (above?.[column] ?? '') : (texts[index + 1]?.[column] ?? ''),
      ),
    )
  }
  return settled
}

/** Rows are indicators, columns are years. */
function* byRows(
  reading: TableReading,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Generator<CellValue> {
  const { table, names } = reading
  const columns = yearColumns(head, table.caption?.text ?? '')
  const [first] = columns.keys()
  if (first === undefined) return
  const unitColumn = head.findIndex((text) => /^(?:计量)?单位$/.test(text))
  for (const [index, row] of rows.entries()) {
    const labels = row.slice(0, first)
    const found = labels.flatMap((text) => {
      const indicator = names.named(text)
      return indicator === undefined ? [] : [{ indicator, text }]
    })
    const [only, second] = found
    if (only === undefined || second !== undefined) continue
    if (labels.some((text) => text !== only.text && isForeignLabel(text))) continue
    const units = [unitIn(only.text), row[unitColumn]]
    for (const [column, year] of columns) {
      const cell = table.rows[index]?.[column]
      if (cell === undefined || cell.merge !== undefined) continue
      const value = readCell(reading, only.indicator, cell, [...units, unitIn(head[column])])
      if (value !== undefined) yield { ...value, year }
    }
  }
}

/** A row of a typed table that the data know nothing of: 卓越绩效自评得分（分） | 462 | 508 | 551. */
export interface TypedRow {
  readonly name: string
  readonly unit: string
  readonly values: readonly {
    readonly year: number
    readonly text: string
    readonly number: Decimal
  }[]
  readonly place: Place
}

/** The shortest name that is not found in other words by accident. */
const shortestName = 5

/** Rows of the applicant's own values over several years, with their unit in the name. */
export function* readRows({ table, names, source }: TableReading): Generator<TypedRow> {
  const caption = table.caption?.text ?? ''
  if (foreign.test(caption) || partial.test(caption)) return
  if (table.head.some((cell) => cell.merge !== undefined)) return
  const columns = yearColumns(table.head.map(textOf), caption)
  if (columns.size < 2) return
  for (const row of table.rows) {
    const [first] = row
    const name = first === undefined ? '' : textOf(first)
    const unit = unitIn(name)
    const label = name.replace(/[（(][^（）()]*[）)]$/, '')
    if (first === undefined || unit === undefined || label.length < shortestName) continue
    if (names.find(label).length > 0 || foreign.test(label) || partial.test(label)) continue
    const values = [...columns].flatMap(([column, year]) => {
      const text = row[column] === undefined ? '' : textOf(row[column])
      return /^\d[\d,]*(?:\.\d+)?$/.test(text)
        ? [{ year, text, number: readQuantity(text).typed }]
        : []
    })
    if (values.length >= 2)
      yield { name: label, unit, values, place: source.place(contentSpan(first)) }
  }
}

/** The columns of the applicant's own values, by year. */
function yearColumns(head: readonly string[], caption: string): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  const captionYears = new Set([...caption.matchAll(/20\d\d/g)].map((match) => match[0]))
  const [onlyYear] = captionYears
  for (const [column, text] of head.entries()) {
    const year =
      ownYear.exec(text)?.[1] ??
      (ownValue.test(text) && captionYears.size === 1 ? onlyYear : undefined)
    if (year !== undefined) columns.set(column, Number(year))
  }
  // A year over two columns may head a target and an actual value: which is which nobody can tell.
  return new Set(columns.values()).size === columns.size ? columns : new Map()
}

/** A cell that says whose row it is: 国内标杆, 目标值; not one that only speaks of them. */
function isForeignLabel(text: string): boolean {
  return text.length <= 14 && foreign.test(text) && !/[与于有比长短低高]/.test(text)
}

/** Columns are indicators, rows are years. */
function* byColumns(
  reading: TableReading,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Generator<CellValue> {
  const { table, names } = reading
  const columns = head.flatMap((text, column) => {
    const indicator = column === 0 ? undefined : names.named(text)
    return indicator === undefined ? [] : [{ indicator, column, text }]
  })
  const years = rows.map((row) => ownYear.exec(row[0] ?? '')?.[1])
  for (const [index, row] of rows.entries()) {
    const year = years[index]
    if (year === undefined || years.indexOf(year) !== years.lastIndexOf(year)) continue
    if (row.some((text, column) => column > 0 && /\D/.test(text) && isForeignLabel(text))) continue
    for (const { indicator, column, text } of columns) {
      const cell = table.rows[index]?.[column]
      if (cell === undefined || cell.merge !== undefined) continue
      const value = readCell(reading, indicator, cell, [unitIn(text)])
      if (value !== undefined) yield { ...value, year: Number(year) }
    }
  }
}

function unitIn(text: string | undefined): string | undefined {
  return /[（(](?:单位[:：]?)?([^（）()]*(?:\([^()]*\))?)[）)]$/.exec(text ?? '')?.[1]
}

const figure = new RegExp(
  `^(${numberPattern})\\s*([^\\d\\s*＊（(][^\\d*＊（(]*)?[*＊]?(?:[（(][^（）()]*[）)])?$`,
)

function readCell(
  { table, document, section, source }: TableReading,
  indicator: Indicator,
  cell: Cell,
  units: readonly (string | undefined)[],
): Omit<CellValue, 'year'> | undefined {
  const match = figure.exec(textOf(cell))
  if (match === null || cell.content.some(({ kind }) => kind === 'value' || kind === 'tied-value'))
    return undefined
  const caption = unitIn(table.caption?.text)
  const said = [match[2], ...units, caption?.replace(/^20\d\d年[，,]?/, '')]
    .map((unit) => (unit === undefined ? '' : plainUnit(unit)))
    .filter((unit) => unit !== '')
  const [unit] = said
  const factor =
    unit === undefined || indicator.unit === undefined
      ? new Decimal(1)
      : unitForms(indicator.unit).find((form) => form.text === unit)?.factor
  if (factor === undefined) return undefined
  const { typed: number, decimals } = readQuantity(match[1] ?? '')
  const place = source.place(contentSpan(cell))
  return { indicator, number, decimals, factor, table, cell, document, section, place }
}

/** The words of a cell, without the spaces around them. */
function contentSpan(cell: Cell): { readonly start: number; readonly end: number } {
  const [first] = cell.content
  const last = cell.content.at(-1)
  return first === undefined || last === undefined
    ? cell.span
    : { start: first.span.start, end: last.span.end }
}
