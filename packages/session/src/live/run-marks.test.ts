import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { placeOfFile } from '@ziping/diagnostics'
import { type Book, type BookBlock, type PageRun, reportLayout } from '@ziping/resolve'
import { afterAll, describe, expect, it } from 'vitest'
import { changedRuns, runMarks } from './run-marks.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ziping 页 '))
afterAll(() => rmSync(root, { recursive: true, force: true }))

function paragraph(value: string, line: number): BookBlock {
  const place = { ...placeOfFile('report/01.md'), line }
  return { kind: 'paragraph', style: 'body', content: [{ kind: 'text', value }], before: 0, place }
}

function bookOf(...runs: readonly (readonly BookBlock[])[]): Book {
  const run = (blocks: readonly BookBlock[]): PageRun => ({
    document: 'report',
    role: 'body',
    orientation: 'portrait',
    start: 'new-page',
    folio: 'arabic',
    blocks,
  })
  return {
    id: 'report',
    title: '自评报告',
    subject: '',
    author: '',
    keywords: [],
    lang: 'zh-CN',
    layout: reportLayout,
    runs: runs.map(run),
  }
}

describe('runMarks', () => {
  it('stay the same while lines only move in their file', () => {
    const before = runMarks(bookOf([paragraph('一', 3)]), root)
    expect(runMarks(bookOf([paragraph('一', 9)]), root)).toEqual(before)
    expect(runMarks(bookOf([paragraph('二', 3)]), root)).not.toEqual(before)
  })

  it('change with the picture on disk', () => {
    const file = path.join(root, 'a.png')
    writeFileSync(file, 'one')
    const image = { file: 'a.png', width: 10, height: 10, alt: '' }
    const book = bookOf([
      { kind: 'figure', drawings: [{ drawing: { kind: 'image', image } }], height: 10, before: 0 },
    ])
    const before = runMarks(book, root)
    utimesSync(file, 1, 1)
    expect(runMarks(book, root)).not.toEqual(before)
  })
})

describe('changedRuns', () => {
  it.each([
    ['nothing', 'abc', 'abc', []],
    ['one of them', 'abc', 'abx', [[2, 3, 2, 3]]],
    [
      'neighbours together, others alone',
      'abcde',
      'xycdz',
      [
        [0, 2, 0, 2],
        [4, 5, 4, 5],
      ],
    ],
    ['one more', 'abc', 'abxc', [[2, 2, 2, 3]]],
    ['one more of the same kind', 'aa', 'aaa', [[2, 2, 2, 3]]],
    ['one less', 'abc', 'ac', [[1, 2, 1, 1]]],
    ['all', 'ab', 'xyz', [[0, 2, 0, 3]]],
    ['the first content', '', 'ab', [[0, 0, 0, 2]]],
  ])('finds %s', (_, before, now, expected) => {
    const found = changedRuns([...before], [...now])
    expect(found.map((one) => [one.old.from, one.old.to, one.now.from, one.now.to])).toEqual(
      expected,
    )
  })
})
