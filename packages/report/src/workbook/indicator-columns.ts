import type { WorkbookCell, Worksheet } from './read-workbook.ts'

/** What a column of the indicators' sheet holds. */
export type IndicatorColumn =
  | 'id'
  | 'name'
  | 'unit'
  | 'better'
  | 'series'
  | 'compared'
  | 'source'
  | 'evidence'
  | 'provisional'
  | 'note'
  | 'decimals'
  | 'group'

/** The heading ziping writes, and others that mean the same. */
export const columnTitles: Readonly<Record<IndicatorColumn, readonly string[]>> = {
  name: ['指标', '指标名称', '名称', 'name', 'indicator'],
  id: ['键', '代号', 'key', 'id'],
  unit: ['单位', '计量单位', 'unit'],
  better: ['方向', 'better'],
  series: ['项目', '系列', 'series'],
  compared: ['对比对象', '对象', '对手', 'compared'],
  source: ['数据来源', '来源', 'source'],
  evidence: ['证实性材料', '证明材料', 'evidence'],
  provisional: ['未审计年份', '未审计', 'provisional'],
  note: ['说明', '备注', 'note'],
  decimals: ['小数位', '小数', 'decimals'],
  group: ['分类', 'group'],
}

/** A row of headings: what its columns hold, and which years. */
export interface IndicatorHeading {
  readonly row: number
  readonly columns: ReadonlyMap<number, IndicatorColumn>
  readonly years: ReadonlyMap<number, string>
  /** Headings that mean nothing here. */
  readonly unknown: readonly WorkbookCell[]
}

/** The first row that names an indicators' column and at least one year. */
export function findHeading({ rows }: Worksheet): IndicatorHeading | undefined {
  for (const cells of rows.slice(0, 20)) {
    const heading = readHeading(cells)
    if (heading !== undefined) return heading
  }
  return undefined
}

function readHeading(cells: readonly WorkbookCell[]): IndicatorHeading | undefined {
  const columns = new Map<number, IndicatorColumn>()
  const years = new Map<number, string>()
  const unknown: WorkbookCell[] = []
  for (const cell of cells) {
    const year = /^((?:19|20)\d{2})\s*年?$/u.exec(cell.text)?.[1]
    const column = columnOf(cell.text)
    if (year !== undefined) years.set(cell.column, year)
    else if (column !== undefined) columns.set(cell.column, column)
    else unknown.push(cell)
  }
  const names = new Set(columns.values())
  const row = cells[0]?.row
  return row === undefined || years.size === 0 || !(names.has('name') || names.has('id'))
    ? undefined
    : { row, columns, years, unknown }
}

function columnOf(title: string): IndicatorColumn | undefined {
  const plain = title.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
  return keysOf(columnTitles).find((column) => columnTitles[column].includes(plain))
}

function keysOf<Key extends string>(map: Readonly<Record<Key, unknown>>): readonly Key[] {
  return Object.keys(map) as Key[]
}

export type SeriesKey = 'values' | 'target' | 'benchmark' | 'competitor' | 'industry'

/** What the column 项目 calls the rows of an indicator; the first is what ziping writes. */
export const seriesTitles: Readonly<Record<SeriesKey, readonly string[]>> = {
  values: ['实际', '实际值', '本组织', '本企业', '完成', 'values', 'actual'],
  target: ['目标', '目标值', 'target'],
  benchmark: ['标杆', '行业标杆', '标杆值', 'benchmark'],
  competitor: ['竞争对手', '主要竞争对手', '对手', 'competitor'],
  industry: ['行业平均', '行业', '同行平均', 'industry'],
}

export function seriesOf(title: string): SeriesKey | undefined {
  const plain = title.normalize('NFKC').replace(/\s+/gu, '').toLowerCase()
  return keysOf(seriesTitles).find((key) => seriesTitles[key].includes(plain))
}
