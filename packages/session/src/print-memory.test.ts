import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { featureBook } from '../../resolve/test/feature-book.ts'
import { PrintMemories } from './print-memory.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-memory-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const book = featureBook()
const memory = { pages: { 'r-0': 1, 'r-1': 2, 'r-2': 5, 'r-3': 8 }, blanks: [true] }

it('gives the pages of a print to the book that was printed, and to no other', async () => {
  const memories = new PrintMemories(folder, '/report')
  await memories.write('report', memory, book)
  const [first, ...rest] = book.runs
  expect(first).toBeDefined()
  expect(memories.pagesOf('report', featureBook())).toBeInstanceOf(Map)
  expect(memories.pagesOf('report', { ...book, runs: rest })).toBeUndefined()
  expect(memories.pagesOf('report', { ...book, title: '另一份申报书' })).toBeUndefined()
  expect(memories.pagesOf('overview', book)).toBeUndefined()
  expect(new PrintMemories(folder, '/another').pagesOf('report', book)).toBeUndefined()
})

it('begins the next print with what the last one left, whatever was changed since', async () => {
  const memories = new PrintMemories(folder, '/report')
  await memories.write('report', memory, book)
  expect(memories.read('report')).toMatchObject(memory)
})

it('remembers nothing without a folder to keep it in', async () => {
  const memories = new PrintMemories(undefined, '/report')
  await memories.write('report', memory, book)
  expect(memories.read('report')).toBeUndefined()
  expect(memories.pagesOf('report', book)).toBeUndefined()
})
