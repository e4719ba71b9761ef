import type { ParsedDocument, Span } from '../../src/index.ts'
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
  return unaccounted(text, source, parts, false)
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
  inQuote: boolean,
): readonly string[] {
  const inside = siblings.filter(
    (other) =>
      other !== part &&
      other.span.start >= part.span.start &&
      other.span.end <= part.span.end &&
      !isSame(other.span, part.span),
  )
  const typed = withHoles(part, inside, source)
  const quoted = inQuote ? typed.replace(/(?<=^|[\r\n·])(?:[^\S\r\n]|>)+/g, '') : typed
  const judged = [typed, quoted].some((text) => part.isSyntax(text.replace(/\s/g, ''), text))
  const found = judged ? [] : [`${part.name}: ${typed}`]
  return [
    ...found,
    ...part.parts.flatMap((child) =>
      unaccounted(child, source, part.parts, inQuote || part.name === 'quote'),
    ),
  ]
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end
}

/** The stretch of a part with what lies in other parts replaced by a mark. */
function withHoles(part: Part, siblings: readonly Part[], source: string): string {
  let typed = ''
  let at = part.span.start
  const inner = [...part.parts, ...siblings].sort(
    (a, b) => a.span.start - b.span.start || b.span.end - a.span.end,
  )
  for (const { span } of inner) {
    if (span.end <= at && span.end > span.start) continue
    typed += source.slice(at, span.start) + hole
    at = Math.max(at, span.end)
  }
  return typed + source.slice(at, part.span.end)
}
