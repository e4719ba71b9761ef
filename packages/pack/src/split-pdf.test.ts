import { PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { splitPdf } from './split-pdf.ts'

/** Pages of given weights, each with a link to the first: a part must not bring the page along that it links to. */
async function scans(weights: readonly number[]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (const [index, weight] of weights.entries()) {
    const page = document.addPage([595, 842])
    page.drawText(`p${index + 1}`, { x: 50, y: 50 })
    // What no compression makes smaller.
    let seed = index + 1
    const noise = Uint8Array.from({ length: weight }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fff_ffff
      return seed >> 16
    })
    page.node.set(PDFName.of('Noise'), document.context.register(document.context.stream(noise)))
    const link = document.context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [0, 0, 10, 10],
      Contents: PDFString.of('to the first'),
      Dest: [document.getPage(0).ref, 'Fit'],
    })
    page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]))
  }
  return document.save()
}

const bookmarks = [
  { title: '营业执照', level: 1, page: 1 },
  { title: '体系证书', level: 1, page: 3 },
  { title: '审计报告', level: 1, page: 4 },
]

describe('splitPdf', () => {
  it('splits between bookmarks, every part within the limit and every page in one', async () => {
    const bytes = await scans([30_000, 30_000, 30_000, 30_000, 30_000])
    const parts = await splitPdf(bytes, bookmarks, 100_000)
    expect(parts?.map(({ from, to }) => [from, to])).toEqual([
      [1, 3],
      [4, 5],
    ])
    expect(parts?.map(({ titles }) => titles)).toEqual([['营业执照', '体系证书'], ['审计报告']])
    for (const part of parts ?? []) {
      expect(part.bytes.length).toBeLessThanOrEqual(100_000)
      const read = await PDFDocument.load(part.bytes)
      expect(read.getPageCount()).toBe(part.to - part.from + 1)
    }
  })

  it('splits between pages where one bookmark has too many', async () => {
    const parts = await splitPdf(await scans([40_000, 40_000, 40_000, 40_000]), [], 90_000)
    expect(parts?.map(({ from, to }) => [from, to])).toEqual([
      [1, 2],
      [3, 4],
    ])
  })

  it('gives nothing where a single page is too large', async () => {
    expect(await splitPdf(await scans([10_000, 120_000]), [], 100_000)).toBeUndefined()
  })

  it('leaves alone what is within the limit', async () => {
    const parts = await splitPdf(await scans([10_000, 10_000]), bookmarks, 100_000)
    expect(parts).toHaveLength(1)
  })
})
