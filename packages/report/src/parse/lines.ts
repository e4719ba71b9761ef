import type { Span } from '../inline.ts'

/** A line by its offsets: where it starts, ends, and where the next one starts. */
export interface Line {
  readonly start: number
  readonly end: number
  readonly next: number
}

/** The lines of a stretch of text; CRLF, LF and CR end one. */
export function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = []
  const breaks = /\r\n?|\n/g
  breaks.lastIndex = start
  let from = start
  for (let found = breaks.exec(text); found !== null; found = breaks.exec(text)) {
    if (found.index >= end) break
    lines.push({ start: from, end: found.index, next: breaks.lastIndex })
    from = breaks.lastIndex
  }
  if (from < end) lines.push({ start: from, end, next: end })
  return lines
}

export function isBlank(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!/\s/.test(text[at] ?? '')) return false
  return true
}

/** What stands in front of a line's own text: indentation, `>`, list markers. */
export interface Prefix {
  readonly quotes: number
  /** The offset and column of the first mark, or of the text. */
  readonly start: number
  readonly indent: number
  /** Where the text of each list item that begins here starts, as columns. */
  readonly items: readonly number[]
  /** Where the line's own text begins: its offset and column. */
  readonly content: number
  readonly column: number
  /** A mark that would nest deeper than anyone reads. */
  readonly tooDeep?: Span
}

export const noPrefix: Prefix = { quotes: 0, start: 0, indent: 0, items: [], content: 0, column: 0 }

const deepestNesting = 16
const widestIndentation = 64

const marker = /(?:[-*+]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y

export function readPrefix(text: string, line: Line): Prefix {
  const items: number[] = []
  let quotes = 0
  let start: number | undefined
  let indent = 0
  let at = line.start
  let column = 0
  for (;;) {
    const item = at > line.start && text[at - 1] !== '>'
    while (at < line.end && isIndentation(text[at]))
      column += text[at++] === '\t' ? 4 - (column % 4) : 1
    if (start === undefined) {
      start = at
      indent = column
    }
    if (item) items.push(at < line.end ? column : column + 1)
    const length = at < line.end ? markLength(text, at) : 0
    const read = { quotes, start, indent, items, content: at, column }
    if (length === 0) return read
    if (quotes + items.length >= deepestNesting || column > widestIndentation)
      return { ...read, tooDeep: { start: at, end: at + length } }
    if (text[at] === '>') quotes++
    at += length
    column += length
  }
}

/** Full-width and other wide spaces indent as well. */
function isIndentation(character: string | undefined): boolean {
  return character !== undefined && /[ \t\u3000\u00A0\u2002\u2003]/.test(character)
}

function markLength(text: string, at: number): number {
  if (text[at] === '>') return isComparison(text, at) ? 0 : 1
  marker.lastIndex = at
  return marker.exec(text)?.[0].length ?? 0
}

/** `>95%` at the start of a line is a comparison, not a quotation. */
export function isComparison(text: string, at: number): boolean {
  return text[at] === '>' && /[\d=＝.]/.test(text[at + 1] ?? '')
}

/** Lines of a comment without what its container puts in front of all but the first. */
export function withoutPrefix(text: string, { quotes, column }: Prefix): string {
  return text
    .split(/\r\n?|\n/)
    .map((line, index) => (index === 0 ? line : line.slice(prefixLength(line, quotes, column))))
    .join('\n')
}

function prefixLength(line: string, quotes: number, columns: number): number {
  let at = 0
  let column = 0
  let left = quotes
  for (; at < line.length && column < columns; at++) {
    const character = line[at]
    if (character === '>' && left > 0 && !isComparison(line, at)) left--
    else if (!isIndentation(character)) break
    column += character === '\t' ? 4 - (column % 4) : 1
  }
  return at
}
