import { type Indicator, valueIn, type YearValue } from '@ziping/report'
import { showDecimal } from '@ziping/resolve'
import { Decimal } from 'decimal.js'
import type { Amount, Claim } from './typed-values-claims.ts'
import { closeTo } from './typed-values-units.ts'

/** What the data have instead of what a sentence says. */
export interface Verdict {
  /** The values it should follow from: 2018年73150万元、2019年81260万元. */
  readonly data: string
  /** What would be true: 增长11.1%. */
  readonly truth: string
}

export function verdictOnChange(
  claim: Extract<Claim, { readonly kind: 'change' }>,
): Verdict | undefined {
  const { indicator, amount, direction, yearly } = claim
  const pairs = claim.spans.flatMap(({ from, to }) => {
    const [a, b] = [valueIn(indicator.values, from), valueIn(indicator.values, to)]
    return a === undefined || b === undefined ? [] : [{ a, b }]
  })
  const [first] = pairs
  const last = pairs.at(-1) ?? first
  if (last === undefined || (claim.certain && pairs.length < claim.spans.length)) return undefined
  const fits = ({ a, b }: { a: YearValue; b: YearValue }): boolean => {
    const difference = new Decimal(b.number).minus(a.number)
    if (difference.eq(0) !== (direction === 0)) return false
    if (direction !== 0 && difference.s !== direction) return false
    return amount === undefined || amountFits(amount, indicator, a, b, yearly)
  }
  return pairs.some(fits)
    ? undefined
    : {
        data: showValues(indicator, [last.a, last.b]),
        truth: wordsOfChange(indicator, last.a, last.b, amount, yearly),
      }
}

function amountFits(
  { number, decimals, in: unit }: Amount,
  indicator: Indicator,
  a: YearValue,
  b: YearValue,
  yearly: boolean,
): boolean {
  const difference = new Decimal(b.number).minus(a.number).abs()
  const rate = rateOf(a, b, yearly)
  if (unit === 'percent') {
    const isShare = indicator.unit === '%' && !yearly && closeTo(number, decimals, difference)
    return isShare || (rate !== undefined && closeTo(number, decimals, rate.abs()))
  }
  if (unit === 'points') return pointsFit(number, decimals, indicator, difference)
  return closeTo(number, decimals, difference.div(unit))
}

/** 个百分点 of percentages; of per mille they are ten times as many. */
export function pointsFit(
  number: Decimal,
  decimals: number,
  { unit }: Indicator,
  difference: Decimal,
): boolean {
  if (unit === '%') return closeTo(number, decimals, difference)
  return unit !== '‰' || closeTo(number, decimals, difference.div(10))
}

function rateOf(a: YearValue, b: YearValue, yearly: boolean): Decimal | undefined {
  if (a.number === 0) return undefined
  const ratio = new Decimal(b.number).div(a.number)
  if (!yearly) return ratio.minus(1).times(100)
  return ratio.lte(0)
    ? undefined
    : ratio
        .pow(new Decimal(1).div(b.year - a.year))
        .minus(1)
        .times(100)
}

function wordsOfChange(
  indicator: Indicator,
  a: YearValue,
  b: YearValue,
  amount: Amount | undefined,
  yearly: boolean,
): string {
  const difference = new Decimal(b.number).minus(a.number)
  if (difference.eq(0)) return '持平'
  const word = difference.gt(0) ? '上升' : '下降'
  const rate = rateOf(a, b, yearly)
  if (amount?.in === 'percent' && rate !== undefined)
    return `${yearly ? '年均' : ''}${word}${showDecimal(rate.abs(), Math.max(1, amount.decimals))}%`
  const unit = indicator.unit === '%' ? '个百分点' : (indicator.unit ?? '')
  return `${word}${difference.abs().toFixed()}${unit}`
}

export function showValues({ unit = '' }: Indicator, values: readonly YearValue[]): string {
  return values.map(({ year, text }) => `${year}年${text}${unit}`).join('、')
}
