import { fillSpine, printCss } from './templates.ts'

/** What is written on the back of a volume, and how thick it is. */
export interface Spine {
  readonly title: string
  /** One below the other, with a gap between them. */
  readonly words: readonly string[]
  /** In points. */
  readonly width: number
  /** Said beside the strip, where it is cut away. */
  readonly hint: string
}

/** The largest letters of a spine, however thick the book is. */
const largest = 22

/** Letters take so much of the spine's width. */
const share = 0.72

/** A4, as all of the book. */
const sheet = { width: 595.28, height: 841.89 }

/** As long as a mark is, at the ends of the sheet. */
const mark = 14

/** How large the letters of a spine are. */
export function spineLetters(width: number, words: readonly string[]): number {
  const signs = [...words.join('')].length + 2 * Math.max(0, words.length - 1)
  const fitting = (sheet.height * 0.8) / Math.max(1, signs)
  return rounded(Math.min(largest, width * share, fitting))
}

/** A sheet with the strip that is cut out and put on the back of a volume. */
export function renderSpine({ title, words, width, hint }: Spine): string {
  const left = rounded((sheet.width - width) / 2)
  const tops = [0, sheet.height - mark - 1]
  const marks = [left, left + width].flatMap((edge) =>
    tops.map((top) => ({ left: rounded(edge), top: rounded(top), height: mark })),
  )
  return fillSpine({
    title,
    css: printCss('spine'),
    words,
    marks,
    left,
    width: rounded(width),
    size: spineLetters(width, words),
    hint,
    hintLeft: rounded(left + width + 24),
  })
}

function rounded(points: number): number {
  return Math.round(points * 100) / 100
}
