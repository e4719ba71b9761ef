import type {
  BookBlock,
  BookCell,
  BookHeading,
  BookInline,
  BookParagraph,
  BookTable,
  CellContent,
  Layout,
  ParagraphStyle,
} from '../src/index.ts'

// Short words for books written by hand.

export type Words = string | readonly BookInline[]

export function inlines(words: Words): readonly BookInline[] {
  return typeof words === 'string' ? [{ kind: 'text', value: words }] : words
}

export function text(value: string): BookInline {
  return { kind: 'text', value }
}

export function p(words: Words, style: ParagraphStyle = 'body', before = 0): BookParagraph {
  return { kind: 'paragraph', style, content: inlines(words), before }
}

export function heading(level: number, words: Words, anchor: string): BookHeading {
  return { kind: 'heading', level, anchor, content: inlines(words), before: 0 }
}

export function space(height: number): BookBlock {
  return { kind: 'space', height, before: 0 }
}

export function cell(words: Words, options: Partial<BookCell> = {}): BookCell {
  const content: readonly CellContent[] = [{ kind: 'paragraph', content: inlines(words) }]
  return {
    content,
    colspan: 1,
    rowspan: 1,
    align: 'center',
    head: false,
    vertical: false,
    ...options,
  }
}

export function headCell(words: Words, options: Partial<BookCell> = {}): BookCell {
  return cell(words, { head: true, ...options })
}

/** Widths by shares: inner widths of whole half characters and a remainder, the first column takes the rest. */
export function widths(shares: readonly number[], textWidth: number, layout: Layout): number[] {
  const { size, side, border } = layout.table
  const extra = 2 * side + border
  const whole = shares.reduce((sum, one) => sum + one, 0)
  const available = textWidth - border
  const wide = shares.map((one) => {
    const inner = (available * one) / whole - extra
    return (Math.floor((inner / size - 0.3) * 2) / 2 + 0.3) * size + extra
  })
  const rest = available - wide.reduce((sum, one) => sum + one, 0)
  return wide.map((one, index) => Math.round((index === 0 ? one + rest : one) * 20) / 20)
}

export function table(
  columns: readonly number[],
  head: readonly string[],
  rows: readonly (readonly BookCell[])[],
  options: Partial<BookTable> = {},
): BookTable {
  const first = head.length === 0 ? [] : [head.map((one) => headCell(one))]
  return {
    kind: 'table',
    columns,
    headRows: first.length,
    rows: [...first, ...rows],
    keep: true,
    purpose: 'data',
    before: 0,
    ...options,
  }
}
