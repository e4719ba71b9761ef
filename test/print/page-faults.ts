import type { Book } from '@ziping/resolve'
import type { PdfContent, TextItem } from '../../packages/pdf/src/index.ts'
import { dense, expectedTexts } from './expected-texts.ts'
import { labelsByAnchor, type ReadPage, textOf } from './pages.ts'

/** Half a millimetre. */
const tolerance = (0.5 * 72) / 25.4

/** The number of each page that must bear one: its size, its side, its text; and nothing else in the foot. */
export function folioFaults({ layout }: Book, pages: readonly ReadPage[]): string[] {
  const { size, dashes, place } = layout.pageNumber
  return pages.flatMap(({ number, label, foot, page, area }) => {
    const text = textOf(foot)
    const wanted = label === '' ? '' : dashes ? `—${label}—` : label
    if (text !== wanted) return [`page ${number}: foot “${text}” instead of “${wanted}”`]
    if (label === '') return []
    const left = Math.min(...foot.map(({ x }) => x))
    const right = Math.max(...foot.map(({ x, width }) => x + width))
    const inset = dashes ? size : 0
    const off =
      place === 'center'
        ? (left + right) / 2 - page.width / 2
        : number % 2 === 1
          ? area.right - inset - right
          : left - (area.left + inset)
    const wrongSize = foot.filter((item) => Math.abs(item.size - size) > 0.1)
    return [
      ...(Math.abs(off) > tolerance ? [`page ${number}: number ${off.toFixed(1)} pt off`] : []),
      ...wrongSize.map((item) => `page ${number}: number in ${item.size} pt`),
    ]
  })
}

/** Texts that leave the type area; head and foot bear only what belongs there. */
export function marginFaults(pages: readonly ReadPage[]): string[] {
  return pages.flatMap(({ number, head, body, area, run, page }) => {
    const headed = textOf(head)
    const wide = body.filter(
      ({ x, width }) => x < area.left - tolerance || x + width > area.right + tolerance,
    )
    const pictures = page.images.filter(
      ({ x, y, width, height }) =>
        x < area.left - tolerance ||
        x + width > area.right + tolerance ||
        y < area.bottom - tolerance ||
        y + height > area.top + tolerance,
    )
    const wanted = dense(run?.runningHead ?? '')
    return [
      ...(headed === wanted ? [] : [`page ${number}: head “${headed}” instead of “${wanted}”`]),
      ...wide.map(({ text, x }) => `page ${number}: “${text}” at ${x}`),
      ...pictures.map(({ x, y }) => `page ${number}: picture at ${x}, ${y}`),
    ]
  })
}

/** The text of each page reaches from margin to margin, those of its side. */
export function mirrorFaults(pages: readonly ReadPage[]): string[] {
  return pages.flatMap(({ number, body, area }) => {
    const full = linesOf(body.filter(isJustified)).filter((line) => isFull(line, area))
    if (full.length === 0) return []
    const left = Math.min(...full.map((line) => line.left))
    const right = Math.max(...full.map((line) => line.right))
    const off = Math.max(Math.abs(left - area.left), Math.abs(right - area.right))
    return off > tolerance ? [`page ${number}: text from ${left} to ${right}`] : []
  })
}

/** Sources and notes, 五号, are ragged at the right. */
function isJustified({ size }: TextItem): boolean {
  return size > 11
}

/** Pages with at least one line from margin to margin. */
export function fullPages(pages: readonly ReadPage[]): number {
  return pages.filter(({ body, area }) => linesOf(body).some((line) => isFull(line, area))).length
}

interface Line {
  readonly left: number
  readonly right: number
  /** So much of it is text. */
  readonly inked: number
}

/** A line of running text; the lines of a list of contents have gaps, and those of a cell begin further in. */
function isFull({ inked, ...line }: Line, { left, right }: ReadPage['area']): boolean {
  return inked > (right - left) * 0.97 && line.left < left + 4
}

function linesOf(items: readonly TextItem[]): readonly Line[] {
  const lines = new Map<number, Line>()
  for (const { x, y, width } of items) {
    const key = Math.round(y)
    const line = lines.get(key) ?? { left: x, right: x, inked: 0 }
    lines.set(key, {
      left: Math.min(line.left, x),
      right: Math.max(line.right, x + width),
      inked: line.inked + width,
    })
  }
  return [...lines.values()]
}

/** Fonts that a printer could not take as they are. */
export function fontFaults({ fonts }: PdfContent): string[] {
  return fonts
    .filter(({ type, embedded, subset }) => type !== 'CIDFontType2' || !embedded || !subset)
    .map(({ name, type, embedded, subset }) => `${name} ${type} ${embedded} ${subset}`)
}

/** Texts of the book that cannot be read from its paper, and signs that look right but are others. */
export function textFaults(book: Book, read: PdfContent, pages: readonly ReadPage[]): string[] {
  const all = textOf(pages.flatMap(({ body }) => body))
  const lost = expectedTexts(book, labelsByAnchor(read)).filter(({ text }) => !all.includes(text))
  const radicals = [...all].filter((sign) => /[\u2e80-\u2fdf\ufffd]/.test(sign))
  return [
    ...lost.map(({ kind, text }) => `${kind}: ${text}`),
    ...radicals.map((sign) => `U+${sign.codePointAt(0)?.toString(16)}`),
  ]
}

/** Pictures printed coarser than 150 dots an inch although the file has more. */
export function pictureFaults(pages: readonly ReadPage[], sources: ReadonlySet<string>): string[] {
  return pages.flatMap(({ number, page }) =>
    page.images
      .filter(({ pixelWidth, pixelHeight, width }) => {
        const whole = sources.has(`${pixelWidth}×${pixelHeight}`)
        return !whole && pixelWidth / (width / 72) < 150
      })
      .map(({ pixelWidth, width }) => `page ${number}: ${pixelWidth} pixels on ${width} pt`),
  )
}
