import type { Attributes, Chart, Indicator, Indicators, YearValue } from '@ziping/report'
import type { ChartKind, SeriesRole } from '../chart-data.ts'
import type { ChartFault } from './chart-faults.ts'

type Compared = Exclude<SeriesRole, 'own'>

/** What a writer asks for, read from the attributes and not yet held against the data. */
export interface ChartRequest {
  readonly indicators: readonly Indicator[]
  /** Absent: whatever a reviewer reads best. */
  readonly kind?: ChartKind
  /** Absent: target, benchmark and competitor where the data have them. */
  readonly compare?: readonly Compared[]
  readonly years: readonly number[]
  /** Chosen by the writer: each must have values. */
  readonly yearsAsked: boolean
  readonly unit?: string
  readonly decimals?: number
  readonly source?: string
  readonly note?: string
}

export type Asked<Part> =
  | { readonly kind: 'fault'; readonly fault: ChartFault }
  | { readonly kind: 'request'; readonly request: Part }

const kinds: ReadonlyMap<string, ChartKind> = byName({
  折线: 'line',
  line: 'line',
  柱状: 'column',
  柱形: 'column',
  柱: 'column',
  column: 'column',
  bar: 'column',
  分组: 'grouped',
  分组柱状: 'grouped',
  分组柱形: 'grouped',
  grouped: 'grouped',
  堆叠: 'stacked',
  堆积: 'stacked',
  stacked: 'stacked',
  饼: 'pie',
  饼状: 'pie',
  pie: 'pie',
  雷达: 'radar',
  radar: 'radar',
  组合: 'combined',
  combined: 'combined',
})

const compared: ReadonlyMap<string, Compared> = byName({
  目标: 'target',
  目标值: 'target',
  target: 'target',
  标杆: 'benchmark',
  benchmark: 'benchmark',
  竞争对手: 'competitor',
  对手: 'competitor',
  competitor: 'competitor',
  行业: 'industry',
  行业平均: 'industry',
  industry: 'industry',
})

const everyone: readonly Compared[] = ['target', 'benchmark', 'competitor', 'industry']
const noOne = new Set(['无', '不', '否', 'none', 'no'])

/** `对比` has no English twin in the parser: either name arrives as it was typed. */
const compareNames = ['对比', '比较', 'compare']
const known = new Set([
  ...['ids', 'type', 'years', 'unit', 'decimals', 'width', 'height', 'source', 'note', 'title'],
  ...compareNames,
])

/** More years than this do not fit side by side. */
const mostYears = 20

export function readChartRequest(
  { indicators: ids, attributes }: Pick<Chart, 'indicators' | 'attributes'>,
  indicators: Indicators,
  awardYears: readonly number[],
): Asked<ChartRequest> {
  if (ids.length === 0) return fault({ kind: 'no-indicators' })
  const absent = ids.find((id) => !indicators.byId.has(id))
  if (absent !== undefined) return fault({ kind: 'unknown-indicator', id: absent })
  const name = Object.keys(attributes).find((key) => !known.has(key))
  if (name !== undefined) return fault({ kind: 'unknown-attribute', name })

  const shown = [...new Set(ids)].flatMap((id) => indicators.byId.get(id) ?? [])
  const { type, decimals, unit, source, note } = trimmed(attributes)
  const kind = type === undefined ? undefined : kinds.get(type.toLowerCase().replace(/图$/, ''))
  if (type !== undefined && kind === undefined) return unreadable('类型', type)
  if (decimals !== undefined && !/^[0-6]$/.test(decimals)) return unreadable('小数', decimals)
  const compareWritten = compareNames.map((key) => attributes[key]).find((one) => one !== undefined)
  const compare = compareWritten === undefined ? undefined : readCompared(compareWritten)
  if (compareWritten !== undefined && compare === undefined)
    return unreadable('对比', compareWritten)
  const yearsWritten = attributes['years']
  const asked = yearsWritten === undefined ? undefined : readYears(yearsWritten)
  if (yearsWritten !== undefined && asked === undefined) return unreadable('年份', yearsWritten)

  return {
    kind: 'request',
    request: {
      indicators: shown,
      ...(kind === undefined ? {} : { kind }),
      ...(compare === undefined ? {} : { compare }),
      years: asked ?? yearsOf(shown, awardYears),
      yearsAsked: asked !== undefined,
      ...(unit === undefined ? {} : { unit }),
      ...(decimals === undefined ? {} : { decimals: Number(decimals) }),
      ...(source === undefined ? {} : { source }),
      ...(note === undefined ? {} : { note }),
    },
  }
}

interface Trimmed {
  readonly type?: string
  readonly decimals?: string
  readonly unit?: string
  readonly source?: string
  readonly note?: string
}

/** An attribute that is there but empty (`单位=""`) says nothing. */
function trimmed(attributes: Attributes): Trimmed {
  const entries = ['type', 'decimals', 'unit', 'source', 'note'].map((key) => [
    key,
    attributes[key]?.normalize('NFKC').trim(),
  ])
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== ''))
}

function readCompared(written: string): readonly Compared[] | undefined {
  const words = written
    .normalize('NFKC')
    .split(/[\s,、;和+]+/)
    .filter((word) => word !== '')
  const [only] = words
  if (only === undefined) return undefined
  if (words.length === 1 && noOne.has(only.toLowerCase())) return []
  if (words.length === 1 && ['全部', 'all'].includes(only.toLowerCase())) return everyone
  const roles = words.map((word) => compared.get(word.toLowerCase()))
  return roles.every((role) => role !== undefined)
    ? everyone.filter((role) => roles.includes(role))
    : undefined
}

/** `2017-2019`, `2017至2019`, `2017、2019`; undefined where it is none of these. */
export function readYears(written: string): readonly number[] | undefined {
  const text = written.normalize('NFKC').replaceAll('年', '').trim()
  const range = /^([12]\d{3})\s*[-~—–至到]+\s*([12]\d{3})$/u.exec(text)
  if (range !== null) {
    const [first, last] = [Number(range[1]), Number(range[2])]
    if (last < first || last - first >= mostYears) return undefined
    return Array.from({ length: last - first + 1 }, (_, index) => first + index)
  }
  if (!/^[12]\d{3}(?:[\s,、;]+[12]\d{3})*$/.test(text)) return undefined
  const years = [...new Set(text.split(/[\s,、;]+/).map(Number))].sort((a, b) => a - b)
  return years.length > mostYears ? undefined : years
}

/** The years with values up to the award's last; those between are shown as the gaps they are. */
function yearsOf(
  indicators: readonly Indicator[],
  awardYears: readonly number[],
): readonly number[] {
  const last = awardYears.at(-1) ?? Infinity
  const measured = indicators
    .flatMap(({ values }) => values.map(({ year }: YearValue) => year))
    .filter((year) => year <= last)
  const years = [...new Set(measured)].sort((a, b) => a - b).slice(-mostYears)
  const [from, to] = [years[0], years.at(-1)]
  if (from === undefined || to === undefined || to - from >= mostYears) return years
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}

function unreadable(
  attribute: '类型' | '对比' | '年份' | '小数',
  written: string,
): Asked<ChartRequest> {
  return fault({ kind: 'unreadable', attribute, written })
}

function fault(reason: ChartFault): { readonly kind: 'fault'; readonly fault: ChartFault } {
  return { kind: 'fault', fault: reason }
}

/** A plain object would know `constructor` too. */
function byName<Value>(names: Readonly<Record<string, Value>>): ReadonlyMap<string, Value> {
  return new Map(Object.entries(names))
}
