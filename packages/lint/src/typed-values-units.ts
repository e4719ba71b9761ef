import { conversionFactor } from '@ziping/resolve'
import { Decimal } from 'decimal.js'

/** A way to write an indicator's unit, and how many of that unit one of it is. */
export interface UnitForm {
  readonly text: string
  readonly factor: Decimal
}

/** A number as typed, in the unit of its indicator. */
export interface Quantity {
  readonly typed: Decimal
  /** How many decimals were typed. */
  readonly decimals: number
  /** How many of the indicator's unit one of the typed unit is. */
  readonly factor: Decimal
}

const one = new Decimal(1)

const synonyms: readonly (readonly string[])[] = [
  ['h', '小时'],
  ['min', '分钟'],
  ['s', '秒'],
  ['d', '天'],
  ['m/min', '米/分钟', '米/分'],
  ['t', '吨'],
  ['kg', '千克', '公斤'],
  ['kWh', '千瓦时'],
  ['吨标煤', '吨标准煤', 'tce'],
  ['吨标煤/万元', '吨标准煤/万元', 'tce/万元'],
]

const magnitudes = ['', '千', '万', '百万', '千万', '亿', '万亿'] as const

/** Bases that are counted in 万 and 亿. */
const counted = /^(?:元|美元|欧元|人次|件|台|人|户|吨|米|只|套|千瓦时|平方米|元\/人|元\/亩)$/

const forms = new Map<string, readonly UnitForm[]>()

/** Every way to write a unit, longest first. */
export function unitForms(unit: string): readonly UnitForm[] {
  const plain = plainUnit(unit)
  const known = forms.get(plain)
  if (known !== undefined) return known
  const base = plain.replace(/^(?:万亿|千万|百万|[千万亿])/, '')
  const same = synonyms.find((group) => group.includes(plain)) ?? [plain]
  const scaled = counted.test(base) ? magnitudes.map((magnitude) => magnitude + base) : []
  const made = [...new Set([...same, ...scaled])]
    .flatMap((text): readonly UnitForm[] => {
      const factor = same.includes(text) ? one : conversionFactor(text, plain)
      return factor === undefined || text === '' ? [] : [{ text, factor }]
    })
    .sort((a, b) => b.text.length - a.text.length)
  forms.set(plain, made)
  return made
}

export function plainUnit(unit: string): string {
  return unit.normalize('NFKC').trim()
}

/** What follows would make another unit of it: 分 + 钟, 万元 + /人, 个 + 百分点. */
const continued: Readonly<Record<string, RegExp>> = {
  分: /^[钟之]/,
  人: /^[次均民]/,
  个: /^[百月]/,
  件: /^套/,
  天: /^然/,
  月: /^[底末初份]/,
  吨: /^[标公]/,
}

/** The unit standing at an offset of a text, if it is one of these. */
export function unitAt(
  text: string,
  at: number,
  among: readonly UnitForm[],
): (UnitForm & { readonly end: number }) | undefined {
  const start = text[at] === ' ' ? at + 1 : at
  const form = among.find((candidate) => text.startsWith(candidate.text, start))
  if (form === undefined) return undefined
  const end = start + form.text.length
  const rest = text.slice(end, end + 2)
  if (rest.startsWith('/') || continued[form.text]?.test(rest) === true) return undefined
  if (/[A-Za-z]$/.test(form.text) && /^[A-Za-z\d]/.test(rest)) return undefined
  return { ...form, end }
}

export const numberPattern: string = '[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?'

export function readQuantity(text: string, factor: Decimal = one): Quantity {
  const digits = text.replaceAll(',', '')
  return {
    typed: new Decimal(digits),
    decimals: /\.(\d+)/.exec(digits)?.[1]?.length ?? 0,
    factor,
  }
}

/**
 * Whether a typed number says what the data say: the same, rounded to what was typed, or in a larger unit cut off
 * there (81260万元 is 8.13亿元 and 8.12亿元).
 */
export function agrees({ typed, decimals, factor }: Quantity, actual: Decimal): boolean {
  const shown = actual.div(factor)
  if (typed.eq(shown)) return true
  const roundings: Decimal.Rounding[] = [Decimal.ROUND_HALF_UP, Decimal.ROUND_HALF_EVEN]
  if (!factor.eq(1)) roundings.push(Decimal.ROUND_DOWN)
  return roundings.some((rounding) => shown.toDecimalPlaces(decimals, rounding).eq(typed))
}

/** Whether a typed difference or rate is what the data give, within one unit of its last decimal. */
export function closeTo(typed: Decimal, decimals: number, expected: Decimal): boolean {
  return typed.minus(expected).abs().lte(new Decimal(10).pow(-decimals).times('1.0001'))
}

/** Whether one number is about a hundred, or ten thousand, times the other: a slip of the unit, not of the value. */
export function isTimes(a: number, b: number | undefined): boolean {
  if (b === undefined || a === 0 || b === 0) return false
  const ratio = Math.abs(a / b)
  return [100, 10_000].some((times) =>
    [ratio / times, ratio * times].some((share) => Math.abs(share - 1) < 0.01),
  )
}
