import {
  type Indicator,
  type Indicators,
  type SeriesKey,
  seriesTitles,
  type YearValue,
} from '@ziping/report'

type Cell = {
  readonly value: string | number
  readonly type?: typeof String | typeof Number
  readonly format?: string
  readonly fontWeight?: 'bold'
  readonly backgroundColor?: string
  readonly wrap?: boolean
} | null

const heading = ['指标', '键', '单位', '方向', '项目', '对比对象'] as const
const trailing = ['数据来源', '证实性材料', '未审计年份', '说明'] as const
const widths = [24, 16, 10, 10, 12, 18] as const

/** The indicators as a workbook that reads back equal; an example where there are none. */
export async function writeIndicators(
  { all, file }: Indicators,
  year: number | undefined,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const years = yearsOf(all, year ?? 2020)
  const rows =
    all.length === 0 ? example(years) : all.flatMap((one) => rowsOf(one, years, file?.value))
  const head = [...heading, ...years.map((one) => `${one}年`), ...trailing].map(
    (value): Cell => ({ value, fontWeight: 'bold', backgroundColor: '#D9E2F3' }),
  )
  const columns = [
    ...widths.map((width) => ({ width })),
    ...years.map(() => ({ width: 12 })),
    { width: 20 },
    { width: 20 },
    { width: 12 },
    { width: 40 },
  ]
  return writeExcelFile([
    { sheet: '指标', data: [head, ...rows], columns, stickyRowsCount: 1 },
    {
      sheet: '填写说明',
      data: help.map((line) => [{ value: line, wrap: true }]),
      columns: [{ width: 100 }],
    },
  ]).toBuffer()
}

const help: readonly string[] = [
  '一个指标占一行或几行：第一行写指标名称、单位和实际值；目标、标杆、竞争对手、行业平均各占下面一行，“指标”栏空着即可。',
  '项目：实际（空着即为实际）、目标、标杆、竞争对手、行业平均。标杆、竞争对手可有多行，“对比对象”写明是谁。',
  '方向：越大越好，或越小越好。',
  '键：正文用它引用这个指标（如 revenue.2019）；空着时用指标名称。定下后不要改。',
  '年份列可以增加，列名写成 2019年 或 2019。百分比的指标，单位写 %，数填 43.55，或用百分比格式填 43.55%。',
  '还没有的数写“待查：谁 何时”；没有这项数的，空着或填“/”。',
  '证实性材料：evidence/evidence.yaml 中的键，几个之间用顿号。未审计年份：如 2019。',
  '每个部门可以各用一张工作表，只要有同样的表头；隐藏的工作表不读。',
]

function yearsOf(all: readonly Indicator[], year: number): readonly number[] {
  const known = all.flatMap(({ values, target, benchmark, competitor, industry }) =>
    [values, target, ...[...benchmark, ...competitor, ...industry].map((one) => one.values)]
      .flat()
      .map((value) => value.year),
  )
  const usual = [year - 3, year - 2, year - 1]
  return [...new Set(known.length === 0 ? usual : known)].toSorted((a, b) => a - b)
}

function rowsOf(indicator: Indicator, years: readonly number[], data: unknown): readonly Cell[][] {
  const { id, name, unit, better, values, target, source, evidence, provisional, note } = indicator
  const direction = better === undefined ? '' : better === 'higher' ? '越大越好' : '越小越好'
  const compared = (['benchmark', 'competitor', 'industry'] as const).flatMap((series) =>
    indicator[series].map((one, index) =>
      row(['', '', '', '', title(series), one.name], one.values, years, [
        memberText(data, [id, series], index, 'source'),
        '',
        '',
        memberText(data, [id, series], index, 'note'),
      ]),
    ),
  )
  return [
    row([name, id, unit ?? '', direction, title('values'), ''], values, years, [
      source ?? '',
      evidence.join('、'),
      provisional.join('、'),
      note ?? '',
    ]),
    ...(target.length === 0 ? [] : [row(['', '', '', '', title('target'), ''], target, years, [])]),
    ...compared,
  ]
}

/** What the model leaves aside of a benchmark: its source, its note. */
function memberText(data: unknown, path: readonly string[], index: number, key: string): string {
  const owner = path.reduce(member, data)
  const one = Array.isArray(owner) ? owner[index] : owner
  const text = member(one, key)
  return typeof text === 'string' ? text : ''
}

function member(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}

function title(series: SeriesKey): string {
  return seriesTitles[series][0] ?? series
}

function row(
  first: readonly string[],
  values: readonly YearValue[],
  years: readonly number[],
  last: readonly string[],
): Cell[] {
  return [
    ...first.map(text),
    ...years.map((year) => figure(values.find((value) => value.year === year))),
    ...last.map(text),
  ]
}

function text(value: string): Cell {
  return value === '' ? null : { value, type: String }
}

/** The decimals typed are shown, so that 12.50 stays 12.50. */
function figure(value: YearValue | undefined): Cell {
  if (value === undefined) return null
  const decimals = /\.(\d+)/u.exec(value.text)?.[1]?.length ?? 0
  return {
    value: value.number,
    type: Number,
    format: decimals === 0 ? '0' : `0.${'0'.repeat(decimals)}`,
  }
}

function example(years: readonly number[]): readonly Cell[][] {
  const given = (numbers: readonly number[]): readonly YearValue[] =>
    numbers.map((number, index) => ({
      year: years[index] ?? 0,
      number,
      text: String(number),
    }))
  return [
    row(
      ['（例）主营业务收入', 'revenue', '万元', '越大越好', '实际', ''],
      given([82310, 91250, 103480]),
      years,
      ['年度审计报告', '', '', '这几行是例子，填写前删去'],
    ),
    row(['', '', '', '', '目标', ''], given([80000, 90000, 100000]), years, []),
    row(['', '', '', '', '标杆', '行业标杆企业'], given([120000, 126000, 131000]), years, []),
  ]
}
