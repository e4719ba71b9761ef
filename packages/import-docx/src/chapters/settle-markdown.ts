import type { Inline } from '@ziping/report'
import {
  type Block,
  blocksIn,
  inlinesIn,
  parseDocument,
  plainText,
  writeMarkdown,
} from '@ziping/report'
import type { LossList } from '../losses.ts'

/** Markdown that reads back with the same words; marks that would spoil them are dropped, and told. */
export function settleMarkdown(blocks: readonly Block[], losses: LossList): string {
  const settled = blocks.map((block) => {
    if (readsBack(block)) return block
    losses.add('marks-dropped', wordsOf([block]).slice(0, 60))
    return withoutMarks(block)
  })
  return writeMarkdown(settled)
}

function readsBack(block: Block): boolean {
  const { blocks } = parseDocument('report/import.md', writeMarkdown([block]))
  return wordsOf(blocks) === wordsOf([block])
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map(
      (block) =>
        inlinesIn(block).map(plainText).join('') + wordsOf(blocksIn(block)) + ownWords(block),
    )
    .join('')
    .replaceAll(/\s/g, '')
}

function ownWords(block: Block): string {
  return block.kind === 'formula' || block.kind === 'code' ? block.value : ''
}

function withoutMarks(block: Block): Block {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: plain(block.content) }
    case 'table': {
      const row = (cells: typeof block.head): typeof block.head =>
        cells.map((cell) => ({ ...cell, content: plain(cell.content) }))
      return { ...block, head: row(block.head), rows: block.rows.map(row) }
    }
    case 'list': {
      const items = block.items.map((item) => ({ ...item, blocks: item.blocks.map(withoutMarks) }))
      return { ...block, items }
    }
    case 'box':
    case 'landscape':
    case 'footnote':
      return { ...block, blocks: block.blocks.map(withoutMarks) }
    default:
      return block
  }
}

function plain(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] =>
    'children' in inline && inline.kind !== 'reference' && inline.kind !== 'link'
      ? plain(inline.children)
      : [inline],
  )
}
