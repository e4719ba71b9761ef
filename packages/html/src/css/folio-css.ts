import { type PageRun, roman } from '@ziping/resolve'
import type { Counting } from '../folio.ts'

/** So many numbers are written down for a counting that does not begin with 1. */
const longest = 2000

/** Numbers of a counting; CSS counts from 1, so others are written down one by one. */
export function counterStyle(folio: PageRun['folio'], counting: Counting): string {
  if (folio === 'none' || counting.from === 1) return ''
  const numbers = Array.from({ length: longest }, (_, index) => counting.from + index)
  const symbols = numbers.map((number) => `"${folio === 'roman' ? roman(number) : number}"`)
  return `@counter-style ${styleName(folio, counting)} { system: fixed 1; symbols: ${symbols.join(' ')} }`
}

/** The number of a page, as the content of a margin box. */
export function folioContent(
  folio: 'roman' | 'arabic',
  counting: Counting,
  dashes: boolean,
): string {
  const style = counting.from === 1 ? cssNames[folio] : styleName(folio, counting)
  const number = `counter(q${counting.index}, ${style})`
  return dashes ? `"— " ${number} " —"` : number
}

const cssNames = { roman: 'lower-roman', arabic: 'decimal' } as const

function styleName(folio: 'roman' | 'arabic', { from }: Counting): string {
  return `${folio}-from-${from}`
}
