import type { PrintedValue } from '@ziping/forms'
import { allBlocks, type Block, type ReportDocument } from '@ziping/report'
import type { BookContext } from './book-context.ts'
import type { BookInline } from './inline.ts'
import { resolveInlines } from './resolve-inlines.ts'

/** The words in the cell of a field whose value is a text of its own. */
export function formText(value: PrintedValue, context: BookContext): readonly BookInline[] {
  const { document, clause } = value.document ?? { document: '' }
  if (document === 'report') return reportReference(clause, context)
  const source = textNamed(document, context)
  if (source === undefined) return [{ kind: 'text', value: value.text }]
  if (needsOwnPages(document, context)) return [{ kind: 'text', value: '见附页' }]
  return source.parsed.blocks
    .flatMap((block) => linesOf(block, context, source.parsed.file))
    .flatMap((line, index) => (index === 0 ? line : [{ kind: 'text', value: '\n' }, ...line]))
}

/** 见自评报告“1.1 高层领导的作用”（第12页） */
function reportReference(clause: string | undefined, context: BookContext): readonly BookInline[] {
  const { report } = context.material.resolver
  const title = report.award.deliverables.find(({ kind }) => kind === 'report')?.title ?? '自评报告'
  const target = clause === undefined ? undefined : context.material.resolver.target(clause)
  const first = report.sections[0]?.file ?? ''
  const anchor = target === undefined ? undefined : context.anchorOf(target, first)
  const page: readonly BookInline[] =
    anchor === undefined
      ? []
      : [
          { kind: 'text', value: '（第' },
          { kind: 'page-of', anchor },
          { kind: 'text', value: '页）' },
        ]
  const words: BookInline =
    target?.kind === 'clause'
      ? {
          kind: 'reference',
          to: 'clause',
          ...(anchor === undefined ? {} : { anchor }),
          text: `“${target.clause.number ?? ''}${target.clause.number === undefined ? '' : ' '}${target.clause.title}”`,
        }
      : { kind: 'text', value: '全文' }
  return [{ kind: 'text', value: `见${title}` }, words, ...page]
}

/** A text with tables or figures does not fit a cell. */
export function needsOwnPages(document: string, context: BookContext): boolean {
  const source = textNamed(document, context)
  if (source === undefined) return false
  return [...allBlocks(source.parsed.blocks)].some(
    (block) => 'caption' in block || block.kind === 'table' || block.kind === 'figure',
  )
}

function textNamed(document: string, { material }: BookContext): ReportDocument | undefined {
  return material.resolver.report.documents.find(({ parsed }) => parsed.file === document)
}

/** Paragraphs, headings and list items, each a line of the cell. */
function linesOf(
  block: Block,
  context: BookContext,
  file: string,
): readonly (readonly BookInline[])[] {
  switch (block.kind) {
    case 'paragraph':
      return [resolveInlines(block.content, context, file)]
    case 'heading':
      return [[{ kind: 'strong', children: resolveInlines(block.content, context, file) }]]
    case 'list':
      return block.items.flatMap((item, index) => {
        const marker = block.ordered ? `${block.start + index}. ` : '● '
        return item.blocks
          .flatMap((one) => linesOf(one, context, file))
          .map((line, i) => (i === 0 ? [{ kind: 'text', value: marker } as const, ...line] : line))
      })
    case 'quote':
    case 'box':
      return block.blocks.flatMap((one) => linesOf(one, context, file))
    case 'code':
    case 'formula':
      return block.value.split('\n').map((value) => [{ kind: 'text', value }])
    default:
      return []
  }
}
