import { deflateSync } from 'node:zlib'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { Award } from '@ziping/award'
import { strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, it } from 'vitest'
import { goodDocx } from '../test/good-docx.ts'
import { plainPdf } from '../test/plain-pdf.ts'
import { strictAward } from '../test/strict-award.ts'
import { verifyFile } from './verify-file.ts'

let award: Award
let good: Uint8Array
beforeAll(async () => {
  award = await strictAward()
  good = await goodDocx()
})

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4096)])
const withDocument = (xml: string): Uint8Array =>
  zipSync({ ...unzipSync(good), 'word/document.xml': strToU8(xml) })
const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/** Of Word files one for each sentence: all that can be wrong with one is in packages/office-file. */
const hostile: readonly (readonly [
  name: string,
  file: string,
  bytes: () => Uint8Array | Promise<Uint8Array>,
  says: RegExp,
])[] = [
  ['nothing', 'a.pdf', () => new Uint8Array(), /不是 PDF，也不是 Word/],
  ['rubbish', 'a.docx', () => Buffer.from('你好'.repeat(500)), /不是 PDF，也不是 Word/],
  ['an old Word file', 'a.doc', () => ole, /旧版 Word/],
  [
    'a Word file with a password',
    'a.docx',
    () => Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(512)]),
    /设有打开密码/,
  ],
  ['a Word file cut off', 'a.docx', () => good.subarray(0, good.length / 2), /不是完整的 Word/],
  ['a workbook', 'a.docx', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /但不是 Word/],
  ['a zip without anything', 'a.docx', () => zipSync({}), /不是 PDF，也不是 Word/],
  [
    'an entity from outside',
    'a.docx',
    () => withDocument('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    /文档类型声明/,
  ],
  [
    'elements in elements',
    'a.docx',
    () => withDocument(`<w:p xmlns:w="${main}">${'<w:p>'.repeat(1000)}`),
    /异常大/,
  ],
  [
    'a document without a body',
    'a.docx',
    () => withDocument(`<w:document xmlns:w="${main}"/>`),
    /但不是 Word/,
  ],
  [
    'styles that do not end',
    'a.docx',
    () => zipSync({ ...unzipSync(good), 'word/styles.xml': strToU8('<w:styles>') }),
    /不是完整的 Word/,
  ],
  [
    'a PDF cut off',
    'a.pdf',
    async () => (await plainPdf()).subarray(0, 300),
    /不是完整的 PDF|没有一页/,
  ],
  [
    'a PDF that only begins like one',
    'a.pdf',
    () => Buffer.from('%PDF-1.7\n%%EOF'),
    /不是完整的 PDF/,
  ],
  ['a PDF with a password', 'a.pdf', lockedPdf, /设有密码/],
  ['a PDF bomb', 'a.pdf', () => pdfBomb(1), /异常大/],
  ['a PDF bomb in a bomb', 'a.pdf', () => pdfBomb(2), /异常大/],
  ['a PDF packed again and again', 'a.pdf', () => pdfBomb(3), /异常大/],
]

it.each(hostile)('%s is told in a sentence', async (_, path, make, says) => {
  const bytes = await make()
  const { checks } = await verifyFile({ path, bytes, document: 'report' }, award)
  const type = checks.find(({ check }) => check === 'file-type')
  expect(type?.ok).toBe(false)
  expect(type?.words?.['zh-CN'].message).toMatch(says)
  expect(type?.words?.en.advice).not.toBe('')
  expect(checks.map(({ check }) => check)).toEqual(['file-name', 'file-type', 'file-size'])
})

it.each([
  [
    'styles based on each other',
    'word/styles.xml',
    '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
    '</w:styles>',
  ],
  [
    'fields that never end',
    'word/document.xml',
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p><w:sectPr>',
    '<w:sectPr>',
  ],
])('opens a file with %s', async (_, part, to, from) => {
  const parts = unzipSync(good)
  const xml = Buffer.from(parts[part] ?? []).toString()
  const bytes = zipSync({ ...parts, [part]: strToU8(xml.replace(from, to)) })
  const { checks } = await verifyFile({ path: 'a.docx', bytes, document: 'report' }, award)
  expect(checks).toHaveLength(19)
})

/** 70 MB of blanks to draw, packed and packed again. */
async function pdfBomb(layers: number): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  const page = document.addPage([595, 842])
  let packed: Uint8Array = Buffer.alloc(70_000_000, 32)
  for (let layer = 0; layer < layers; layer++) packed = deflateSync(packed, { level: 1 })
  const filters = Array.from({ length: layers }, () => 'FlateDecode')
  const stream = document.context.stream(packed, { Filter: filters })
  page.node.set(PDFName.of('Contents'), document.context.register(stream))
  return document.save({ useObjectStreams: false })
}

async function lockedPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([595, 842])
  document.encrypt({ userPassword: 'secret', ownerPassword: 'secret' })
  return document.save()
}
