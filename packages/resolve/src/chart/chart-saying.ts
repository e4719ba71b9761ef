import type { ChartData, ChartKind, ChartSeries } from '../chart-data.ts'
import type { ChartRequest } from './chart-request.ts'

/** The words a writer knows the kinds by. */
export const kindNames: Readonly<Record<ChartKind, string>> = {
  line: '折线',
  column: '柱状',
  grouped: '分组',
  stacked: '堆叠',
  pie: '饼',
  radar: '雷达',
  combined: '组合',
}

/** Where the figures come from, and what has to be said about them. */
export function saying(
  { indicators, source: written, note }: ChartRequest,
  series: readonly ChartSeries[],
): Pick<ChartData, 'source' | 'note'> {
  const sources = [...new Set(indicators.flatMap(({ source }) => source ?? []))]
  const source = written ?? (sources.length === 0 ? undefined : sources.join('、'))
  const open = series.some(({ provisional }) => provisional.length > 0)
  const notes = [...(note === undefined ? [] : [note]), ...(open ? ['带*的数值尚未审定'] : [])]
  return {
    ...(source === undefined ? {} : { source }),
    ...(notes.length === 0 ? {} : { note: notes.join('；') }),
  }
}
