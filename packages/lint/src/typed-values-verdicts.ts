import { type Indicator, valueIn, type YearValue } from '@ziping/report'
import { showDecimal } from '@ziping/resolve'
import { Decimal } from 'decimal.js'
import { pointsFit, showValues, type Verdict, verdictOnChange } from './typed-values-change.ts'
import type { Amount, Claim } from './typed-values-claims.ts'
import { agrees, closeTo } from './typed-values-units.ts'

export type { Verdict } from './typed-values-change.ts'

/** What the data say against a claim; nothing where they bear it out or do not have what it speaks of. */
export function verdictOn(claim: Claim): Verdict | undefined {
  switch (claim.kind) {
    case 'change':
      return verdictOnChange(claim)
    case 'comparison':
      return verdictOnComparison(claim)
    case 'ratio':
      return verdictOnRatio(claim)
    case 'trend':
      return verdictOnTrend(claim)
    case 'target':
      return verdictOnTarget(claim)
    default:
      return claim satisfies never
  }
}

type Of<Kind extends Claim['kind']> = Extract<Claim, { readonly kind: Kind }>

/** Where the year is left open, it is enough that one bears the sentence out. */
function verdictOnComparison(claim: Of<'comparison'>): Verdict | undefined {
  if (claim.year !== undefined) return verdictInYear(claim, claim.year)
  let last: Verdict | undefined
  for (const { year } of claim.indicator.values) {
    if (valueIn(claim.other.values, year) === undefined) continue
    last = verdictInYear(claim, year)
    if (last === undefined) return undefined
  }
  return last
}

function verdictInYear(claim: Of<'comparison'>, year: number): Verdict | undefined {
  const { indicator, other, relation, amount, stated } = claim
  const [own, its] = [valueIn(indicator.values, year), valueIn(other.values, year)]
  if (own === undefined || its === undefined) return undefined
  const difference = new Decimal(own.number).minus(its.number)
  const sense = indicator.better === 'lower' ? -1 : 1
  const fits =
    relation === 'apart' ||
    (relation === 'above' && difference.gt(0)) ||
    (relation === 'below' && difference.lt(0)) ||
    ((relation === 'better' || relation === 'worse') &&
      (indicator.better === undefined ||
        difference.times(sense * (relation === 'better' ? 1 : -1)).gt(0)))
  const isStatedRight =
    stated === undefined ||
    agrees(
      { typed: stated.number, decimals: stated.decimals, factor: stated.factor },
      new Decimal(its.number),
    )
  if (
    fits &&
    isStatedRight &&
    (amount === undefined || gapFits(amount, indicator, difference, its))
  )
    return undefined
  const unit = indicator.unit ?? ''
  const gap = indicator.unit === '%' ? '个百分点' : unit
  const word = difference.gt(0) ? '高' : '低'
  return {
    data: `${year}年${indicator.name}${own.text}${unit}、${other.name}${its.text}${unit}`,
    truth: difference.eq(0)
      ? `与${other.name}持平`
      : `比${other.name}${word}${difference.abs().toFixed()}${gap}`,
  }
}

function gapFits(
  { number, decimals, in: unit }: Amount,
  indicator: Indicator,
  difference: Decimal,
  its: YearValue,
): boolean {
  if (unit === 'points') return pointsFit(number, decimals, indicator, difference.abs())
  // 优于目标7.0%: not how far, but what it is.
  const named =
    unit === 'percent' ? (indicator.unit === '%' ? number : undefined) : number.times(unit)
  if (named?.eq(its.number) === true) return true
  if (unit !== 'percent') return closeTo(number, decimals, difference.abs().div(unit))
  if (indicator.unit === '%' && closeTo(number, decimals, difference.abs())) return true
  return its.number !== 0 && closeTo(number, decimals, difference.div(its.number).abs().times(100))
}

function verdictOnRatio(claim: Of<'ratio'>): Verdict | undefined {
  const { indicator, times, decimals, atLeast, year, versus } = claim
  const own = valueIn(indicator.values, year)
  const base =
    'year' in versus ? valueIn(indicator.values, versus.year) : valueIn(versus.other.values, year)
  if (own === undefined || base === undefined || base.number === 0) return undefined
  const actual = new Decimal(own.number).div(base.number)
  if (atLeast ? actual.gte(times.times('0.98')) : closeTo(times, decimals, actual)) return undefined
  const unit = indicator.unit ?? ''
  const name = 'year' in versus ? `${versus.year}年` : versus.other.name
  return {
    data: `${year}年${own.text}${unit}、${name}${base.text}${unit}`,
    truth: `${name}的${showDecimal(actual, 2)}倍`,
  }
}

function verdictOnTrend({ indicator, years, direction, each }: Of<'trend'>): Verdict | undefined {
  const inYears = years.flatMap((year) => valueIn(indicator.values, year) ?? [])
  const last = inYears.at(-1)
  if (inYears.length < 2 || last?.year !== years.at(-1)) return undefined
  if (direction === 'better' && indicator.better === undefined) return undefined
  const sense = direction === 'better' ? (indicator.better === 'lower' ? -1 : 1) : direction
  const steps = each ? inYears : [inYears[0], last].filter((value) => value !== undefined)
  const broken = steps.some((value, index) => {
    const before = steps[index - 1]
    return before !== undefined && Math.sign(value.number - before.number) !== sense
  })
  if (!broken) return undefined
  return { data: showValues(indicator, inYears), truth: '' }
}

function verdictOnTarget(claim: Of<'target'>): Verdict | undefined {
  const { indicator, year, said, stated } = claim
  const [own, target] = [valueIn(indicator.values, year), valueIn(indicator.target, year)]
  if (own === undefined || target === undefined) return undefined
  const difference = own.number - target.number
  const met =
    indicator.better === undefined
      ? undefined
      : indicator.better === 'lower'
        ? difference <= 0
        : difference >= 0
  const fits =
    said === 'above'
      ? difference > 0
      : said === 'below'
        ? difference < 0
        : met === undefined || met === (said === 'met')
  const isStatedRight =
    stated === undefined ||
    agrees(
      { typed: stated.number, decimals: stated.decimals, factor: stated.factor },
      new Decimal(target.number),
    )
  if (fits && isStatedRight) return undefined
  const unit = indicator.unit ?? ''
  return {
    data: `${year}年实际${own.text}${unit}、目标${target.text}${unit}`,
    truth: fits || met === undefined ? '' : met ? '达到目标' : '未达到目标',
  }
}
