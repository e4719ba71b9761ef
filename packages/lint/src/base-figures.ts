import { Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { type Indicator, valueIn } from '@ziping/report'
import type { LintSubject } from './subject.ts'
import { plainName } from './typed-values-names.ts'

/** A figure among the facts that is an indicator's last value, too, and differs from it. */
export interface BaseFigure {
  readonly key: string
  readonly indicator: Indicator
  readonly year: number
  readonly typed: string
  readonly expected: string
  readonly place: Place
}

/** Figures of size, in 万元, with the names an indicator of the same meaning may have. */
const figures: readonly (readonly [key: string, names: readonly string[]])[] = [
  ['revenue', ['营业收入', '营业总收入']],
  ['assets', ['资产总额', '总资产', '资产总计']],
  ['tax', ['纳税总额', '纳税额']],
]

/** The same key, or the same name; 营业收入 and 主营业务收入 are two things unless the team gave them one key. */
export function* differingFigures(subject: LintSubject): Generator<BaseFigure> {
  const { applicant, indicators, year: awardYear } = subject
  if (awardYear === undefined) return
  const year = awardYear - 1
  for (const [key, names] of figures) {
    const path = `organization.${key}`
    const fact = applicant.fact(path)
    const indicator =
      indicators.byId.get(key) ?? indicators.all.find(({ name }) => names.includes(plainName(name)))
    const value = indicator && valueIn(indicator.values, year)
    if (indicator === undefined || value === undefined || !Decimal.isDecimal(fact)) continue
    if (indicator.unit !== '万元' || new Decimal(fact).eq(value.number)) continue
    const typed = `${new Decimal(fact).toFixed()}万元`
    const expected = `${value.text}万元`
    yield { key, indicator, year, typed, expected, place: applicant.placeOf(path) }
  }
}
