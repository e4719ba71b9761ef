import { Decimal as AnyDecimal } from 'decimal.js'

/** The numbers of formulas: 12 / 5 is 2.4, 0.1 + 0.2 is 0.3, halves round away from zero. */
export const Decimal: typeof AnyDecimal = AnyDecimal.clone({
  precision: 40,
  rounding: AnyDecimal.ROUND_HALF_UP,
  toExpNeg: -40,
  toExpPos: 40,
})
export type Decimal = AnyDecimal

/** A number of any kind as a Decimal; what is no finite number has none. */
export function toDecimal(value: unknown): Decimal | undefined {
  if (AnyDecimal.isDecimal(value)) return finite(new Decimal(value))
  if (typeof value === 'number') return finite(new Decimal(value))
  if (typeof value === 'bigint') return new Decimal(value.toString())
  return undefined
}

function finite(value: Decimal): Decimal | undefined {
  return value.isFinite() ? value : undefined
}
