import { Decimal } from 'decimal.js'

/** A unit as power of ten over a base, so that 万元 and 亿元 can be told from each other and turned into each other. */
interface Unit {
  readonly base: string
  readonly factor: string
}

const magnitudes: readonly (readonly [string, string])[] = [
  ['万亿', '1e12'],
  ['千亿', '1e11'],
  ['百亿', '1e10'],
  ['十亿', '1e9'],
  ['亿', '1e8'],
  ['千万', '1e7'],
  ['百万', '1e6'],
  ['十万', '1e5'],
  ['万', '1e4'],
  ['千', '1e3'],
  ['百', '1e2'],
]

function readUnit(unit: string): Unit {
  const plain = unit.normalize('NFKC').trim()
  if (plain === '%') return { base: '', factor: '1e-2' }
  if (plain === '‰') return { base: '', factor: '1e-3' }
  for (const [word, factor] of magnitudes)
    if (plain.startsWith(word) && plain.length > word.length)
      return { base: plain.slice(word.length), factor }
  return { base: plain, factor: '1' }
}

/** How many `to` one `from` is; undefined where they measure different things. */
export function conversionFactor(from: string, to: string): Decimal | undefined {
  const a = readUnit(from)
  const b = readUnit(to)
  return a.base === b.base ? new Decimal(a.factor).div(b.factor) : undefined
}

/** Rounded half up, as the offices do, with exactly so many decimals. */
export function showDecimal(value: Decimal, decimals: number): string {
  return value.toFixed(decimals, Decimal.ROUND_HALF_UP)
}

export function decimalsOf(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0
}
