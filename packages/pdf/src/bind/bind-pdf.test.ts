import { degrees, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press } from '../../test/press.ts'
import { type PrintedPdf, printPdf } from '../print/print-pdf.ts'
import { readPdf } from '../read/read-pdf.ts'
import { bindPdf, boundPdf } from './bind-pdf.ts'
import { inspectPdf } from './foreign-pdf.ts'

let press: Press
let book: PrintedPdf
let scan: Uint8Array
const box = { x: 60, y: 80, width: 470, height: 640 }

beforeAll(async () => {
  press = await openPress()
  book = await printPdf(
    `<html lang="zh-CN"><style>@page { size: A4; margin: 25mm; @bottom-right { content: counter(page); font: 14pt "ZP Latin" } }
     section { break-before: page } * { font-family: "ZP Latin", "ZP Song" }</style>
     <h1>正文</h1><p><a href="#证">证书</a></p>
     <section id="证"><h2>证实性材料1</h2></section><section id="证-2"></section><section id="尾">完</section></html>`,
    { ...press.options, pageLabels: () => [{ fromPage: 1, style: 'decimal', start: 7 }] },
  )
  const pages = `<style>@page { size: 210mm 297mm; margin: 0 }</style><p style="font: 40pt 'ZP Song'">扫描一</p><p style="break-before: page; font: 40pt 'ZP Song'">扫描二</p>`
  scan = await turned((await printPdf(pages, press.options)).bytes)
})
afterAll(() => press.browser.close())

/** As scanners leave them: turned, cropped, and sealed with an annotation. */
async function turned(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes)
  const [first, second] = document.getPages()
  second?.setRotation(degrees(90))
  first?.setCropBox(0, 300, 595, 542)
  const font = await document.embedFont('Helvetica')
  const appearance = document.context.stream('BT /F 20 Tf 5 5 Td (SEAL) Tj ET', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 100, 50],
    Resources: { Font: { F: font.ref } },
  })
  const seal = document.context.obj({
    Type: 'Annot',
    Subtype: 'Stamp',
    Rect: [300, 600, 400, 650],
    Contents: PDFString.of('seal'),
    AP: { N: document.context.register(appearance) },
  })
  first?.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(seal)]))
  return document.save()
}

describe('bindPdf', () => {
  it('puts scans on the pages the book has for them, and leaves everything else as printed', async () => {
    const source = { bytes: scan, file: 'evidence/iso.pdf' }
    const bound = await bindPdf(book.bytes, [
      { page: 2, source, sourcePage: 1, box },
      { page: 3, source, sourcePage: 2, box },
    ])
    const before = await readPdf(book.bytes, 'before.pdf')
    const after = await readPdf(bound, 'after.pdf')
    const text = after.pages.map((page) => page.text.map((item) => item.text).join(' '))
    expect(text[1]).toContain('扫描一')
    expect(text[1]).toContain('SEAL')
    expect(text[2]).toContain('扫描二')
    expect(after.pageLabels).toEqual(['7', '8', '9', '10'])
    expect(after.pages[0]?.links).toEqual(before.pages[0]?.links)
    expect(after).toMatchObject({
      tagged: true,
      outline: before.outline,
      destinations: before.destinations,
      metadata: before.metadata,
    })
    for (const { text } of after.pages.slice(1, 3))
      for (const { x, y } of text.filter((item) => /扫描|SEAL/.test(item.text)))
        expect(x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height).toBe(
          true,
        )
    // Our bytes stay; the scans come behind.
    expect(Buffer.from(bound.subarray(0, book.bytes.length)).equals(Buffer.from(book.bytes))).toBe(
      true,
    )
    const again = await bindPdf(book.bytes, [
      { page: 2, source, sourcePage: 1, box },
      { page: 3, source, sourcePage: 2, box },
    ])
    expect(Buffer.from(again).equals(Buffer.from(bound))).toBe(true)
  })
})

describe('boundPdf', () => {
  it('draws pictures into their boxes, undistorted, and leaves the place of one that cannot be had empty', async () => {
    const jpeg = Buffer.from('a JPEG of 300 x 100 pixels, which nobody looks into here')
    const asked: number[] = []
    const progress: string[] = []
    const place = (page: number, bytes: Uint8Array | undefined) => ({
      page,
      box,
      picture: async () => {
        asked.push(page)
        return bytes === undefined ? undefined : { bytes, width: 300, height: 100 }
      },
    })
    const bound = await bindPdf(
      book.bytes,
      [
        place(3, undefined),
        place(2, jpeg),
        { page: 3, source: { bytes: () => scan, file: 'scan.pdf' }, sourcePage: 1, box },
      ],
      { onProgress: (done, count) => progress.push(`${done}/${count}`) },
    )
    expect(asked).toEqual([3, 2])
    expect(progress).toEqual(['1/3', '2/3', '3/3'])
    const { pages } = await readPdf(bound, 'bound.pdf')
    expect(pages.map(({ images }) => images)).toEqual([
      [],
      [
        {
          pixelWidth: 300,
          pixelHeight: 100,
          x: 60,
          y: expect.closeTo(80 + (640 - 470 / 3) / 2, 1),
          width: 470,
          height: expect.closeTo(470 / 3, 1),
        },
      ],
      [],
      [],
    ])
    expect(pages[2]?.text.map(({ text }) => text).join('')).toContain('扫描一')
    expect(Buffer.from(bound).includes(jpeg)).toBe(true)
  })

  it('has one file in hand at a time, and gives each away before it opens the next', async () => {
    const events: string[] = []
    const source = (file: string) => ({
      file,
      bytes: () => {
        events.push(`open ${file}`)
        return scan
      },
    })
    const [first, second] = [source('a.pdf'), source('b.pdf')]
    const pieces = boundPdf(book.bytes, [
      { page: 2, source: first, sourcePage: 1, box },
      { page: 3, source: second, sourcePage: 2, box },
    ])
    for await (const { length } of pieces) if (length > 200) events.push('piece')
    const opened = events.flatMap((event, index) => (event.startsWith('open') ? [index] : []))
    expect(opened).toHaveLength(2)
    expect(events.slice((opened[0] ?? 0) + 1, opened[1])).toContain('piece')
  })
})

describe('inspectPdf', () => {
  it('tells pages, sizes and rotation', async () => {
    expect(await inspectPdf(scan, 'scan.pdf')).toEqual([
      { width: 595, height: 542, rotation: 0 },
      { width: expect.closeTo(841.92, 1), height: expect.closeTo(594.96, 1), rotation: 90 },
    ])
  })

  it('refuses what is encrypted, empty or no PDF, with a sentence that names it', async () => {
    const locked = await PDFDocument.load(scan)
    locked.encrypt({ userPassword: 'a', ownerPassword: 'b', permissions: {} })
    const cases = [
      [await locked.save(), 'pdf/encrypted'],
      [await (await PDFDocument.create()).save({ addDefaultPage: false }), 'pdf/empty'],
      [Buffer.from('这不是 PDF'), 'pdf/unreadable'],
      [scan.subarray(0, 300), 'pdf/unreadable'],
      [new Uint8Array(), 'pdf/unreadable'],
    ] as const
    for (const [bytes, code] of cases) {
      const refused = { code, words: { 'zh-CN': { message: expect.stringContaining('证书.pdf') } } }
      await expect(inspectPdf(bytes, '证书.pdf')).rejects.toMatchObject(refused)
      if (code !== 'pdf/empty')
        await expect(readPdf(bytes, '证书.pdf')).rejects.toMatchObject(refused)
    }
  })
})
