import type { BookList } from '@ziping/resolve'
import type { Marking, NumberFormat } from './parts/numbering.ts'

const chinese = '一二三四五六七八九'

/** How each format counts; undefined where it cannot. */
const counts: Readonly<Record<Exclude<NumberFormat, 'bullet'>, (n: number) => string | undefined>> =
  {
    decimal: String,
    lowerLetter: (n) => (n > 26 ? undefined : String.fromCodePoint(96 + n)),
    upperLetter: (n) => (n > 26 ? undefined : String.fromCodePoint(64 + n)),
    lowerRoman: (n) => ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'][n - 1],
    chineseCounting: chineseNumber,
    decimalEnclosedCircleChinese: (n) => (n > 20 ? undefined : String.fromCodePoint(0x245f + n)),
  }

/**
 * The marking that prints exactly the markers the book has; undefined where Word's own counting would print others, so
 * that they must stand as text.
 */
export function markingOf({ items, ordered, start }: BookList): Marking | undefined {
  const markers = items.map((item) => item.marker)
  if (items.some(({ checked }) => checked !== undefined)) return undefined
  if (!ordered) {
    const [bullet] = markers
    const same = bullet !== undefined && markers.every((marker) => marker === bullet)
    return same && bullet !== '' ? { format: 'bullet', before: bullet, after: '' } : undefined
  }
  return formats.flatMap((format) => fitting(format, markers, start))[0]
}

const formats = Object.keys(counts).filter((name): name is keyof typeof counts => name in counts)

function fitting(
  format: keyof typeof counts,
  markers: readonly string[],
  start: number,
): readonly Marking[] {
  const numbers = markers.map((_, index) => counts[format](start + index))
  const [marker = ''] = markers
  const [number] = numbers
  const at = number === undefined ? -1 : marker.indexOf(number)
  if (number === undefined || at < 0) return []
  const before = marker.slice(0, at)
  const after = marker.slice(at + number.length)
  const fits = markers.every(
    (one, index) => numbers[index] !== undefined && one === before + numbers[index] + after,
  )
  return fits && !`${before}${after}`.includes('%') ? [{ format, before, after }] : []
}

function chineseNumber(n: number): string | undefined {
  if (n < 1 || n > 99) return undefined
  const tens = Math.floor(n / 10)
  const unit = chinese[(n % 10) - 1] ?? ''
  if (tens === 0) return unit
  return `${tens === 1 ? '' : chinese[tens - 1]}十${unit}`
}
