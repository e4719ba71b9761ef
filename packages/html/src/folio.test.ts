import type { Book, PageRun } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { folioRanges, pageMapOf } from './folio.ts'
import { idOf } from './ids.ts'

function bookOf(runs: readonly Partial<PageRun>[]): Book {
  const base = { document: 'x', role: 'body', orientation: 'portrait', start: 'new-page' } as const
  const all = runs.map((run): PageRun => ({ ...base, folio: 'arabic', blocks: [], ...run }))
  return { ...featureBook(), runs: all }
}

describe('folioRanges', () => {
  it('counts front matter in roman figures and begins anew where the book does', () => {
    const book = bookOf([
      { folio: 'none' },
      { folio: 'roman', restart: 1 },
      { restart: 1, start: 'right-hand' },
      {},
    ])
    const pages = new Map([
      ['r-0', 1],
      ['r-1', 2],
      ['b-2', 4],
      ['r-2', 5],
      ['r-3', 9],
    ])
    expect(folioRanges(book, pages)).toEqual([
      { fromPage: 1, style: 'none', start: 1 },
      { fromPage: 2, style: 'roman', start: 1 },
      { fromPage: 4, style: 'none', start: 1 },
      { fromPage: 5, style: 'decimal', start: 1 },
      { fromPage: 9, style: 'decimal', start: 5 },
    ])
  })

  it('counts every sheet of a volume that is counted through, blank backs too', () => {
    const book = bookOf([{}, { start: 'right-hand' }, { folio: 'none' }, {}])
    const pages = new Map([
      ['r-0', 1],
      ['b-1', 4],
      ['r-1', 5],
      ['r-2', 7],
      ['r-3', 8],
    ])
    expect(folioRanges(book, pages).map(({ style, start }) => `${style} ${start}`)).toEqual([
      'decimal 1',
      'none 1',
      'decimal 5',
      'none 7',
      'decimal 8',
    ])
  })

  it('begins a volume with the number it is given', () => {
    const book = bookOf([{ restart: 37 }, {}])
    const pages = new Map([
      ['r-0', 1],
      ['r-1', 4],
    ])
    expect(folioRanges(book, pages).map(({ start }) => start)).toEqual([37, 40])
  })
})

it('pageMapOf says what is printed on the page of an anchor', () => {
  const book = bookOf([{ folio: 'none' }, { folio: 'roman', restart: 1 }, { restart: 1 }])
  const pages = new Map([
    ['r-0', 1],
    ['r-1', 2],
    ['r-2', 6],
    [idOf('封面'), 1],
    [idOf('contents'), 5],
    [idOf('1.1'), 17],
  ])
  expect([...pageMapOf(book, pages)]).toEqual([
    ['contents', 'iv'],
    ['1.1', '12'],
  ])
})
