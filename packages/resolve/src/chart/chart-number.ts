import { Decimal } from 'decimal.js'
import { decimalsOf, showDecimal } from '../quantity.ts'

/** Beyond these a number in full would be longer than its column is wide. */
const largest = new Decimal('1e15')
const smallest = new Decimal('1e-6')

/** With so many decimals; very large and very small numbers as `1.5×10²⁰`. */
export function showNumber(value: Decimal, decimals: number): string {
  const size = value.abs()
  if (size.isZero() || (size.lt(largest) && size.gte(smallest))) return plain(value, decimals)
  const [digits = '0', power = '0'] = value.toExponential(3).split('e')
  const mantissa = digits.replace(/\.?0+$/, '')
  return `${mantissa}×10${superscript(Number(power))}`
}

/** How many decimals the typed numbers have; those typed as 1.5e-7 show none. */
export function decimalsTyped(texts: readonly string[]): number {
  return Math.min(6, Math.max(0, ...texts.map((text) => (/e/i.test(text) ? 0 : decimalsOf(text)))))
}

/** A value must not round away to zero. */
function plain(value: Decimal, decimals: number): string {
  const shown = showDecimal(value, decimals)
  return Number(shown) === 0 && !value.isZero()
    ? showDecimal(value, 1 - Math.floor(Decimal.log10(value.abs()).toNumber()))
    : shown.replace(/^-(0(?:\.0+)?)$/, '$1')
}

function superscript(power: number): string {
  return [...String(power)]
    .map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]))
    .join('')
}
