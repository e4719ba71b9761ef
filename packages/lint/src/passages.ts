import {
  type Block,
  type Caption,
  type Inline,
  type Report,
  SourceText,
  type Workspace,
} from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import { alignInline, Passage, type PassagePart } from './passage.ts'

interface Read {
  readonly workspace: Workspace
  readonly report: Report
  readonly resolver: Resolver
}

const known = new WeakMap<Report, readonly Passage[]>()

/** Every passage of the report's documents, in reading order; read once for all rules. */
export function passagesOf(subject: Read): readonly Passage[] {
  let passages = known.get(subject.report)
  if (passages === undefined) {
    passages = readPassages(subject)
    known.set(subject.report, passages)
  }
  return passages
}

function readPassages({ workspace, report, resolver }: Read): readonly Passage[] {
  const texts = new Map(workspace.documents.map(({ path, text }) => [String(path), text]))
  const passages: Passage[] = []
  for (const { parsed } of report.documents) {
    const source = new SourceText(parsed.file, texts.get(parsed.file) ?? '')
    const add = (
      block: Block,
      part: PassagePart,
      inlines: readonly Inline[],
      quoted: boolean,
    ): void => {
      const aligned = alignInline(inlines, source, resolver)
      if (aligned.text.trim() === '') return
      passages.push(new Passage({ source, block, part, inlines, quoted, ...aligned }))
    }
    walk(parsed.blocks, false, add)
  }
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
