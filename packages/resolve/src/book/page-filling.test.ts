import { describe, expect, it } from 'vitest'
import { reportLayout } from '../layout/layouts.ts'
import type { BookBlock, BookTable } from './book.ts'
import { PageFilling } from './page-filling.ts'

const { height } = reportLayout.text
const { line } = reportLayout.body
const [, second = reportLayout.body, third = reportLayout.body] = reportLayout.headings

const heading = (level: number): BookBlock => ({
  kind: 'heading',
  level,
  anchor: `heading-${level}`,
  content: [{ kind: 'text', value: '题' }],
  before: 0,
})

const text = (lines: number): BookBlock => ({
  kind: 'paragraph',
  style: 'flush',
  content: [{ kind: 'text', value: '字'.repeat(38 * lines) }],
  before: 0,
})

const row = (value: string): BookTable['rows'][number] => [
  {
    content: [{ kind: 'paragraph', content: [{ kind: 'text', value }] }],
    colspan: 1,
    rowspan: 1,
    align: 'left',
    head: false,
    vertical: false,
  },
]

/** What is used of the page after a heading that found so much room. */
function after(room: number, following: readonly BookBlock[]): number {
  const filling = new PageFilling(reportLayout)
  filling.used = height - room
  filling.add(heading(2), following)
  return filling.used
}

describe('a heading', () => {
  it('goes to the next page with the headings and the two lines it heads', () => {
    const needed = second.line + third.line + 2 * line
    expect(after(needed, [heading(3), text(5)])).toBeCloseTo(height - needed + second.line)
    expect(after(needed - 1, [heading(3), text(5)])).toBe(second.line)
  })

  it('takes a paragraph of three lines along whole', () => {
    expect(after(second.line + 2 * line, [text(3)])).toBe(second.line)
    expect(after(second.line + 2 * line, [text(4)])).toBeCloseTo(height - 2 * line)
  })

  it('needs nothing more before a new page', () => {
    const room = second.line + 1
    const turned: BookBlock = { kind: 'page-break', before: 0 }
    expect(after(room, [turned, text(9)])).toBeCloseTo(height - 1)
  })
})

it('a table that runs on repeats its head', () => {
  const { table } = reportLayout
  const one = table.line + 2 * table.padding + table.border
  const perPage = Math.floor(height / one)
  const rows = Array.from({ length: perPage + 8 }, (_, index) => row(String(index)))
  const filling = new PageFilling(reportLayout)
  const columns = [reportLayout.text.width - table.border]
  const long: BookTable = {
    ...{ kind: 'table', before: 0, columns, headRows: 1, rows, keep: false, purpose: 'data' },
  }
  filling.add(long, [])
  expect(filling.used).toBeCloseTo(9 * one)
})
