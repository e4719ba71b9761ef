import type { Block, ParsedDocument, SourceText } from '@ziping/report'
import type { LintSubject } from './subject.ts'

/** Markup that prints as typed, with where it stands. */
export type KeptMarkup = ParsedDocument['kept'][number] & {
  readonly source: SourceText
  readonly start: number
  readonly end: number
  /** The outermost block it stands in. */
  readonly block: Block | undefined
}

/** All of it, in the order of the documents. */
export function keptMarkup({ views }: Pick<LintSubject, 'views'>): readonly KeptMarkup[] {
  return views.flatMap(({ kept }) => kept)
}

/** What one document has of it. */
export function keptIn(
  { blocks, kept }: ParsedDocument,
  source: SourceText,
): readonly KeptMarkup[] {
  let next = 0
  return kept.map((item) => {
    const { line, column, endLine, endColumn } = item.place
    const start = source.offset(line, column)
    while ((blocks[next]?.span.end ?? Infinity) <= start) next++
    const end = source.offset(endLine, endColumn)
    return { ...item, source, start, end, block: blocks[next] }
  })
}
