import type { Finding } from '@ziping/diagnostics'
import { isDay, looksLikeDay } from '../calendar-day.ts'
import type { Data, DataPath } from '../read/data.ts'
import type { PlaceOf } from './explain-schema.ts'
import { noSuchDay } from './schema-words.ts'

/** Values written as a day that the calendar does not have: a pattern can't tell. */
export function impossibleDays(
  data: Data,
  placeOf: PlaceOf,
  path: DataPath = [],
): readonly Finding[] {
  if (typeof data === 'string')
    return looksLikeDay(data) && !isDay(data) ? [noSuchDay(placeOf(path), { day: data })] : []
  if (typeof data !== 'object' || data === null) return []
  const members: readonly (readonly [string | number, Data])[] = Array.isArray(data)
    ? [...data.entries()]
    : Object.entries(data)
  return members.flatMap(([key, value]) => impossibleDays(value, placeOf, [...path, key]))
}
