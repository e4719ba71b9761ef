import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folioRanges, pageMapOf, printFamilies, renderHtml } from '../packages/html/src/index.ts'
import { bookTexts } from '../packages/html/test/book-texts.ts'
import { material } from '../packages/html/test/example.ts'
import {
  faceFamilies,
  type PdfContent,
  type PdfPage,
  type PrintedPdf,
  printPdf,
  readPdf,
} from '../packages/pdf/src/index.ts'
import { openPress, type Press } from '../packages/pdf/test/press.ts'
import { type Layout, officialLayout, reportLayout } from '../packages/resolve/src/index.ts'
import { featureBook } from '../packages/resolve/test/feature-book.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

it('pages name their faces as printing does', () => {
  const { fangsong: fang, ...others } = faceFamilies
  expect(printFamilies).toEqual({ ...others, fang })
})

describe.each([reportLayout, officialLayout])('the feature book printed in $id', (layout) => {
  const book = featureBook(layout)
  const { margins, pageNumber } = layout
  let printed: PrintedPdf
  let read: PdfContent

  beforeAll(async () => {
    const { html } = await renderHtml(book, { ...material, continued: true })
    const pageLabels = (pages: ReadonlyMap<string, number>) => folioRanges(book, pages)
    printed = await printPdf(html, { ...press.options, pageLabels })
    read = await readPdf(printed.bytes, 'book.pdf')
  })

  it('has sheets of A4, one of them turned', () => {
    const sizes = read.pages.map(
      ({ width, height }) => `${Math.round(width)}×${Math.round(height)}`,
    )
    expect([...new Set(sizes)].toSorted()).toEqual(['595×842', '842×595'])
    expect(sizes.filter((size) => size === '842×595')).toHaveLength(1)
  })

  it('is counted in roman figures, then from 1 on a right-hand page', () => {
    const labels = read.pageLabels ?? []
    expect(labels.slice(0, 3)).toEqual(['', 'i', 'ii'])
    expect(labels.indexOf('1') % 2).toBe(0)
    const map = pageMapOf(book, printed.pageMap)
    expect(map.get('document-form')).toBe('1')
    expect(Number(map.get('clause-7')) % 2).toBe(1)
    const blank = labels.flatMap((label, index) => (label === '' && index > 0 ? [index] : []))
    expect(blank.map((index) => typeArea(read.pages[index]))).toEqual(blank.map(() => ''))
  })

  it('bears each number at the outer side, as large and as high as the layout says', () => {
    const labels = read.pageLabels ?? []
    const wrong = read.pages.flatMap((page, index) => {
      const label = labels[index] ?? ''
      const foot = page.text.filter(({ y }) => Math.abs(y - aboveFoot(page)) < 0.75)
      const text = foot
        .map((item) => item.text)
        .join('')
        .trim()
      if (label === '') return text === '' ? [] : [`${index + 1}: ${text}`]
      const left = Math.min(...foot.map(({ x }) => x))
      const right = Math.max(...foot.map(({ x, width }) => x + width))
      const isRight = index % 2 === 0
      const edge = isRight ? page.width - right : left
      const side = page.width < page.height ? margins.outside : landscapeSide()
      const inset = pageNumber.dashes ? pageNumber.size : 0
      const fits =
        text === (pageNumber.dashes ? `— ${label} —` : label) &&
        foot.every(({ size }) => Math.abs(size - pageNumber.size) < 0.1) &&
        Math.abs(edge - side - inset) < 1.4
      return fits ? [] : [`${index + 1}: ${text} ${edge}`]
    })
    expect(wrong).toEqual([])
  })

  it('keeps the text between mirrored margins', () => {
    const outside = read.pages.flatMap((page, index) => {
      const isRight = index % 2 === 0
      const turned = page.width > page.height
      const left = turned ? landscapeSide() : isRight ? margins.inside : margins.outside
      const width = turned ? layout.landscape.width : layout.text.width
      return page.text
        .filter(({ text }) => text.trim() !== '')
        .filter((item) => item.x < left - 0.5 || item.x + item.width > left + width + 0.5)
        .map(({ text }) => `${index + 1}: ${text}`)
    })
    expect(outside).toEqual([])
    const lefts = [0, 1].map((side) =>
      Math.min(
        ...read.pages
          .filter(({ width, height }, index) => index % 2 === side && width < height)
          .flatMap(({ text }) => text.map(({ x }) => x)),
      ),
    )
    expect(lefts[0]).toBeCloseTo(margins.inside, 0)
    expect(lefts[1]).toBeCloseTo(margins.outside, 0)
  })

  it('is drawn by our fonts only', () => {
    expect(read.fonts.filter(({ type }) => type !== 'CIDFontType2')).toEqual([])
    expect(read.fonts.filter(({ embedded, subset }) => !embedded || !subset)).toEqual([])
    expect(printed.missing.filter(({ by }) => by === undefined)).toEqual([])
  })

  it('has the number in its contents that the page bears', () => {
    const labels = read.pageLabels ?? []
    const entries = read.pages.slice(1, 3).flatMap(({ links, text }) =>
      links.map(({ y, height, page }) => {
        const line = text.filter(
          (item) => item.y > y && item.y < y + Math.min(height, layout.contents.line),
        )
        const last = line
          .filter(({ text: one }) => one.trim() !== '')
          .toSorted((a, b) => a.x - b.x)
          .at(-1)
        return { is: last?.text, should: labels[page - 1] }
      }),
    )
    expect(entries.length).toBeGreaterThanOrEqual(12)
    expect(entries.filter(({ is, should }) => is !== should)).toEqual([])
  })

  it('repeats the caption of a table on every page it runs on to, and on no other', () => {
    const texts = read.pages.map((page) => typeArea(page))
    const continued = texts.flatMap((text, index) => (text.includes('续表7-1') ? [index] : []))
    const rows = texts.flatMap((text, index) => (/关键绩效指标第\d+项/.test(text) ? [index] : []))
    expect(rows.length).toBeGreaterThan(2)
    expect(continued).toEqual(rows.slice(1))
  })

  it('has every text of the book', () => {
    const all = read.pages.map((page) => typeArea(page, margins)).join('')
    const lost = bookTexts(book).filter((text) => !all.includes(comparable(text)))
    expect(lost).toEqual([])
  })

  it('has its headings as bookmarks, in order', () => {
    expect(read.outline.map(({ title }) => comparable(title)).slice(0, 8)).toEqual([
      '目录',
      '表目录',
      '图目录',
      '条款索引',
      '申报表',
      '承诺书',
      '1领导',
      '1.1高层领导的作用',
    ])
    expect(read.tagged).toBe(true)
    expect(read.language).toBe('zh-CN')
  })

  /** A turned page's foot may be too low for the number. */
  function aboveFoot({ width, height }: PdfPage): number {
    const bottom = width < height ? margins.bottom : margins.outside
    return Math.min(pageNumber.above, bottom - pageNumber.size * 1.25)
  }

  function landscapeSide(): number {
    return (layout.page.height - layout.landscape.width) / 2
  }
})

describe('a draft', () => {
  it('says so on every page, and breaks its pages where the print does', async () => {
    const book = featureBook()
    const pageLabels = (pages: ReadonlyMap<string, number>) => folioRanges(book, pages)
    const draft = { label: '第2稿', date: '2020-07-20' }
    const [plain, marked] = await Promise.all(
      [material, { ...material, draft }].map(async (one) => {
        const { html } = await renderHtml(book, one)
        return printPdf(html, { ...press.options, pageLabels, tagged: false, outline: false })
      }),
    )
    expect(marked?.pageMap).toEqual(plain?.pageMap)
    const { pages } = await readPdf(marked?.bytes ?? new Uint8Array(), 'draft.pdf')
    const texts = pages.map((page) => typeArea(page))
    expect(texts.filter((text) => !text.includes('草稿第2稿2020-07-20'))).toEqual([])
    expect(texts.filter((text) => text.split('草稿').length !== 3)).toEqual([])
  })
})

/** The text of a page, heads and feet left out where the margins are given. */
function typeArea(page: PdfPage | undefined, margins?: Layout['margins']): string {
  if (page === undefined) return ''
  const turned = page.width > page.height
  const top = turned ? margins?.inside : margins?.top
  const bottom = turned ? margins?.outside : margins?.bottom
  const items = page.text.filter(({ y }) => y > (bottom ?? 0) - 1 && y < page.height - (top ?? 0))
  return comparable(items.map(({ text }) => text).join(''))
}

function comparable(text: string): string {
  return text.replace(/[\s\u3000]/g, '')
}
