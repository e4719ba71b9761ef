import { readDate } from '@ziping/award'

export interface Period {
  readonly from: string
  /** Absent while it goes on: 至今. */
  readonly to?: string
}

/** Reads `2017-03 至 2017-11`, `2017年3月—2017年11月`, `2019-04 至今`. */
export function readPeriod(text: string): Period | undefined {
  const [first, second, ...more] = text.normalize('NFKC').split(/\s*(?:至|到|~|—+|–|\/{2})\s*/u)
  const from = readDate(first ?? '')
  if (from === undefined || second === undefined || more.length > 0) return undefined
  if (/^(?:今|现在)?$/u.test(second.trim())) return { from }
  const to = readDate(second)
  return to === undefined || to < from.slice(0, to.length) ? undefined : { from, to }
}
