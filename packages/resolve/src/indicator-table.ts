import { type Indicator, type Indicators, valueIn, type YearValue } from '@ziping/report'

/** The standard result table, decided once for every output. */
export interface ResultTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Ids that the data do not have. */
  readonly unknown: readonly string[]
}

/** How a series runs and stands, in signs that print in black and white. */
export const signs: {
  readonly better: string
  readonly worse: string
  readonly level: string
  readonly lead: string
} = {
  better: '↑',
  worse: '↓',
  level: '→',
  lead: '★',
}

/** 指标 · 单位 · years · 目标 · 标杆 · 竞争对手 · 趋势, with only the columns that some indicator fills. */
export function resultTable(
  ids: readonly string[],
  years: readonly number[],
  indicators: Indicators,
): ResultTable {
  const shown = ids.flatMap((id) => indicators.byId.get(id) ?? [])
  const unknown = ids.filter((id) => !indicators.byId.has(id))
  const last = years.at(-1) ?? 0
  const columns: { readonly head: string; readonly cell: (indicator: Indicator) => string }[] = [
    { head: '指标', cell: (indicator) => indicator.name },
    { head: '单位', cell: (indicator) => indicator.unit ?? '' },
    ...years.map((year) => ({
      head: `${year}年`,
      cell: (indicator: Indicator) => valueCell(indicator, year),
    })),
    { head: `${last}年目标`, cell: (indicator) => valueIn(indicator.target, last)?.text ?? '' },
    {
      head: `标杆（${last}年）`,
      cell: (indicator) => lastOf(indicator.benchmark[0]?.values, last),
    },
    {
      head: `竞争对手（${last}年）`,
      cell: (indicator) => lastOf(indicator.competitor[0]?.values, last),
    },
    { head: `行业（${last}年）`, cell: (indicator) => lastOf(indicator.industry[0]?.values, last) },
    { head: '趋势', cell: (indicator) => trendSign(indicator, years) },
  ]
  const filled = columns.filter(
    ({ head, cell }) => head.endsWith('年') || shown.some((indicator) => cell(indicator) !== ''),
  )
  return {
    head: filled.map(({ head }) => head),
    rows: shown.map((indicator) => filled.map(({ cell }) => cell(indicator) || '—')),
    unknown,
  }
}

function valueCell(indicator: Indicator, year: number): string {
  const value = valueIn(indicator.values, year)
  if (value === undefined) return ''
  return indicator.provisional.includes(year) ? `${value.text}*` : value.text
}

function lastOf(values: readonly YearValue[] | undefined, year: number): string {
  return valueIn(values ?? [], year)?.text ?? ''
}

/** Better, worse or level from the first to the last year shown; a star where it leads the benchmark. */
function trendSign(indicator: Indicator, years: readonly number[]): string {
  const inYears = indicator.values.filter((value) => years.includes(value.year))
  const first = inYears[0]
  const last = inYears.at(-1)
  if (first === undefined || last === undefined || first === last) return ''
  const up = Math.sign(last.number - first.number) * (indicator.better === 'lower' ? -1 : 1)
  const sign = up > 0 ? signs.better : up < 0 ? signs.worse : signs.level
  const benchmark = valueIn(indicator.benchmark[0]?.values ?? [], last.year)
  const leads =
    benchmark !== undefined &&
    (indicator.better === 'lower'
      ? last.number <= benchmark.number
      : last.number >= benchmark.number)
  return leads ? sign + signs.lead : sign
}
