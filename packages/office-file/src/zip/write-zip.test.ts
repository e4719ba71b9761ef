import { strFromU8, unzipSync, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { altered, madeFile } from '../../test/made-file.ts'
import { openOfficeFile, repack, writeZip } from '../index.ts'

const picture = Buffer.from('a picture of which nothing is to change'.repeat(20))
const made = madeFile({ 'word/media/图1.png': picture })

it('what is not touched is the same to another reader', () => {
  const { entries } = openOfficeFile(made)
  expect(unzipSync(writeZip(entries))).toEqual(unzipSync(made))
})

it('an entry with new content keeps its place', () => {
  const { entries, entry } = openOfficeFile(made)
  const text = entry('word/document.xml')
  const all = entries.map((one) => (one === text ? repack(one, Buffer.from('<新/>')) : one))
  const back = unzipSync(writeZip(all))
  expect(Object.keys(back)).toEqual(Object.keys(unzipSync(made)))
  expect(strFromU8(back['word/document.xml'] ?? new Uint8Array())).toBe('<新/>')
  expect(writeZip(all)).toEqual(writeZip(all))
})

it('a name in some code page stays as it was', () => {
  const gbk = Buffer.from('cdbc', 'hex')
  const named = altered(madeFile({ 'a/xx.bin': 'a' }), 'a/xx.bin', ({ view, listed, local }) => {
    for (const start of [listed + 46, local + 30])
      for (const [index, byte] of gbk.entries()) view.setUint8(start + 2 + index, byte)
  })
  const written = Buffer.from(writeZip(openOfficeFile(named).entries))
  expect(written.includes(Buffer.concat([Buffer.from('a/'), gbk, Buffer.from('.bin')]))).toBe(true)
})

it('parts are found whatever the case and slashes of their names', () => {
  const file = openOfficeFile(madeFile({ 'Word\\Styles.XML': '<a/>' }))
  expect(file.text('/word/styles.xml')).toBe('<a/>')
  expect(file.main).toBe('word/document.xml')
  expect(file.xml('word/none.xml')).toBeUndefined()
})

it('UTF-16 is read, a byte-order mark is no text', () => {
  const file = openOfficeFile(
    madeFile({
      'le.xml': Buffer.from('\uFEFF<甲/>', 'utf16le'),
      'be.xml': Buffer.from('\uFEFF<甲/>', 'utf16le').swap16(),
      'utf8.xml': '\uFEFF<甲/>',
    }),
  )
  expect(['le.xml', 'be.xml', 'utf8.xml'].map((part) => file.text(part))).toEqual(
    Array.from({ length: 3 }, () => '<甲/>'),
  )
})

it.each([
  ['stored', 0, picture],
  ['packed', 6, picture],
  ['packed beyond measure', 6, Buffer.alloc(20_000_000, 7)],
  ['large', 1, Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251))],
] as const)('the first bytes of a picture: %s', (_, level, content) => {
  const file = zipSync({ '[Content_Types].xml': Buffer.from('<a/>'), 'a.png': content }, { level })
  const head = openOfficeFile(file).head('a.png', 50_000)
  expect(head).toHaveLength(Math.min(content.length, 50_000))
  expect(content.subarray(0, 50_000).equals(head ?? Buffer.of())).toBe(true)
})

it('resolves what a part refers to', () => {
  const relation = (id: string, target: string, more = ''): string =>
    `<Relationship Id="${id}" Type="t" Target="${target}"${more}/>`
  const list = [
    relation('a', 'media/image1.png'),
    relation('b', '../customXml/item1.xml'),
    relation('c', '/word/./styles.xml'),
    relation('d', 'https://example.com/a?b', ' TargetMode="External"'),
  ]
  const file = openOfficeFile(
    madeFile({ 'word/_rels/document.xml.rels': `<Relationships>${list.join('')}</Relationships>` }),
  )
  const found = [...file.relations('word/document.xml').values()]
  expect(found.map(({ target }) => target)).toEqual([
    'word/media/image1.png',
    'customXml/item1.xml',
    'word/./styles.xml',
    'https://example.com/a?b',
  ])
  expect(file.relations('word/none.xml').size).toBe(0)
})
