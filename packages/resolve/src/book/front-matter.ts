import { clauseHeading, isSpecified, leafClauses, parentsOf } from '@ziping/award'
import { printDate } from '@ziping/forms'
import { allInlines, inlinesIn } from '@ziping/report'
import type { BookBlock, BookHeading, BookParagraph, PageRun, ParagraphStyle } from './book.ts'
import type { BookContext } from './book-context.ts'
import { type BookInline, bookText } from './inline.ts'
import { layContents } from './resolve-table.ts'

type Content = readonly BookInline[]

function text(value: string): Content {
  return value === '' ? [] : [{ kind: 'text', value }]
}

function paragraph(style: ParagraphStyle, value: string, before = 0): BookParagraph {
  return { kind: 'paragraph', style, content: text(value), before }
}

/** The title page of a volume that does not open with a form of its own cover. */
export function coverRun(document: string, title: string, context: BookContext): PageRun {
  const { material, layout } = context
  const { award } = material.resolver.report
  const { date, year } = material
  const line = layout.coverLine.line
  const lines = coverLines(context).map(([label, value]) => ({ label, value: text(value) }))
  const blocks: BookBlock[] = [
    { kind: 'space', height: line * 3, before: 0 },
    paragraph('cover-subtitle', award.name),
    ...(year === undefined ? [] : [paragraph('cover-subtitle', `（${year} 年度）`)]),
    { kind: 'space', height: line * 2, before: 0 },
    paragraph('cover-title', title),
    { kind: 'space', height: line * 5, before: 0 },
    { kind: 'lines', lines, before: 0 },
    ...(date === undefined ? [] : [paragraph('cover-foot', printDate(date), line * 3)]),
  ]
  return {
    document,
    role: 'cover',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'none',
    blocks,
  }
}

function coverLines({ material }: BookContext): readonly (readonly [string, string])[] {
  const { organization, person, project } = applicantNames(material.applicant)
  return [
    ...(project === '' ? [] : [['项目名称：', project] as const]),
    ...(person === '' ? [] : [['申 报 人：', person] as const]),
    ...(organization === ''
      ? []
      : [[person === '' ? '申报单位：' : '所在单位：', organization] as const]),
  ]
}

/** Names as the data have them; empty where they do not. */
export function applicantNames(applicant: BookContext['material']['applicant']): {
  readonly organization: string
  readonly person: string
  readonly project: string
} {
  const name = (of: 'organization' | 'person' | 'project'): string => {
    const value: unknown = applicant.facts[of]
    const found =
      typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined
    return typeof found === 'string' ? found : ''
  }
  return { organization: name('organization'), person: name('person'), project: name('project') }
}

/** Contents, the lists asked for, and where each clause is answered. */
export function frontRun(
  body: readonly PageRun[],
  context: BookContext,
  continuous: boolean,
): PageRun {
  const { lists = {} } = context.material
  const blocks: BookBlock[] = [
    paragraph('part-title', '目　录'),
    { kind: 'contents', of: 'headings', entries: headingEntries(body, continuous), before: 0 },
    ...(lists.tables === true ? listOf(body, '表') : []),
    ...(lists.figures === true ? listOf(body, '图') : []),
    ...clauseIndex(context),
  ]
  return {
    document: 'contents',
    role: 'front',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'roman',
    blocks,
  }
}

type Entry = Extract<BookBlock, { readonly kind: 'contents' }>['entries'][number]

/** Titles of documents and parts, chapters and clauses: three levels. */
function headingEntries(body: readonly PageRun[], numbered: boolean): readonly Entry[] {
  // A cover without a number has no page to be found on.
  const shown = numbered ? body : body.filter(({ role }) => role !== 'cover')
  const headings = shown.flatMap(({ blocks }) => blocks.flatMap(titleOf))
  const top = Math.min(...headings.map(({ level }) => level), 1)
  return headings
    .map(({ level, ...entry }) => ({ ...entry, level: level - top + 1 }))
    .filter(({ level }) => level <= 3)
}

function titleOf(block: BookBlock): readonly Entry[] {
  const anchored = block.anchor === undefined ? [] : [block.anchor]
  if (block.kind === 'heading')
    return [{ level: block.level, text: bookText(block.content), anchor: block.anchor }]
  if (block.kind === 'paragraph' && (block.style === 'part-title' || block.style === 'cover-title'))
    return anchored.map((anchor) => ({
      level: block.style === 'cover-title' ? 0 : 1,
      text: bookText(block.content).replace(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, ''),
      anchor,
    }))
  return []
}

function listOf(body: readonly PageRun[], word: '表' | '图'): readonly BookBlock[] {
  const entries = body.flatMap(({ blocks }) => blocks.flatMap((block) => captionsIn(block, word)))
  if (entries.length === 0) return []
  const of = word === '表' ? 'tables' : 'figures'
  return [
    { kind: 'page-break', before: 0 },
    paragraph('part-title', `${word}目录`),
    { kind: 'contents', of, entries, before: 0 },
  ]
}

function captionsIn(block: BookBlock, word: string): readonly Entry[] {
  if (block.kind === 'box' || block.kind === 'quote')
    return block.blocks.flatMap((one) => captionsIn(one, word))
  if (block.kind === 'list')
    return block.items.flatMap((item) => item.blocks.flatMap((one) => captionsIn(one, word)))
  if (block.kind !== 'table' && block.kind !== 'figure') return []
  const { caption, anchor } = block
  if (caption === undefined || anchor === undefined || !caption.number.startsWith(word)) return []
  return [{ level: 1, text: `${caption.number}　${bookText(caption.content)}`, anchor }]
}

/** 条款–分值–页码: where a reviewer finds the answer to each clause. */
function clauseIndex(context: BookContext): readonly BookBlock[] {
  const { report } = context.material.resolver
  const { award } = report
  const leaves = [...leafClauses(award.clauses)].filter(({ scored }) => scored)
  const rows = leaves.flatMap((clause): readonly (readonly Content[])[] => {
    const holdings = new Set(report.sections.map(({ holding }) => holding))
    return [...holdings].flatMap((holding) => {
      const anchor = context.anchors.ofClause(clause.id, holding)
      if (!context.hasClause(anchor)) return []
      const category = parentsOf(award.clauses, clause.id)[0]
      const points = isSpecified(clause.points) ? String(clause.points) : ''
      const title: BookInline = {
        kind: 'reference',
        to: 'clause',
        anchor,
        text: clauseHeading(clause),
      }
      return [
        [
          text(category === undefined ? '' : clauseHeading(category)),
          [title, ...text(holding === undefined ? '' : `（${holding}）`)],
          text(points),
          [{ kind: 'page-of', anchor } as const],
        ],
      ]
    })
  })
  if (rows.length === 0) return []
  const hasPoints = leaves.some(({ points }) => isSpecified(points))
  const head = ['类目', '条款', ...(hasPoints ? ['分值'] : []), '页码']
  const shown = hasPoints ? rows : rows.map((row) => row.filter((_, column) => column !== 2))
  const laid = layContents(head, shown, context.layout, context.layout.text.width)
  return [
    { kind: 'page-break', before: 0 },
    paragraph('part-title', `条款${hasPoints ? '、分值' : ''}与页码对照表`),
    { kind: 'table', purpose: 'index', ...laid, keep: false, before: 0 },
  ]
}

/** 证据–条款–页码: what proves what, and where it is. */
export function evidenceIndex(context: BookContext, title: BookHeading): readonly BookBlock[] {
  const { resolver } = context.material
  const cited = citingClauses(context)
  const rows = resolver.evidence.all.map((evidence, index): readonly Content[] => {
    const anchor = context.anchors.ofEvidence(evidence.id)
    return [
      text(String(index + 1)),
      [{ kind: 'reference', to: 'evidence', anchor, text: evidence.title }],
      text([...(cited.get(evidence.id) ?? [])].join('、')),
      [{ kind: 'page-of', anchor }],
    ]
  })
  if (rows.length === 0) return []
  const head = ['编号', '证实性材料', '相关条款', '页码']
  const laid = layContents(head, rows, context.layout, context.layout.text.width)
  return [title, { kind: 'table', purpose: 'index', ...laid, keep: false, before: 0 }]
}

/** The numbers of the clauses whose text cites each piece of evidence. */
function citingClauses({ material }: BookContext): ReadonlyMap<string, ReadonlySet<string>> {
  const cited = new Map<string, Set<string>>()
  for (const section of material.resolver.report.sections)
    for (const { block } of section.units)
      for (const inlines of inlinesIn(block))
        for (const inline of allInlines(inlines))
          for (const id of inline.kind === 'reference' ? inline.targets : []) {
            if (material.resolver.target(id)?.kind !== 'evidence') continue
            const clauses = cited.get(id) ?? new Set<string>()
            cited.set(id, clauses.add(section.clause.number ?? section.clause.title))
          }
  return cited
}
