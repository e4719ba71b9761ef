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

/** A footnote is one only where both its mark and its text stand: here each gets the other. */
function readsBack(block: Block): boolean {
  const own = block.kind === 'footnote' ? block.id : undefined
  const cited = [...footnotesIn(block)].filter((id) => id !== own)
  const source = [
    ...(own === undefined ? [] : [`注[^${own}]`]),
    writeMarkdown([block]),
    ...cited.map((id) => `[^${id}]: 注`),
  ].join('\n\n')
  const expected = `${own === undefined ? '' : '注'}${wordsOf([block])}${'注'.repeat(cited.length)}`
  return wordsOf(parseDocument('report/import.md', source).blocks) === expected
}

function footnotesIn(block: Block): ReadonlySet<string> {
  const ids = new Set<string>()
  const collect = (inlines: readonly Inline[]): void => {
    for (const inline of inlines)
      if (inline.kind === 'footnote-reference') ids.add(inline.id)
      else if ('children' in inline) collect(inline.children)
  }
  const walk = (one: Block): void => {
    for (const inlines of inlinesIn(one)) collect(inlines)
    for (const inner of blocksIn(one)) walk(inner)
  }
  walk(block)
  return ids
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
    case 'quote':
    case 'box':
    case 'landscape':
    case 'footnote':
      return { ...block, blocks: block.blocks.map(withoutMarks) }
    default:
      return block
  }
}

function plain(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline): readonly Inline[] => {
    if (inline.kind === 'code-text') return [{ ...inline, kind: 'text' }]
    return 'children' in inline && inline.kind !== 'reference' && inline.kind !== 'link'
      ? plain(inline.children)
      : [inline]
  })
}
