import type { TableStyle } from '../layout/layout.ts'

/** What a column wants, in ems. */
export interface ColumnNeed {
  /** Narrower than this a word or number is broken. */
  readonly least: number
  /** Wide enough for every cell on one line. */
  readonly most: number
}

/**
 * Widths of columns that fill a text width. Every inner width is a number of half characters and a remainder, so that no
 * text fits exactly: there, engines differ by a hundredth of a point.
 */
export function columnWidths(
  needs: readonly ColumnNeed[],
  textWidth: number,
  style: TableStyle,
): readonly number[] {
  const extra = 2 * style.side + style.border
  const available = textWidth - style.border
  const inner = available - needs.length * extra
  const ems = share(needs, inner / style.size)
  return fill(
    ems.map((width) => snap(width * style.size, style.size) + extra),
    available,
  )
}

/** Shares, as a form's columns have them; no column is so narrow that a short entry stands on several lines. */
export function sharedWidths(
  shares: readonly number[],
  textWidth: number,
  style: TableStyle,
  leastEms: readonly number[] = [],
): readonly number[] {
  const available = textWidth - style.border
  const whole = shares.reduce((sum, one) => sum + one, 0) || 1
  const extra = 2 * style.side + style.border
  const asked = shares.map((one) => (available * one) / whole)
  const least = shares.map((_, index) => (leastEms[index] ?? 0) * style.size + extra)
  const widths = raised(asked, least).map((one) => snap(one - extra, style.size) + extra)
  return fill(widths, available)
}

/** What a narrow column lacks, those that have more than they need give. */
function raised(asked: readonly number[], least: readonly number[]): readonly number[] {
  const needed = least.reduce((sum, one) => sum + one, 0)
  const whole = asked.reduce((sum, one) => sum + one, 0)
  if (needed > whole) return asked
  const lacking = asked.reduce((sum, one, index) => sum + Math.max(0, (least[index] ?? 0) - one), 0)
  const spare = asked.map((one, index) => Math.max(0, one - (least[index] ?? 0)))
  const all = spare.reduce((sum, one) => sum + one, 0) || 1
  return asked.map(
    (one, index) => Math.max(one, least[index] ?? 0) - (lacking * (spare[index] ?? 0)) / all,
  )
}

/** Each column its least; what is left by how much more it could use, long texts damped. */
function share(needs: readonly ColumnNeed[], available: number): readonly number[] {
  const most = needs.reduce((sum, need) => sum + need.most, 0)
  if (most <= available) {
    const stretch = most === 0 ? 0 : (available - most) / needs.length
    return needs.map((need) => need.most + stretch)
  }
  const least = needs.reduce((sum, need) => sum + need.least, 0)
  if (least >= available) return needs.map((need) => (available * need.least) / least)
  const hunger = needs.map((need) => Math.sqrt(Math.max(0, need.most - need.least)))
  const all = hunger.reduce((sum, one) => sum + one, 0) || 1
  const left = available - least
  return needs.map((need, index) => need.least + (left * (hunger[index] ?? 0)) / all)
}

function snap(width: number, size: number): number {
  const halves = Math.max(2, Math.floor((width / size - 0.3) * 2 + 0.001))
  return (halves / 2 + 0.3) * size
}

/** The widest column takes what rounding left; a width of hundredths is as fine as Word's twips allow. */
function fill(widths: readonly number[], available: number): readonly number[] {
  const widest = widths.indexOf(Math.max(...widths))
  const rest = available - widths.reduce((sum, one) => sum + one, 0)
  // So many columns that none keeps a character: equal ones are the best there is.
  if ((widths[widest] ?? 0) + rest < Math.min(...widths))
    return widths.map(() => Math.floor((available / widths.length) * 20) / 20)
  return widths.map(
    (width, index) => Math.round((index === widest ? width + rest : width) * 20) / 20,
  )
}
