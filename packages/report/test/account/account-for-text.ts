import type { ParsedDocument, Span } from '../../src/index.ts'
import { reserved } from '../../src/parse/units.ts'
import { blockParts } from './block-parts.ts'
import { hole, type Part } from './part.ts'

/**
 * Where every character of a source went: each that is no white space lies in a text, an attribute, or a token of
 * syntax of the node around it. Returns what cannot be accounted for.
 */
export function accountForText(source: string, document: ParsedDocument): readonly string[] {
  const parts = blockParts(document.blocks)
  const text: Part = {
    name: 'document',
    span: { start: frontMatterEnd(source, document), end: source.length },
    parts,
    isSyntax: (between) => /^·*$/.test(between.replace(/^\uFEFF/, '')),
  }
  // What no text may hold is read as U+FFFD everywhere.
  return unaccounted(text, source.replace(reserved, '\uFFFD'), parts, 0)
}

/** Keys and values above the text are no part of it; where there are none, the lines of `---` are rules. */
function frontMatterEnd(source: string, { blocks }: ParsedDocument): number {
  const end =
    /^\uFEFF?---[ \t]*[\r\n](?:[\s\S]*?[\r\n])??---[ \t]*(?=[\r\n]|$)/.exec(source)?.[0].length ?? 0
  return (blocks[0]?.span.start ?? source.length) >= end ? end : 0
}

/** A caption above a table embraces the notes in between, a figure the notes among its images. */
function unaccounted(
  part: Part,
  source: string,
  siblings: readonly Part[],
  quotes: number,
): readonly string[] {
  const inside = siblings.filter(
    (other) =>
      other !== part &&
      other.span.start >= part.span.start &&
      other.span.end <= part.span.end &&
      !isSame(other.span, part.span),
  )
  // A line may go on lazily, with fewer marks than there are quotations around it.
  const judged = quoteMarks(quotes).some((marks) => {
    const text = withHoles(part, inside, source, marks)
    return part.isSyntax(text.replace(/\s/g, ''), text)
  })
  const found = judged ? [] : [`${part.name}: ${withHoles(part, inside, source, /(?!)/)}`]
  const within = part.name === 'quote' ? quotes + 1 : quotes
  return [
    ...found,
    ...part.parts.flatMap((child) => unaccounted(child, source, part.parts, within)),
  ]
}

/** What marks the lines inside so many quotations. `>95%` compares in a paragraph, but not in a fence of code. */
function quoteMarks(quotes: number): readonly RegExp[] {
  return [...Array(quotes + 1).keys()].flatMap((count) =>
    ['>(?![\\d=＝.])', '>'].map(
      (mark) => new RegExp(`(?<=[\\r\\n])(?:[^\\S\\r\\n]*${mark}){0,${count}}`, 'g'),
    ),
  )
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** The stretch of a part with what lies in other parts replaced by a mark. */
function withHoles(part: Part, siblings: readonly Part[], source: string, marks: RegExp): string {
  let typed = ''
  let at = part.span.start
  const inner = [...part.parts, ...siblings].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  )
  for (const { span } of inner) {
    if (span.end <= at && span.end > span.start) continue
    typed += withoutQuotes(source, { start: at, end: span.start }, marks) + hole
    at = Math.max(at, span.end)
  }
  return typed + withoutQuotes(source, { start: at, end: part.span.end }, marks)
}

/** A stretch without the marks of quotations that its lines begin with; a further `>` is text. */
function withoutQuotes(source: string, { start, end }: Span, marks: RegExp): string {
  if (start >= end) return ''
  const before = start === 0 ? '\n' : source.slice(start - 1, start)
  return (before + source.slice(start, end)).replace(marks, '').slice(1)
}
