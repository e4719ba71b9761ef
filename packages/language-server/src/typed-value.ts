import type { Indicator } from '@ziping/report'
import { conversionFactor } from '@ziping/resolve'
import type { Linted } from './engine.ts'

/** A number as typed in a line, with its unit, and what in the data it equals. */
export interface TypedValue {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly indicator: Indicator
  readonly year: number
}

/** A number never stands inside a link, a directive or a year. */
const number =
  /(?<![\d.,[(#{_\p{L}])-?\d{1,3}(?:,\d{3})+(?:\.\d+)?|(?<![\d.,#{_A-Za-z])-?\d+(?:\.\d+)?/gu
const unitBehind = /^[ \u00A0]?([%％‰\p{L}㎡℃°/²³]{1,8})/u

/** Which indicators of the data have the value under the cursor; those the line names first. */
export function typedValuesAt(
  { subject }: Linted,
  line: string,
  from: number,
  to: number,
): readonly TypedValue[] {
  const found: TypedValue[] = []
  for (const match of line.matchAll(number)) {
    const start = match.index
    const end = start + match[0].length
    const behind = unitBehind.exec(line.slice(end))?.[1] ?? ''
    if (to < start || from > end + behind.length) continue
    if (/\]\([^)]*$|\[[^\]]*$|[{｛][^}｝]*$/u.test(line.slice(0, start))) continue
    const typed = Number(match[0].replaceAll(',', ''))
    for (const indicator of subject.indicators.all) {
      const unit = unitIn(behind, indicator.unit ?? '')
      if (unit === undefined) continue
      for (const { year, number: value } of indicator.values)
        if (isSame(typed * unit.factor, value)) {
          const stop = end + unit.length
          found.push({ start, end: stop, text: line.slice(start, stop), indicator, year })
        }
    }
  }
  const rank = ({ indicator, year }: TypedValue): number =>
    (line.includes(indicator.name) ? 2 : 0) + (line.includes(String(year)) ? 1 : 0)
  return found.toSorted((a, b) => rank(b) - rank(a)).slice(0, 4)
}

/** The longest beginning of what stands behind a number that is a unit the indicator can be told in. */
function unitIn(
  behind: string,
  wanted: string,
): { readonly factor: number; readonly length: number } | undefined {
  for (let length = behind.length; length >= 0; length--) {
    const unit = behind.slice(0, length).replace('％', '%')
    if (unit === '' && wanted !== '') continue
    const factor = unit === wanted ? 1 : conversionFactor(unit, wanted)?.toNumber()
    if (factor !== undefined) return { factor, length }
  }
  return undefined
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.abs(b) * 1e-9
}
