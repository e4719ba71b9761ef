/** A day, month or year as far as it is known: the first and the last day it can mean. */
export interface CalendarSpan {
  readonly first: string
  readonly last: string
}

const written = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** Reads `2018-12-18`, `2018-12` or `2018`; anything else is no date. */
export function calendarSpan(text: string): CalendarSpan | undefined {
  const [, year, month, day] = written.exec(text) ?? []
  if (year === undefined) return undefined
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const days = daysIn(Number(year), Number(month))
  if (days === undefined) return undefined
  if (day === undefined) return { first: `${year}-${month}-01`, last: `${year}-${month}-${days}` }
  const exists = Number(day) >= 1 && Number(day) <= days
  return exists ? { first: text, last: text } : undefined
}

/** Full years from one day to another, as ages are counted. */
export function fullYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

export interface Period {
  readonly count: number
  readonly unit: 'y' | 'm' | 'd'
}

/** Reads a period such as `5y`, `18m` or `90d`. */
export function parsePeriod(text: string): Period | undefined {
  const [, count, unit] = /^(\d{1,3})([ymd])$/.exec(text) ?? []
  if (unit !== 'y' && unit !== 'm' && unit !== 'd') return undefined
  return { count: Number(count), unit }
}

/** The day a period before another day; the last of the month where that month is shorter. */
export function dayBefore(day: string, { count, unit }: Period): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  if (unit === 'd') return isoDay(new Date(Date.UTC(year, month - 1, date - count)))
  const months = year * 12 + month - 1 - count * (unit === 'y' ? 12 : 1)
  const [y, m] = [Math.floor(months / 12), (months % 12) + 1]
  return isoDay(new Date(Date.UTC(y, m - 1, Math.min(date, daysIn(y, m) ?? date))))
}

function daysIn(year: number, month: number): number | undefined {
  if (month < 1 || month > 12) return undefined
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isoDay(date: Date): string {
  return date.toISOString().slice(0, 10)
}
