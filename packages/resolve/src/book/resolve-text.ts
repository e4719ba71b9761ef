import { allBlocks, normalizeTitle, plainText, type ReportDocument } from '@ziping/report'
import type { BookHeading, PageRun } from './book.ts'
import type { BookContext } from './book-context.ts'
import { resolveBlocks } from './resolve-blocks.ts'
import { takeNotes } from './resolve-notes.ts'
import { mergeGroups } from './resolve-report.ts'
import { toRuns } from './to-runs.ts'

/** A document that answers no clauses: overview, case, a long form field. */
export function resolveText(
  source: ReportDocument,
  document: string,
  title: BookHeading | undefined,
  context: BookContext,
): readonly PageRun[] {
  const { parsed } = source
  const { blocks } = parsed
  const first = blocks.find((block) => block.kind !== 'note')
  const repeats =
    title !== undefined &&
    first?.kind === 'heading' &&
    normalizeTitle(plainText(first.content)) === normalizeTitle(titleText(title))
  const rest = repeats ? blocks.filter((block) => block !== first) : blocks
  const top = Math.min(
    ...[...allBlocks(rest)].flatMap((block) => (block.kind === 'heading' ? [block.level] : [])),
    6,
  )
  const groups = toRuns(rest, (some, orientation) => {
    const { landscape, text } = context.layout
    const width = orientation === 'landscape' ? landscape.width : text.width
    const level = (heading: { readonly level: number }): number =>
      Math.min(6, heading.level - top + 1)
    return resolveBlocks(some, { context, file: parsed.file, width, depth: 0, level })
  })
  const lead = title === undefined ? [] : [title]
  const all = [
    { orientation: 'portrait', blocks: lead } as const,
    ...groups,
    { orientation: 'portrait', blocks: takeNotes(context) } as const,
  ]
  return mergeGroups(all).map(({ orientation, blocks: own }) => ({
    document,
    role: 'body',
    orientation,
    start: 'new-page',
    folio: 'arabic',
    ...(title === undefined ? {} : { runningHead: titleText(title) }),
    blocks: own,
  }))
}

function titleText({ content }: BookHeading): string {
  return content.map((inline) => (inline.kind === 'text' ? inline.value : '')).join('')
}
