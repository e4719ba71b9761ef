import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDocx } from '../../packages/docx/src/index.ts'
import { bookLines } from '../../packages/docx/test/book-lines.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { copyOfSample } from '../print/printed-book.ts'
import { type BuiltDocument, type BuiltSample, buildSample } from './built-samples.ts'
import { contentsOf } from './contents.ts'
import { type LaidOut, laidOutAided, laidOutUnaided } from './oracle.ts'
import { anyPage, pythonLines, removeProfile } from './programs.ts'
import { validate } from './validate.ts'

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

  describe.each(['report', 'book'])('the contents of its %s', (id) => {
    it('name the pages that LibreOffice finds when it honours the file', async () => {
      const { file, bytes } = found(sample, id)
      expect(differences(bytes, await laidOutAided(file))).toEqual([])
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
  const faults: string[] = []
  for (const { id, file, bytes } of documents.values()) {
    const found = [...checkDocx(bytes), ...(await validate(file))]
    faults.push(...found.map((fault) => `${id}: ${fault}`))
    if (pythonLines(file).length === 0) faults.push(`${id}: python-docx finds no text`)
  }
  return faults
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
