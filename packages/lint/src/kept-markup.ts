import { type Block, type ParsedDocument, type Report, SourceText } from '@ziping/report'
import type { LintSubject } from './subject.ts'

/** Markup that prints as typed, with where it stands. */
export type KeptMarkup = ParsedDocument['kept'][number] & {
  readonly source: SourceText
  readonly start: number
  readonly end: number
  /** The outermost block it stands in. */
  readonly block: Block | undefined
}

type Subject = Pick<LintSubject, 'workspace' | 'report'>

const known = new WeakMap<Report, ReadonlyMap<string, readonly KeptMarkup[]>>()

/** All of it, in the order of the documents. */
export function keptMarkup(subject: Subject): readonly KeptMarkup[] {
  return [...byFile(subject).values()].flat()
}

/** What one file has of it. */
export function keptIn(subject: Subject, file: string): readonly KeptMarkup[] {
  return byFile(subject).get(file) ?? []
}

function byFile({ workspace, report }: Subject): ReadonlyMap<string, readonly KeptMarkup[]> {
  const read = known.get(report)
  if (read !== undefined) return read
  const texts = new Map(workspace.documents.map(({ path, text }) => [String(path), text]))
  const kept = new Map(
    report.documents
      .filter(({ parsed }) => parsed.kept.length > 0)
      .map(({ parsed }) => {
        const source = new SourceText(parsed.file, texts.get(parsed.file) ?? '')
        return [parsed.file, locate(parsed, source)]
      }),
  )
  known.set(report, kept)
  return kept
}

function locate({ blocks, kept }: ParsedDocument, source: SourceText): readonly KeptMarkup[] {
  let next = 0
  return kept.map((item) => {
    const { line, column, endLine, endColumn } = item.place
    const start = source.offset(line, column)
    while ((blocks[next]?.span.end ?? Infinity) <= start) next++
    const end = source.offset(endLine, endColumn)
    return { ...item, source, start, end, block: blocks[next] }
  })
}
