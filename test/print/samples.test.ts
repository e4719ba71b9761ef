import { allBookBlocks, type Book } from '@ziping/resolve'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { numberFaults, referenceFaults } from './number-faults.ts'
import {
  folioFaults,
  fontFaults,
  fullPages,
  marginFaults,
  mirrorFaults,
  pictureFaults,
  textFaults,
} from './page-faults.ts'
import { type ReadPage, readPages } from './pages.ts'
import { pdfOutline } from './pdf-outline.ts'
import {
  copyOfSample,
  type PrintedBook,
  type PrintedWorkspace,
  printWorkspace,
} from './printed-book.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

describe.each(['nantong-org', 'nantong-person'])('%s', (sample) => {
  let workspace: PrintedWorkspace
  const copy = copyOfSample(sample)
  beforeAll(async () => {
    workspace = await printWorkspace(copy.root, ['report', 'book'], press)
  })
  afterAll(() => copy.remove())

  it('prints without a missing sign', () => {
    const glyphs = workspace.built.findings.filter(({ rule }) => rule === 'glyph-missing')
    expect(glyphs.map(({ words }) => words['zh-CN'].message)).toEqual([])
    expect(workspace.built.substitutions).toEqual([])
  })

  it('is the book it was', async () => {
    const { book, read } = found(workspace, 'book')
    const outline = pdfOutline(read, readPages(book, read))
    await expect(outline).toMatchFileSnapshot(`../golden/${sample}/pdf.outline.txt`)
  })

  describe.each(['report', 'book'])('its %s', (id) => {
    let printed: PrintedBook
    let pages: readonly ReadPage[]
    beforeAll(() => {
      printed = found(workspace, id)
      pages = readPages(printed.book, printed.read)
    })

    it('has the right number wherever a page is named', () => {
      expect(namedPages(printed.book)).toBeGreaterThan(30)
      expect(numberFaults(printed.book, printed.read, pages)).toEqual([])
    })

    it('leads every reference to what it names', () => {
      expect(referenceFaults(printed.book, printed.read, pages)).toEqual([])
    })

    it('bears its numbers at the outer foot, 14 pt', () => {
      expect(printed.book.layout.pageNumber).toMatchObject({ size: 14, place: 'outer' })
      expect(folioFaults(printed.book, pages)).toEqual([])
    })

    it('keeps to mirrored margins', () => {
      expect(marginFaults(pages)).toEqual([])
      expect(mirrorFaults(pages)).toEqual([])
      expect(fullPages(pages)).toBeGreaterThan(pages.length / 3)
    })

    it('is drawn by embedded subsets', () => {
      expect(fontFaults(printed.read)).toEqual([])
    })

    it('reads as it was written', () => {
      expect(textFaults(printed.book, printed.read, pages)).toEqual([])
    })

    it('keeps its pictures sharp', () => {
      expect(pictureFaults(pages, sourceSizes(workspace))).toEqual([])
    })
  })
})

function found({ books }: PrintedWorkspace, id: string): PrintedBook {
  const printed = books.get(id)
  if (printed === undefined) throw new Error(`${id} was not printed`)
  return printed
}

/** How many numbers of pages a book prints: contents and tables. */
function namedPages({ runs }: Book): number {
  const blocks = runs.flatMap((run) => [...allBookBlocks(run.blocks)])
  return blocks.reduce((sum, block) => {
    if (block.kind === 'contents') return sum + block.entries.length
    return block.kind === 'table' && block.purpose === 'index' ? sum + block.rows.length : sum
  }, 0)
}

/** The pixels of every picture file, as the PDF would have them untouched. */
function sourceSizes({ subject }: PrintedWorkspace): ReadonlySet<string> {
  const { files, workspace } = subject
  const { images, evidence, photos } = workspace.config.paths
  return new Set(
    [images, evidence, photos].flatMap((folder) =>
      files.filesBelow(folder).flatMap((file) => {
        const size = files.imageSize(file)
        return size === undefined ? [] : [`${size.width}×${size.height}`]
      }),
    ),
  )
}
