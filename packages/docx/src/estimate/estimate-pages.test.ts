import {
  type Book,
  type BookBlock,
  officialLayout,
  type PageRun,
  reportLayout,
} from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { body, cell, heading } from '../../test/small-book.ts'
import { estimatePages } from './estimate-pages.ts'

/** A page of the report's layout has 32 lines of text. */
const lines = (count: number): BookBlock => body('一'.repeat(36 + (count - 1) * 38))
const mark = (anchor: string): BookBlock => ({ ...body('一'), anchor })
const run = (blocks: readonly BookBlock[], more: Partial<PageRun> = {}): PageRun => ({
  document: 'report',
  role: 'body',
  orientation: 'portrait',
  start: 'new-page',
  folio: 'arabic',
  blocks,
  ...more,
})

function pagesOf(runs: readonly PageRun[], layout: Book['layout'] = reportLayout): object {
  const book: Book = {
    id: 'book',
    title: '',
    subject: '',
    author: '',
    keywords: [],
    lang: 'zh-CN',
    layout,
    runs,
  }
  return Object.fromEntries(estimatePages(book))
}

describe('a page', () => {
  it.each([
    ['is full', '1', [lines(31), mark('a')]],
    ['is more than full', '2', [lines(32), mark('a')]],
    ['after many', '11', [lines(300), lines(20), mark('a')]],
    ['is broken', '2', [lines(31), mark('b'), { kind: 'page-break', before: 0 }, mark('a')]],
    ['has no room for the room above', '2', [lines(31), { ...mark('a'), before: 11 }]],
    ['begins without room', '3', [lines(32), { ...mark('b'), before: 11 }, lines(31), mark('a')]],
  ] as const)('%s', (_, page, blocks) => {
    expect(pagesOf([run(blocks)])).toHaveProperty('a', page)
  })

  it('keeps a heading with what follows, and no line alone', () => {
    expect(pagesOf([run([lines(30), heading(2, '标题', 'a'), lines(9)])])).toEqual({ a: '2' })
    expect(pagesOf([run([lines(31), lines(3), mark('a')])])).toEqual({ a: '2' })
    // Two of four lines stay: the fifth line of the next page is the next paragraph's.
    expect(pagesOf([run([lines(30), lines(4), lines(29), mark('a')])])).toEqual({ a: '2' })
    expect(pagesOf([run([lines(30), lines(4), lines(30), mark('a')])])).toEqual({ a: '3' })
  })

  it('is another in another layout', () => {
    expect(pagesOf([run([lines(28), mark('a')])], officialLayout)).toEqual({ a: '2' })
  })
})

describe('a table', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, row) => [cell(`${row}`)])
  const head = [cell('指标', { head: true })]
  const table = (count: number, keep: boolean): BookBlock => ({
    kind: 'table',
    columns: [200],
    headRows: 1,
    rows: [head, ...rows(count)],
    keep,
    purpose: 'data',
    before: 0,
    anchor: 'table',
  })

  it('goes to the next page whole where it is short', () => {
    expect(pagesOf([run([lines(28), table(5, true)])])).toEqual({ table: '2' })
  })

  it('runs over by rows, its head again on every page', () => {
    // 32 rows of 22 points and the head's fill a page; the second page loses a row to the head.
    const pages = [31, 32, 62, 63].map((count) =>
      pagesOf([run([table(count - 1, false), mark('a')])]),
    )
    expect(pages.map((one) => ('a' in one ? one.a : undefined))).toEqual(['1', '2', '2', '3'])
  })
})

it('counts the lines of a cover by the longer of label and value', () => {
  const line = (value: string) => ({ label: '单位', value: [{ kind: 'text', value } as const] })
  const cover = (last: string): BookBlock => ({
    kind: 'lines',
    before: 0,
    lines: [...Array.from({ length: 20 }, () => line('甲')), line(last)],
  })
  // 21 lines of 33 points leave 13 points of the page, not a line of the body; one of two lines goes over whole.
  expect(pagesOf([run([cover('甲'), mark('a')])])).toEqual({ a: '2' })
  expect(pagesOf([run([cover('甲'.repeat(30)), mark('a'), lines(27), mark('b')])])).toEqual({
    a: '2',
    b: '2',
  })
  expect(pagesOf([run([cover('甲'.repeat(30)), mark('a'), lines(28), mark('b')])])).toEqual({
    a: '2',
    b: '3',
  })
})

it('counts sheets, blank backs and roman pages as the book does', () => {
  const runs = [
    run([mark('cover')], { folio: 'none' }),
    run([mark('front'), lines(40), mark('front-2')], { folio: 'roman', restart: 1 }),
    run([mark('body')], { start: 'right-hand', restart: 1 }),
    run([mark('wide')], { orientation: 'landscape' }),
    run([]),
    run([mark('right')], { start: 'right-hand' }),
    run([mark('next'), lines(32)], { start: 'right-hand' }),
  ]
  expect(pagesOf(runs)).toEqual({
    front: 'i',
    'front-2': 'ii',
    body: '1',
    wide: '2',
    right: '3',
    next: '5',
  })
})
