import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Award } from '@ziping/award'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { greyPng } from '../../pdf/test/grey-png.ts'
import { openPress, type Press } from '../../pdf/test/press.ts'
import { failing } from '../test/failing.ts'
import {
  dropNumber,
  editPdf,
  fontDictionaries,
  goodPdf,
  redraw,
  renameFont,
  renumber,
  shiftText,
} from '../test/good-pdf.ts'
import { strictAward } from '../test/strict-award.ts'
import type { CheckName } from './check.ts'
import { verifyFile } from './verify-file.ts'

let press: Press
let good: Uint8Array
let award: Award
beforeAll(async () => {
  press = await openPress()
  good = await goodPdf(press)
  award = await strictAward()
})
afterAll(() => press.browser.close())

const mm = (length: number): number => (length * 72) / 25.4

it('finds nothing wrong with a good file', async () => {
  expect(await failing(good, '施慧筠.pdf', award)).toEqual([])
})

const everyPage =
  (edit: (document: PDFDocument, index: number) => void | Promise<void>) =>
  async (document: PDFDocument): Promise<void> => {
    for (let index = 0; index < document.getPageCount(); index++) await edit(document, index)
  }

type Edit = (document: PDFDocument) => void | Promise<void>

/** One property each, changed in the finished file; and the one check that must see it. */
const mutations: readonly (readonly [string, CheckName, Edit])[] = [
  ['one page larger', 'paper', (document) => document.getPage(2).setMediaBox(0, 0, 595, 870)],
  [
    'all pages wider',
    'paper',
    everyPage((document, index) => document.getPage(index).setMediaBox(0, 0, 601, 841.9)),
  ],
  [
    'text reaches into the margin',
    'margins',
    everyPage((document, index) => shiftText(document, index, index % 2 === 0 ? mm(8) : -mm(8))),
  ],
  ['text higher than allowed', 'margins', (document) => shiftText(document, 1, 0, mm(8))],
  ['one page bound at the wrong side', 'mirror', (document) => shiftText(document, 2, -mm(6))],
  [
    'even pages like odd ones',
    'mirror',
    everyPage((document, index) =>
      index % 2 === 1 ? shiftText(document, index, mm(6)) : undefined,
    ),
  ],
  [
    'all pages bound at the wrong side',
    'gutter',
    everyPage((document, index) => shiftText(document, index, index % 2 === 0 ? -mm(6) : mm(6))),
  ],
  ['one number smaller', 'page-number-size', (document) => renumber(document, 3, { size: 9 })],
  [
    'all numbers smaller',
    'page-number-size',
    everyPage((document, index) => renumber(document, index, { size: 10.5 })),
  ],
  ['one number inside', 'page-number-side', (document) => renumber(document, 3, { x: 510 })],
  [
    'sides swapped',
    'page-number-side',
    everyPage((document, index) =>
      renumber(document, index, { x: index % 2 === 0 ? mm(28) : 510 }),
    ),
  ],
  [
    'centred',
    'page-number-side',
    everyPage((document, index) => renumber(document, index, { x: 294 })),
  ],
  [
    'at the head',
    'page-number-side',
    everyPage((document, index) => renumber(document, index, { y: 806 })),
  ],
  ['one number gone', 'page-number-continuity', (document) => dropNumber(document.getPage(2))],
  [
    'all numbers gone',
    'page-number-continuity',
    everyPage((document, index) => dropNumber(document.getPage(index))),
  ],
  [
    'one number twice',
    'page-number-continuity',
    (document) => renumber(document, 3, { text: '3' }),
  ],
  ['one page left out', 'page-number-continuity', (document) => document.removePage(2)],
  [
    'Roman',
    'page-number-continuity',
    everyPage((document, index) =>
      renumber(document, index, { text: ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'][index] ?? 'x' }),
    ),
  ],
  [
    'another face',
    'body-font',
    (document) => renameFont(document, 'NotoSerifSC-Regular', 'FZFSK--GBK1-0'),
  ],
  [
    'smaller letters',
    'body-size',
    everyPage((document, index) =>
      redraw(document.getPage(index), (drawn) => drawn.replaceAll(/ 16 Tf/g, ' 14 Tf')),
    ),
  ],
  [
    'titles in another face',
    'heading-font',
    (document) => renameFont(document, 'NotoSansSC-Regular', 'FZKTK--GBK1-0'),
  ],
  [
    'one title larger',
    'heading-font',
    (document) => redraw(document.getPage(0), (drawn) => drawn.replace(' 21.33 Tf', ' 26 Tf')),
  ],
  [
    'lines closer',
    'line-spacing',
    everyPage((document, index) => redraw(document.getPage(index), closer)),
  ],
  ['too many pages', 'pages', everyPageAdded(8)],
  ['too long', 'length', longer],
  [
    'reference that failed',
    'fields-unresolved',
    (document) =>
      document
        .getPage(3)
        .drawText('Error! Reference source not found.', { x: 100, y: 90, size: 11 }),
  ],
  ['font not embedded', 'glyphs-missing', unembed],
  [
    'letter without a glyph',
    'glyphs-missing',
    (document) =>
      redraw(document.getPage(1), (drawn) =>
        drawn.replace(/<[\dA-F]{4}> Tj(?=[\s\S]*$)/, '<0000> Tj'),
      ),
  ],
  ['coarse picture', 'images-resolution', coarsen],
  ['too large', 'file-size', (document) => document.attach(noise(3_300_000), 'scan.bin')],
]

it.each(mutations)('%s: %s', async (_, check, edit) => {
  expect(await failing(await editPdf(good, edit), '施慧筠.pdf', award)).toEqual([check])
})

it('judges the file by its name and kind', async () => {
  expect(await failing(good, '自评报告.pdf', award)).toEqual(['file-name'])
  expect(await failing(good, '施慧筠.docx', award)).toEqual(['file-type'])
})

it('names the pages that are wrong', async () => {
  const bytes = await editPdf(good, (document) => renumber(document, 3, { x: 510 }))
  const { checks } = await verifyFile({ path: 'a.pdf', bytes, document: 'report' }, award)
  expect(checks.find(({ check }) => check === 'page-number-side')).toMatchObject({
    ok: false,
    required: 'footer-outer',
    measured: 'footer-inner',
    pages: [4],
    words: { 'zh-CN': { message: '第 4 页的页码在页脚内侧，通知要求在页脚外侧' } },
  })
})

it('lets a part of a volume begin anywhere, and the volume itself at 1', async () => {
  const bytes = await editPdf(
    good,
    everyPage((document, index) => renumber(document, index, { text: `${index + 35}` })),
  )
  expect(await failing(bytes, '施慧筠.pdf', award)).toEqual([])
  const { checks } = await verifyFile({ path: 'a.pdf', bytes, document: 'book' }, award)
  expect(checks.filter(({ ok }) => !ok).map(({ check }) => check)).toEqual([
    'page-number-continuity',
  ])
})

it('does not ask for what the award does not say', async () => {
  const silent: Award = { ...award, page: 'not-specified', volumes: [], media: [], limits: [] }
  const { checks } = await verifyFile({ path: 'a.pdf', bytes: good, document: 'report' }, silent)
  const ours = ['fields-unresolved', 'glyphs-missing', 'images-resolution']
  expect(checks).toHaveLength(19)
  for (const { check, ok, required } of checks) {
    expect(ok).toBe(true)
    expect(required === undefined).toBe(!ours.includes(check))
  }
})

/** Lines a little closer, letters as they were. */
function closer(drawn: string): string {
  const places = /1 0 0 -1 ([\d.]+) ([\d.]+) Tm/g
  const top = Math.min(...[...drawn.matchAll(places)].map(([, , y]) => Number(y)))
  return drawn.replaceAll(places, (_, x, y) => `1 0 0 -1 ${x} ${top + (Number(y) - top) * 0.96} Tm`)
}

function everyPageAdded(count: number): Edit {
  return async (document) => {
    for (let added = 0; added < count; added++) {
      const number = document.getPageCount() + 1
      const page = document.addPage([595.3, 841.9])
      page.drawText(`${number}`, { x: number % 2 === 1 ? 510 : mm(22), y: 36, size: 14 })
    }
  }
}

/** The same pages once more: too many words on pages enough. */
async function longer(document: PDFDocument): Promise<void> {
  for (let added = 0; added < 4; added++) {
    const from = document.getPageCount() % 2
    const [page] = await document.copyPages(document, [from])
    if (page === undefined) throw new Error('no page')
    document.addPage(page)
    await renumber(document, document.getPageCount() - 1, {})
  }
}

function unembed(document: PDFDocument): void {
  const [descriptor] = fontDictionaries(document).filter((one) => one.has(PDFName.of('FontFile2')))
  descriptor?.delete(PDFName.of('FontFile2'))
}

async function coarsen(document: PDFDocument): Promise<void> {
  const coarse = await document.embedPng(greyPng(300, 150))
  for (const page of document.getPages()) {
    const pictures = page.node.Resources()?.lookup(PDFName.of('XObject'))
    if (!(pictures instanceof PDFDict)) continue
    for (const name of pictures.keys()) pictures.set(name, coarse.ref)
  }
}

/** Bytes that do not compress. */
function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let state = 1
  for (let index = 0; index < length; index++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    bytes[index] = state >>> 16
  }
  return bytes
}
