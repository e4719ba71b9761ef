import { type Bilingual, type Wording, wordsIn } from '@ziping/diagnostics'
import type { CheckName, CheckValue, Judgement } from './check.ts'
import { fulfilled } from './check.ts'
import type { Sighting } from './finished-file.ts'
import { pagesOf, showPlaces } from './show-places.ts'
import { showValue } from './show-value.ts'

/** What the words of a check speak of. */
export interface Mismatch {
  readonly required: Bilingual
  readonly measured: Bilingual
  /** Where it was seen. */
  readonly at: Bilingual
}

/** Compares what was seen with what is required; what was seen nowhere cannot be wrong. */
export function judge<Value>(
  check: CheckName,
  required: CheckValue,
  seen: readonly Sighting<Value>[],
  how: {
    readonly isRight: (value: Value) => boolean
    readonly show: (value: Value) => CheckValue | undefined
    readonly words: Wording<Mismatch>
  },
): Judgement {
  const wrong = seen.filter(({ value }) => !how.isRight(value))
  if (wrong.length === 0) return fulfilled(required, most(seen.map(({ value }) => how.show(value))))
  const measured = most(wrong.map(({ value }) => how.show(value)))
  const unknown = { 'zh-CN': '未知', en: 'unknown' }
  return {
    ok: false,
    required,
    measured,
    pages: pagesOf(wrong),
    words: wordsIn(how.words, {
      required: showValue(check, required),
      measured: measured === undefined ? unknown : showValue(check, measured),
      at: showPlaces(wrong),
    }),
  }
}

/** The value that is there most often. */
export function most<Value>(values: readonly Value[]): Value | undefined {
  const counts = new Map<Value, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0]
}

export function isNear(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance
}
