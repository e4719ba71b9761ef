import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { estimatePages } from '../../packages/docx/src/estimate/estimate-pages.ts'
import { renderDocx } from '../../packages/docx/src/index.ts'
import { featureDocument } from '../../packages/docx/test/feature-document.ts'
import { onePixel, smallBook, smallMaterial } from '../../packages/docx/test/small-book.ts'
import { folioRanges, pageMapOf, renderHtml } from '../../packages/html/src/index.ts'
import { material as htmlMaterial } from '../../packages/html/test/example.ts'
import { printPdf } from '../../packages/pdf/src/index.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import {
  type Book,
  bookText,
  type Layout,
  officialLayout,
  type PageMap,
  reportLayout,
} from '../../packages/resolve/src/index.ts'
import { featureBook } from '../../packages/resolve/test/feature-book.ts'
import { printedPages, pythonText, removeProfile } from './programs.ts'
import { validate } from './validate.ts'

/** Fonts that are there: LibreOffice then measures what a reader's machine would. */
const faces = {
  song: 'Noto Serif CJK SC',
  hei: 'Noto Sans CJK SC',
  fang: 'Noto Serif CJK SC',
  kai: 'Noto Serif CJK SC',
  latin: 'Liberation Serif',
}

const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-office-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterAll(removeProfile)

const small = (layout: Layout) => ({ book: smallBook(layout), material: smallMaterial() })
const documents = {
  'small-report': small(reportLayout),
  'small-official': small(officialLayout),
  charts: featureDocument(),
  'feature-report': {
    book: featureBook(reportLayout),
    material: { ...smallMaterial(), continued: true },
  },
  'feature-official': { book: featureBook(officialLayout), material: smallMaterial() },
}

describe.each(Object.entries(documents))('%s', (name, { book, material }) => {
  const file = path.join(folder, `${name}.docx`)
  beforeAll(async () => {
    const rendered = await renderDocx(book, { ...material, faces })
    writeFileSync(file, rendered.file)
  })

  it('is valid by the Open XML SDK', async () => {
    expect(await validate(file)).toEqual([])
  })

  it('opens in python-docx', () => {
    const text = pythonText(file)
    expect(text).toContain(` ${book.title}`)
    for (const words of headings(book)) expect(text).toContain(words.text)
  })

  it('opens in LibreOffice with all its headings', () => {
    const text = squeezed(printedPages(file).join(''))
    for (const words of headings(book)) expect(text).toContain(squeezed(words.text))
  })
})

describe.each([reportLayout, officialLayout])('pages in the layout $id', (layout) => {
  let press: Press
  beforeAll(async () => {
    press = await openPress()
  })
  afterAll(() => press.browser.close())

  it('end where those of the PDF end', async () => {
    const book = featureBook(layout)
    const { html } = await renderHtml(book, { ...htmlMaterial, continued: true })
    const pageLabels = (pages: ReadonlyMap<string, number>) => folioRanges(book, pages)
    const printed = await printPdf(html, { ...press.options, pageLabels })
    const pageMap: PageMap = pageMapOf(book, printed.pageMap)
    const estimated = estimatePages(book)
    const off = headings(book).map(
      ({ anchor }) => Number(estimated.get(anchor)) - Number(pageMap.get(anchor)),
    )
    expect(off.filter((pages) => !(Math.abs(pages) <= 1))).toEqual([])
    const file = path.join(folder, `pages-${layout.id}.docx`)
    const rendered = await renderDocx(book, {
      ...smallMaterial(),
      pageMap,
      faces,
      continued: true,
      drawings: ({ kind, ...drawing }) => drawn(kind, drawing),
    })
    writeFileSync(file, rendered.file)
    const pages = printedPages(file)
    const places = headings(book).map(({ text, anchor }) => `${text} ${pageMap.get(anchor)}`)
    expect(headings(book).map(({ text }) => `${text} ${pageOf(text, pages)}`)).toEqual(places)
  })
})

function drawn(kind: string, drawing: object): { png: Uint8Array; width: number; height: number } {
  const size = { width: 300, height: 100, ...drawing }
  expect(kind).not.toBe('image')
  return { png: onePixel, width: size.width, height: size.height }
}

function headings(book: Book): readonly { readonly text: string; readonly anchor: string }[] {
  return book.runs
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) =>
      block.kind === 'heading' ? [{ text: bookText(block.content), anchor: block.anchor }] : [],
    )
}

/** The number at the foot of the numbered page that has a line beginning with the text. */
function pageOf(text: string, pages: readonly string[]): string | undefined {
  const start = squeezed(text).slice(0, 18)
  const found = pages.find(
    (page) =>
      /^\d+$/.test(folio(page)) &&
      page.split('\n').some((line) => squeezed(line).startsWith(start)),
  )
  return found === undefined ? undefined : folio(found)
}

function folio(page: string): string {
  return (page.trimEnd().split('\n').at(-1) ?? '').replaceAll(/[—\s]/g, '')
}

function squeezed(text: string): string {
  return text.replaceAll(/\s/g, '')
}
