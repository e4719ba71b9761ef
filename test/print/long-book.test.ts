import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { numberFaults, referenceFaults } from './number-faults.ts'
import { folioFaults, fontFaults, mirrorFaults, textFaults } from './page-faults.ts'
import { readPages } from './pages.ts'
import { copyOfSample, printWorkspace } from './printed-book.ts'

// The sample's report ten times over: ten times the pages, and every number among them right.

const times = 10

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

it('numbers a book of 300,000 characters as it is', async () => {
  const copy = copyOfSample('nantong-org')
  try {
    const characters = multiply(path.join(copy.root, 'report'))
    expect(characters).toBeGreaterThan(300_000)
    const { books } = await printWorkspace(copy.root, ['report'], press)
    const printed = books.get('report')
    if (printed === undefined) throw new Error('not printed')
    const { book, read } = printed
    const pages = readPages(book, read)
    expect(pages.length).toBeGreaterThan(500)
    expect(numberFaults(book, read, pages)).toEqual([])
    expect(referenceFaults(book, read, pages)).toEqual([])
    expect(folioFaults(book, pages)).toEqual([])
    expect(mirrorFaults(pages)).toEqual([])
    expect(fontFaults(read)).toEqual([])
    expect(textFaults(book, read, pages)).toEqual([])
  } finally {
    copy.remove()
  }
})

/** Repeats the chapters with headings, captions and labels of their own; the characters there are then. */
function multiply(folder: string): number {
  const chapters = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(path.join(folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, ''))
  for (const name of readdirSync(folder)) rmSync(path.join(folder, name))
  let written = 0
  for (let volume = 1; volume <= times; volume++)
    chapters.forEach((chapter, index) => {
      const text = volume === 1 ? chapter : renamed(chapter, volume)
      const name = `${String(volume).padStart(2, '0')}-${index + 1}.md`
      writeFileSync(path.join(folder, name), text)
      written += text.replace(/[^\p{L}\p{N}\p{P}]/gu, '').length
    })
  return written
}

function renamed(chapter: string, volume: number): string {
  return chapter
    .replace(/^(#+) /gm, `$1 第${volume}卷·`)
    .replace(/\{#((?:tbl|fig)-[\w-]+)/g, `{#$1-${volume}`)
    .replace(/\(#((?:tbl|fig)-[\w-]+)/g, `(#$1-${volume}`)
}
