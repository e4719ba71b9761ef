import { PdfName, type PdfValue, pdfText } from './pdf-syntax.ts'

/** From this page on, pages are called so; until the next range begins. */
export interface PageLabelRange {
  /** Counted from 1 through the whole file. */
  readonly fromPage: number
  readonly style: 'decimal' | 'roman' | 'none'
  /** The number of the range's first page; 1 unless said. */
  readonly start?: number
  readonly prefix?: string
}

/** What is printed for a page's number: `23`, `iv`, or nothing. */
export function pageLabel(ranges: readonly PageLabelRange[], page: number): string {
  const range = inOrder(ranges).findLast(({ fromPage }) => fromPage <= page)
  if (range === undefined) return String(page)
  const number = page - range.fromPage + (range.start ?? 1)
  const shown = { decimal: String(number), roman: roman(number), none: '' }[range.style]
  return `${range.prefix ?? ''}${shown}`
}

/** The entry `/PageLabels` of the catalog. */
export function labelTree(ranges: readonly PageLabelRange[]): PdfValue {
  const sorted = inOrder(ranges)
  // The tree must begin with the first page.
  const whole = sorted[0]?.fromPage === 1 ? sorted : [defaultRange, ...sorted]
  return new Map([['Nums', whole.flatMap((range) => [range.fromPage - 1, labelOf(range)])]])
}

const defaultRange: PageLabelRange = { fromPage: 1, style: 'decimal' }

function labelOf({ style, start, prefix }: PageLabelRange): PdfValue {
  const entries = new Map<string, PdfValue>()
  if (style !== 'none') entries.set('S', new PdfName(style === 'roman' ? 'r' : 'D'))
  if (prefix !== undefined) entries.set('P', pdfText(prefix))
  if (start !== undefined) entries.set('St', start)
  return entries
}

function inOrder(ranges: readonly PageLabelRange[]): readonly PageLabelRange[] {
  return ranges.toSorted((a, b) => a.fromPage - b.fromPage)
}

const romanParts = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  let rest = number
  let text = ''
  for (const [value, letters] of romanParts) for (; rest >= value; rest -= value) text += letters
  return text
}
