/** The days a condition really means, so that “近3年” can be shown as dates (T-09). */
export type ConditionWindow =
  /** Records dated from … to … count, both days included. */
  | { readonly kind: 'within'; readonly list: string; readonly from: string; readonly to: string }
  /** The fact has to date from this day or earlier. */
  | { readonly kind: 'not-after'; readonly fact: string; readonly day: string }

const withinCall = /within\(\s*([\w.]+)\s*,\s*"(\d+)([ymd])"\s*\)/gu
const yearsCall = /years\(\s*([\w.]+)\s*,\s*date\s*\)\s*>=\s*(\d+)/gu

/** Reads the windows of an expression, counted back from the reference date. */
export function windowsOf(expression: string, date: string): readonly ConditionWindow[] {
  const lists = [...expression.matchAll(withinCall)].map(
    ([, list = '', count, unit]): ConditionWindow => ({
      kind: 'within',
      list,
      from: dayBefore(date, Number(count), unit ?? 'y'),
      to: date,
    }),
  )
  const facts = [...expression.matchAll(yearsCall)].map(
    ([, fact = '', count]): ConditionWindow => ({
      kind: 'not-after',
      fact,
      day: dayBefore(date, Number(count), 'y'),
    }),
  )
  const all = [...lists, ...facts]
  return all.filter(
    (window, index) =>
      all.findIndex((other) => JSON.stringify(other) === JSON.stringify(window)) === index,
  )
}

/** The same day some years or months earlier; the last of the month where that is shorter. */
function dayBefore(date: string, count: number, unit: string): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  if (unit === 'd') return iso(year, month - 1, day - count)
  const months = year * 12 + month - 1 - count * (unit === 'y' ? 12 : 1)
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate()
  return iso(Math.floor(months / 12), months % 12, Math.min(day, last))
}

function iso(year: number, monthIndex: number, day: number): string {
  return new Date(Date.UTC(year, monthIndex, day)).toISOString().slice(0, 10)
}
