import type { Block, Caption, Inline, ReportDocument, SourceText } from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import { alignInline, Passage, type PassagePart } from './passage.ts'
import type { LintSubject } from './subject.ts'

/** Every passage of the report's documents, in reading order; read once for all rules. */
export function passagesOf({ views }: Pick<LintSubject, 'views'>): readonly Passage[] {
  return views.flatMap(({ passages }) => passages)
}

/** The passages of one document. */
export function passagesIn(
  { parsed }: ReportDocument,
  source: SourceText,
  printing: Pick<Resolver, 'printed'>,
): readonly Passage[] {
  const passages: Passage[] = []
  walk(parsed.blocks, false, (block, part, inlines, quoted) => {
    const aligned = alignInline(inlines, source, printing)
    if (aligned.text.trim() === '') return
    passages.push(new Passage({ source, block, part, inlines, quoted, ...aligned }))
  })
  return passages
}

type Add = (block: Block, part: PassagePart, inlines: readonly Inline[], quoted: boolean) => void

function walk(blocks: readonly Block[], quoted: boolean, add: Add): void {
  for (const block of blocks)
    switch (block.kind) {
      case 'heading':
        add(block, 'heading', block.content, quoted)
        break
      case 'paragraph':
        add(block, 'text', block.content, quoted)
        break
      case 'list':
        for (const item of block.items) walk(item.blocks, quoted, add)
        break
      case 'quote':
        walk(block.blocks, true, add)
        break
      case 'box':
        add(block, 'title', block.title, quoted)
        walk(block.blocks, quoted, add)
        break
      case 'landscape':
      case 'footnote':
        walk(block.blocks, quoted, add)
        break
      case 'table':
        add(block, 'caption', captionOf(block), quoted)
        for (const cell of [block.head, ...block.rows].flat())
          if (cell.merge === undefined) add(block, 'cell', cell.content, quoted)
        break
      case 'figure':
      case 'chart':
      case 'diagram':
      case 'indicator-table':
        add(block, 'caption', captionOf(block), quoted)
        break
      case 'code':
      case 'formula':
      case 'rule':
      case 'page-break':
      case 'note':
      case 'link-definition':
        break
      default:
        block satisfies never
    }
}

function captionOf(block: { readonly caption?: Caption }): readonly Inline[] {
  return block.caption?.content ?? []
}
