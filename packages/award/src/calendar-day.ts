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

/** A day that the calendar has, written `2020-08-14`: 2020-02-30 is none. */
export function isDay(text: string): boolean {
  return looksLikeDay(text) && readDate(text) === text
}

export function looksLikeDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/u.test(text)
}

function exists(date: string): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const made = new Date(Date.UTC(year, month - 1, day))
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day && year >= 1800
}
