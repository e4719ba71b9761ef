import path from 'node:path'
import { loadAward } from '@ziping/award'
import { importDocx } from '@ziping/import-docx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDocx, renderDocx } from '../../packages/docx/src/index.ts'
import { bookLines } from '../../packages/docx/test/book-lines.ts'
import { readPdf } from '../../packages/pdf/src/index.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { copyOfSample } from '../print/printed-book.ts'
import { type BuiltDocument, type BuiltSample, buildSample } from './built-samples.ts'
import { contentsOf } from './contents.ts'
import { holdingsOf, importedHoldings } from './imported-texts.ts'
import { type LaidOut, laidOutAided, laidOutUnaided } from './oracle.ts'
import { anyPage, pythonLines, removeProfile } from './programs.ts'
import { textDifferences } from './text-equality.ts'
import { validateAll } from './validate.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())
afterAll(removeProfile)

describe.each(['nantong-org', 'nantong-person'])('%s', (name) => {
  const copy = copyOfSample(name)
  let sample: BuiltSample
  beforeAll(async () => {
    sample = await buildSample(copy.root, [], ['docx', 'pdf'], press)
  })
  afterAll(() => copy.remove())

  it('is valid in all its documents', async () => {
    expect(await faultsOf(sample)).toEqual([])
  })

  it('has every page of its evidence in it', () => {
    expect(sample.findings.filter(({ rule }) => rule === 'docx-exhibit')).toEqual([])
  })

  it.each(['report', 'book'])('reads in python-docx as the %s was written', (id) => {
    const { book, file } = found(sample, id)
    const lines = bookLines(book, {
      pageMap: new AnyPage(),
      images: () => undefined,
      drawings: () => undefined,
      pages: () => ({ bytes: new Uint8Array(), type: 'image/png', width: 1, height: 1 }),
      date: '2020-01-01',
    })
    expect(lines.length).toBeGreaterThan(500)
    expect(bare(pythonLines(file))).toEqual(bare(lines))
  })

  it.each(['report', 'book', 'form'])(
    'says in its %s what the PDF says, numbers of pages included',
    async (id) => {
      const { book, file, pdf } = found(sample, id)
      const read = await readPdf(pdf ?? new Uint8Array(), `${id}.pdf`)
      const lines = pythonLines(file, 'as they are')
      const none = { onlyInWord: [], onlyOnPaper: [] }
      expect(textDifferences(lines, book, read)).toEqual(none)
      // The comparison has teeth: a cell or paragraph left out, one that comes twice, another number.
      const long = lines.findIndex(
        (line, index) => index > lines.length / 2 && /\d/.test(line) && line.length > 20,
      )
      const other = (lines[long] ?? '').replace(/\d/, (digit) => String((Number(digit) + 1) % 10))
      expect(textDifferences(lines.toSpliced(long, 1), book, read)).not.toEqual(none)
      expect(textDifferences(lines.toSpliced(long, 0, lines[long] ?? ''), book, read)).not.toEqual(
        none,
      )
      expect(textDifferences(lines.with(long, other), book, read)).not.toEqual(none)
    },
  )

  it('comes back by import: every text, table and picture', async () => {
    const { book, bytes } = found(sample, 'report')
    const award = await loadAward(`${name}-2020`)
    const report = importDocx(bytes, { award, file: '自评报告.docx', isTaken: () => false })
    const had = holdingsOf(book)
    const has = importedHoldings(report)
    expect(had.texts.length).toBeGreaterThan(500)
    expect(had.texts.filter((text) => !has.all.includes(text))).toEqual([])
    // A chart's figures come back as a table, and that is told.
    expect([has.tables, has.pictures]).toEqual([had.tables + had.charts, had.pictures])
    expect(report.losses.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      'contents-left-out lost',
      'chart-as-table changed',
      'header-left-out lost',
      'cover-left-out lost',
    ])
  })

  describe.each(['report', 'book'])('the contents of its %s', (id) => {
    it('name the pages that LibreOffice finds when it honours the file', async () => {
      const { file, bytes } = found(sample, id)
      expect(differences(bytes, await laidOutAided(file))).toEqual([])
    })

    it('are estimated within a page of the printed ones', async () => {
      const { book, bytes } = found(sample, id)
      const { file, pageNumbers } = await renderDocx(book, {
        pageMap: undefined,
        images: () => undefined,
        drawings: () => undefined,
        date: '2020-01-01',
      })
      expect(pageNumbers).toBe('estimated')
      const printed = contentsOf(bytes)
      const off = contentsOf(file).map(({ page }, at) => Number(page) - Number(printed[at]?.page))
      expect(off.length).toBe(printed.length)
      expect(off.filter((pages) => !(Math.abs(pages) <= 1))).toEqual([])
    })

    it('are at most three pages off as LibreOffice opens it', async () => {
      const { file, bytes } = found(sample, id)
      const wrong = differences(bytes, await laidOutUnaided(file))
      expect(wrong.filter(({ printed, page }) => !(Math.abs(printed - page) <= 3))).toEqual([])
    })
  })
})

describe.each(['wuhan-manager', 'jiaxing-group', 'shenzhen-economic', 'shenzhen-project'])(
  '%s',
  (name) => {
    const copy = copyOfSample(name)
    afterAll(() => copy.remove())

    it('is valid in all its documents', async () => {
      const sample = await buildSample(copy.root, [], ['docx'], press)
      expect(sample.documents.size).toBeGreaterThan(0)
      expect(await faultsOf(sample)).toEqual([])
    })
  },
)

async function faultsOf({ documents }: BuiltSample): Promise<readonly string[]> {
  const files = [...documents.values()]
  const named = files.map(({ id, bytes }) => ({ name: id, bytes }))
  const [first] = files
  const { faults } = await validateAll(named, path.dirname(first?.file ?? ''))
  const own = files.flatMap(({ id, file, bytes }) => [
    ...checkDocx(bytes).map((fault) => `${id}: ${fault}`),
    ...(pythonLines(file).length === 0 ? [`${id}: python-docx finds no text`] : []),
  ])
  return [...own, ...faults]
}

function differences(
  bytes: Uint8Array,
  laidOut: LaidOut,
): readonly { readonly text: string; readonly page: number; readonly printed: number }[] {
  const lines = contentsOf(bytes)
  expect(lines.length).toBeGreaterThan(20)
  return lines
    .filter(({ bookmark, page }) => laidOut.numbers.get(bookmark) !== page)
    .map(({ text, page, bookmark }) => ({
      text,
      page: Number(page),
      printed: Number(laidOut.numbers.get(bookmark)),
    }))
}

function found({ documents }: BuiltSample, id: string): BuiltDocument {
  const document = documents.get(id)
  if (document === undefined) throw new Error(`${id} was not made`)
  return document
}

/** Words in their order, without empty lines. */
function bare(lines: readonly string[]): readonly string[] {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => line.replaceAll(/\s/g, ''))
    .filter((line) => line !== '')
}

class AnyPage extends Map<string, string> {
  override get(): string {
    return anyPage
  }
}
