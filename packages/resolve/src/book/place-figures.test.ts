import { describe, expect, it } from 'vitest'
import { reportLayout } from '../layout/layouts.ts'
import type { BookBlock, BookFigure, BookParagraph, PageRun } from './book.ts'
import { placeFigures } from './place-figures.ts'

const line = '字'.repeat(38)

const text = (name: string, lines: number): BookParagraph => ({
  kind: 'paragraph',
  style: 'body',
  // The indent takes two characters of the first line.
  content: [{ kind: 'text', value: (name + line.repeat(lines)).slice(0, lines * 38 - 3) }],
  before: 0,
})

const figure: BookFigure = {
  kind: 'figure',
  anchor: 'figure',
  caption: { number: '图1-1', content: [] },
  drawings: [],
  height: 220,
  before: 0,
}

const heading: BookBlock = {
  kind: 'heading',
  level: 2,
  anchor: 'heading',
  content: [{ kind: 'text', value: '题' }],
  before: 0,
}

/** Names the blocks in the order they print. */
function placed(blocks: readonly BookBlock[], role: PageRun['role'] = 'body'): string {
  const run: PageRun = {
    document: 'report',
    role,
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    blocks,
  }
  return placeFigures(run, reportLayout)
    .blocks.map((block) => {
      if (block.kind !== 'paragraph') return block.kind
      const [first] = block.content
      return first?.kind === 'text' ? first.value.slice(0, 1) : ''
    })
    .join(' ')
}

describe('a figure that no longer fits its page', () => {
  it('lets the text that follows go on, as much as the page holds', () => {
    const blocks = [text('甲', 24), figure, text('乙', 5), text('丙', 5), text('丁', 5)]
    expect(placed(blocks)).toBe('甲 乙 丙 figure 丁')
  })

  it('stays where it fits, or where next to nothing is left of the page', () => {
    expect(placed([text('甲', 20), figure, text('乙', 5)])).toBe('甲 figure 乙')
    expect(placed([text('甲', 30), figure, text('乙', 5)])).toBe('甲 figure 乙')
  })

  it('passes no heading, no other figure, and no text that says where it stands', () => {
    const start = [text('甲', 24), figure]
    expect(placed([...start, heading, text('乙', 5)])).toBe('甲 figure heading 乙')
    expect(placed([...start, figure, text('乙', 5)])).toBe('甲 figure figure 乙')
    expect(placed([...start, text('如上图所示', 5)])).toBe('甲 figure 如')
    const leading = {
      ...text('甲', 24),
      content: [{ kind: 'text', value: `${line.repeat(23)}流程如下：` }],
    } as const
    expect(placed([leading, figure, text('乙', 5)])).toBe('字 figure 乙')
  })

  it('is left alone in forms', () => {
    const blocks = [text('甲', 24), figure, text('乙', 5)]
    expect(placed(blocks, 'form')).toBe('甲 figure 乙')
  })
})

it('gives room and indents by the new order', () => {
  const table: BookBlock = {
    kind: 'table',
    purpose: 'data',
    caption: { number: '表1-1', content: [] },
    columns: [200],
    headRows: 0,
    rows: Array.from({ length: 10 }, () => [
      { content: [], colspan: 1, rowspan: 1, align: 'left', head: false, vertical: false },
    ]),
    keep: true,
    before: 0,
  }
  const after = { ...text('乙', 8), style: 'flush', before: 10.25 } as const
  const run: PageRun = {
    document: 'report',
    role: 'body',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    blocks: [text('甲', 24), table, after, text('丙', 2)],
  }
  expect(placeFigures(run, reportLayout).blocks).toMatchObject([
    { style: 'body', before: 0 },
    { style: 'body', before: 0 },
    { kind: 'table', before: 0 },
    { style: 'flush', before: 10.25 },
  ])
})
