import { Decimal } from '@ziping/award'

/** Reads a number as people type it: `81,260.50`, `－3`, `12.5%`; the unit is what follows it. */
export function readNumber(
  text: string,
): { readonly number: Decimal; readonly unit: string } | undefined {
  const typed = text.normalize('NFKC').replaceAll('−', '-').trim()
  const [, sign = '', digits, unit = ''] =
    /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)\s*([^\d\s.,].*)?$/u.exec(typed) ?? []
  if (digits === undefined) return undefined
  return {
    number: new Decimal(`${sign === '-' ? '-' : ''}${digits.replaceAll(',', '')}`),
    unit: unit.trim(),
  }
}

/** Prints with a fixed number of decimals, but never a quantity that exists as nought. */
export function printNumber(number: Decimal, decimals: number): string {
  const rounded = number.toDecimalPlaces(decimals)
  if (!rounded.isZero() || number.isZero()) return rounded.toFixed(decimals)
  return number.toSignificantDigits(2).toFixed()
}
