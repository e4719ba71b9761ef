import { type Indicator, type Indicators, valueIn, type YearValue } from '@ziping/report'

/** The standard result table, decided once for every output. */
export interface ResultTable {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** Ids that the data do not have. */
  readonly unknown: readonly string[]
}

/** Stands where the last year reaches the benchmark; the head of its column says so. */
const lead = '★'

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
    { head: '趋势', cell: (indicator) => trend(indicator, years) },
  ]
  const filled = columns.filter(
    ({ head, cell }) => head.endsWith('年') || shown.some((indicator) => cell(indicator) !== ''),
  )
  const rows = shown.map((indicator) => filled.map(({ cell }) => cell(indicator) || '—'))
  const leads = rows.some((row) => row.at(-1)?.endsWith(lead))
  return {
    head: filled.map(({ head }) => (head === '趋势' && leads ? `趋势（${lead}达到标杆）` : head)),
    rows,
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

/** Where the values go and whether that is to the good, in black and white: `↓向好` of a cost; `★` where it leads. */
function trend(indicator: Indicator, years: readonly number[]): string {
  const inYears = indicator.values.filter((value) => years.includes(value.year))
  const first = inYears[0]
  const last = inYears.at(-1)
  if (first === undefined || last === undefined || first === last) return ''
  const better = indicator.better === 'lower' ? -1 : 1
  const way = Math.sign(last.number - first.number)
  const arrow = way > 0 ? '↑' : way < 0 ? '↓' : '→'
  const word = way === 0 ? '持平' : way === better ? '向好' : '变差'
  const benchmark = valueIn(indicator.benchmark[0]?.values ?? [], last.year)
  const leads = benchmark !== undefined && (last.number - benchmark.number) * better >= 0
  return `${arrow}${word}${leads ? lead : ''}`
}
