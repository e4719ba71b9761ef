/** Reads a day, month or year as people write it, into `2020-08-14`, `2020-08` or `2020`. */
export function readDate(text: string): string | undefined {
  const typed = text.normalize('NFKC').replace(/\s+/gu, '')
  const [, year, month, day] =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u.exec(typed) ?? []
  if (year === undefined) return undefined
  const parts = [year, ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])]
  const date = parts.join('-')
  return exists(date) ? date : undefined
}

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

function exists(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 1800
}
