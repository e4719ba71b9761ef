import type { ChartKind, MadeChart } from '../chart-data.ts'
import { conversionFactor } from '../quantity.ts'
import type { ChartFault } from './chart-faults.ts'
import type { ChartRequest } from './chart-request.ts'
import { kindNames } from './chart-saying.ts'
import { comparedLines } from './chart-series.ts'

/** How many indicators a kind needs to say anything. */
const fewest: Readonly<Partial<Record<ChartKind, number>>> = {
  stacked: 2,
  pie: 2,
  radar: 3,
  combined: 2,
}

/** Why these data cannot be drawn as this kind of chart. */
export function refusalOf(
  request: ChartRequest,
  kind: ChartKind,
  units: readonly string[],
): ChartFault | undefined {
  const { indicators, years, compare, unit: asked } = request
  const type = kindNames[kind]
  const other = indicators.find(
    ({ unit = '' }) => asked !== undefined && conversionFactor(unit, asked) === undefined,
  )
  if (other !== undefined && asked !== undefined)
    return { kind: 'unit-differs', name: other.name, unit: other.unit ?? '', asked }
  const twoAxes = kind === 'line' || kind === 'combined'
  if (units.length > (twoAxes ? 2 : 1)) return { kind: 'mixed-units', type, units }
  const least = fewest[kind] ?? 1
  if (indicators.length < least) return { kind: 'too-few', type, least, given: indicators.length }
  const empty = indicators.find(({ values }) => !values.some(({ year }) => years.includes(year)))
  if (empty !== undefined) return { kind: 'no-values', name: empty.name, years }
  if (compare === undefined) return undefined
  if (compare.length > 0 && (kind === 'stacked' || kind === 'pie'))
    return { kind: 'no-comparison', type }
  return lackingComparison(request)
}

/** Whom the writer names, somebody must have values for; `全部` is whoever there is. */
function lackingComparison({
  indicators,
  compare = [],
  years,
}: ChartRequest): ChartFault | undefined {
  if (compare.length === 4) return undefined
  const what = {
    target: '目标',
    benchmark: '标杆',
    competitor: '竞争对手',
    industry: '行业',
  } as const
  const lacking = compare.find((role) =>
    indicators.every((one) => comparedLines(one, [role], years).length === 0),
  )
  return lacking === undefined
    ? undefined
    : { kind: 'comparison-without-values', what: what[lacking] }
}

/** More of anything than is told apart. */
export function tooMany(kind: ChartKind, most: number, given: number): MadeChart {
  return { kind: 'fault', fault: { kind: 'too-many', type: kindNames[kind], most, given } }
}
