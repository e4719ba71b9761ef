import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folioRanges, renderHtml } from '../../packages/html/src/index.ts'
import { material } from '../../packages/html/test/example.ts'
import { printPdf, readPdf } from '../../packages/pdf/src/index.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { officialLayout, reportLayout } from '../../packages/resolve/src/index.ts'
import { featureBook } from '../../packages/resolve/test/feature-book.ts'
import { numberFaults, referenceFaults } from './number-faults.ts'
import { folioFaults, fontFaults, marginFaults, mirrorFaults } from './page-faults.ts'
import { readPages } from './pages.ts'
import { pdfOutline } from './pdf-outline.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

describe.each([reportLayout, officialLayout])('the feature book in $id', (layout) => {
  it('is the book it was, and right', async () => {
    const book = featureBook(layout)
    const { html } = await renderHtml(book, material)
    const pageLabels = (pages: ReadonlyMap<string, number>) => folioRanges(book, pages)
    const metadata = { title: book.title, author: book.author, language: book.lang }
    const { bytes } = await printPdf(html, { ...press.options, pageLabels, metadata })
    const read = await readPdf(bytes, 'book.pdf')
    const pages = readPages(book, read)
    await expect(pdfOutline(read, pages)).toMatchFileSnapshot(
      `../golden/feature-${layout.id}/pdf.outline.txt`,
    )
    expect(numberFaults(book, read, pages)).toEqual([])
    expect(referenceFaults(book, read, pages)).toEqual([])
    expect(folioFaults(book, pages)).toEqual([])
    expect(marginFaults(pages)).toEqual([])
    expect(mirrorFaults(pages)).toEqual([])
    expect(fontFaults(read)).toEqual([])
  })
})
