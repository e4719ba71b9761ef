import { type Clause, clauseHeading, parentsOf } from '@ziping/award'
import { type Block, type ReportDocument, type Section, sectionsFor } from '@ziping/report'
import type { BookBlock, BookHeading, PageRun } from './book.ts'
import type { BookContext } from './book-context.ts'
import { resolveBlocks, type Standing } from './resolve-blocks.ts'
import { takeNotes } from './resolve-notes.ts'
import { toRuns } from './to-runs.ts'

/** Blocks of the report that stand under one category of the award. */
interface Chapter {
  readonly clause: Clause | undefined
  readonly holding: string | undefined
  readonly pieces: { readonly file: string; readonly blocks: Block[] }[]
}

/** The self-assessment report: a run of pages for each chapter. */
export function resolveReport(
  context: BookContext,
  document: string,
  title: BookHeading | undefined,
): readonly PageRun[] {
  const chapters = chaptersOf(context)
  const holdings = new Set(chapters.map(({ holding }) => holding))
  let holding: string | undefined
  return chapters.flatMap((chapter, index) => {
    const lead: BookBlock[] = index === 0 && title !== undefined ? [title] : []
    if (holdings.size > 1 && chapter.holding !== undefined && chapter.holding !== holding)
      lead.push(holdingTitle(chapter.holding))
    holding = chapter.holding
    return chapterRuns(chapter, context, document, lead)
  })
}

function chapterRuns(
  chapter: Chapter,
  context: BookContext,
  document: string,
  lead: readonly BookBlock[],
): readonly PageRun[] {
  const { clause } = chapter
  const runningHead = clause === undefined ? undefined : clauseHeading(clause)
  const groups = chapter.pieces.flatMap(({ file, blocks }) =>
    toRuns(blocks, (some, orientation) => {
      const width =
        orientation === 'landscape' ? context.layout.landscape.width : context.layout.text.width
      return resolvePiece(some, file, width, context)
    }),
  )
  const notes = takeNotes(context)
  const own = [...lead, ...chapterTitle(chapter, context)]
  const first = { orientation: 'portrait', blocks: own } as const
  const all = [first, ...groups, { orientation: 'portrait', blocks: notes } as const]
  return mergeGroups(all).map(({ orientation, blocks }) => ({
    document,
    role: 'body',
    orientation,
    start: 'new-page',
    folio: 'arabic',
    ...(runningHead === undefined ? {} : { runningHead }),
    blocks,
  }))
}

type Group = Pick<PageRun, 'orientation' | 'blocks'>

/** Neighbours of one orientation are one run of pages; empty ones are none. */
export function mergeGroups(groups: readonly Group[]): readonly Group[] {
  const merged: Group[] = []
  for (const group of groups) {
    if (group.blocks.length === 0) continue
    const last = merged.at(-1)
    if (last?.orientation === group.orientation)
      merged[merged.length - 1] = { ...last, blocks: [...last.blocks, ...group.blocks] }
    else merged.push(group)
  }
  return merged
}

/** A category whose heading the writers left to the book. */
function chapterTitle(
  { clause, holding, pieces }: Chapter,
  context: BookContext,
): readonly BookBlock[] {
  if (clause === undefined) return []
  const anchor = context.anchors.ofClause(clause.id, holding)
  if (context.hasClause(anchor)) return []
  const place = pieces[0]?.blocks[0]?.place
  const content = [{ kind: 'text', value: clauseHeading(clause) } as const]
  return [
    {
      kind: 'heading',
      level: 1,
      anchor,
      content,
      before: 0,
      ...(place === undefined ? {} : { place }),
    },
  ]
}

function holdingTitle(holding: string): BookHeading {
  const content = [{ kind: 'text', value: holding } as const]
  return { kind: 'heading', level: 0, anchor: `holding-${holding}`, content, before: 0 }
}

function chaptersOf({ material }: BookContext): readonly Chapter[] {
  const { report } = material.resolver
  const opened = openedBy(report.sections)
  const chapters: Chapter[] = []
  for (const { parsed, holding } of report.documents.filter(isReport)) {
    let piece: Chapter['pieces'][number] | undefined
    for (const block of parsed.blocks) {
      const section = opened.get(`${parsed.file}\0${block.span.start}`)
      const category =
        section === undefined
          ? undefined
          : (parentsOf(report.award.clauses, section.clause.id)[0] ?? section.clause)
      const last = chapters.at(-1)
      const isNew =
        last === undefined ||
        last.holding !== holding ||
        (category !== undefined && category.id !== last.clause?.id)
      if (isNew) {
        chapters.push({ clause: category, holding, pieces: [] })
        piece = undefined
      }
      if (piece === undefined) {
        piece = { file: parsed.file, blocks: [] }
        chapters.at(-1)?.pieces.push(piece)
      }
      piece.blocks.push(block)
    }
  }
  return chapters
}

function isReport({ kind }: ReportDocument): boolean {
  return kind === 'report'
}

function openedBy(sections: readonly Section[]): ReadonlyMap<string, Section> {
  return new Map(sections.map((one) => [`${one.file}\0${one.heading.span.start}`, one]))
}

function resolvePiece(
  blocks: readonly Block[],
  file: string,
  width: number,
  context: BookContext,
): readonly BookBlock[] {
  const { report } = context.material.resolver
  const sections = new Map(
    report.sections.filter((one) => one.file === file).map((one) => [one.heading.span.start, one]),
  )
  const levels = headingLevels(file, context, sections)
  const standing: Standing = {
    context,
    file,
    width,
    depth: 0,
    level: (heading) => levels.get(heading.span.start) ?? heading.level,
  }
  return resolveBlocks(blocks, standing).map((block) => {
    if (block.kind !== 'heading' || block.place === undefined) return block
    const section = [...sections.values()].find(({ heading }) => heading.place === block.place)
    if (section === undefined) return block
    const { clause, holding } = section
    // A clause without a number is known by one of several titles: the one written is the right one.
    const content =
      clause.number === undefined
        ? block.content
        : [{ kind: 'text', value: clauseHeading(clause) } as const]
    const isFirst = sectionsFor(report, clause.id, holding)[0] === section
    const anchor = isFirst ? context.anchors.ofClause(clause.id, holding) : block.anchor
    return { ...block, anchor, content }
  })
}

/** Clauses by their depth in the award’s tree; other headings below the clause they stand under. */
function headingLevels(
  file: string,
  { material }: BookContext,
  sections: ReadonlyMap<number, Section>,
): ReadonlyMap<number, number> {
  const { report } = material.resolver
  const blocks = report.documents.find(({ parsed }) => parsed.file === file)?.parsed.blocks ?? []
  const levels = new Map<number, number>()
  let clause = { level: 0, written: 0 }
  for (const block of blocks) {
    if (block.kind !== 'heading') continue
    const section = sections.get(block.span.start)
    if (section !== undefined) {
      const level = parentsOf(report.award.clauses, section.clause.id).length + 1
      clause = { level, written: block.level }
      levels.set(block.span.start, level)
    } else {
      const below = Math.max(1, block.level - clause.written)
      levels.set(block.span.start, Math.min(6, clause.level + below))
    }
  }
  return levels
}
