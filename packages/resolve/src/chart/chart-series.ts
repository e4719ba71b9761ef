import type { Indicator, YearValue } from '@ziping/report'
import { Decimal } from 'decimal.js'
import type { ChartSeries, SeriesRole } from '../chart-data.ts'
import { conversionFactor } from '../quantity.ts'
import { decimalsTyped, showNumber } from './chart-number.ts'
import type { ChartRequest } from './chart-request.ts'

/** Something measured over the years: an indicator itself, or what it is compared with. */
export interface Line {
  readonly name: string
  readonly role: SeriesRole
  readonly values: readonly YearValue[]
}

/** Target, benchmark … of an indicator in this order; `all` where the writer asked for them by name. */
export function comparedLines(
  indicator: Indicator,
  compare: ChartRequest['compare'],
  years: readonly number[],
): readonly Line[] {
  const lists = {
    target: [{ name: '目标', values: indicator.target }],
    benchmark: indicator.benchmark,
    competitor: indicator.competitor,
    industry: indicator.industry,
  } as const
  const lines = (role: Exclude<SeriesRole, 'own'>): readonly Line[] =>
    lists[role]
      .filter(({ values }) => values.some(({ year }) => years.includes(year)))
      .map(({ name, values }) => ({ name, role, values }))
  if (compare !== undefined) return compare.flatMap(lines)
  // The industry's average says least: it stands in where no benchmark is known.
  const benchmark = lines('benchmark').slice(0, 1)
  const level = benchmark.length > 0 ? benchmark : lines('industry').slice(0, 1)
  return [...lines('target'), ...level, ...lines('competitor').slice(0, 1)]
}

/** One figure, as drawn and as printed. */
export interface Figure {
  readonly value: number
  readonly text: string
}

export function figuresOf(
  picked: readonly (YearValue | undefined)[],
  from: string,
  to: string,
  asked: number | undefined,
): { readonly figures: readonly (Figure | undefined)[]; readonly decimals: number } {
  const factor = conversionFactor(from, to) ?? new Decimal(1)
  const converted = picked.map((one) =>
    one === undefined ? undefined : new Decimal(one.number).times(factor),
  )
  const texts = picked.flatMap((one) => (one === undefined ? [] : [one.text]))
  const places = converted.map((one) => Math.min(one?.decimalPlaces() ?? 0, 4))
  const decimals = asked ?? (factor.eq(1) ? decimalsTyped(texts) : Math.max(0, ...places))
  const figures = converted.map((exact) =>
    exact === undefined
      ? undefined
      : { value: exact.toNumber(), text: showNumber(exact, decimals) },
  )
  return { figures, decimals }
}

/** The values of a line in the years of the chart. */
export function seriesOverYears(
  line: Line,
  request: ChartRequest,
  look: Pick<ChartSeries, 'name' | 'mark' | 'axis'>,
  units: { readonly from: string; readonly to: string },
  provisionalYears: readonly number[],
): ChartSeries {
  const picked = request.years.map((year) => line.values.find((value) => value.year === year))
  const { figures, decimals } = figuresOf(picked, units.from, units.to, request.decimals)
  const provisional = line.role === 'own' ? provisionalYears : []
  return {
    ...look,
    role: line.role,
    values: figures.map((figure) => figure?.value),
    texts: figures.map((figure, index) =>
      figure === undefined
        ? undefined
        : figure.text + (provisional.includes(request.years[index] ?? 0) ? '*' : ''),
    ),
    decimals,
    provisional: provisional.filter((year) => request.years.includes(year)),
  }
}

/** The unit an indicator is shown in. */
export function unitOf(indicator: Indicator, { unit }: ChartRequest): string {
  return unit ?? indicator.unit ?? ''
}
