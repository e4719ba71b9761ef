import { deflateRawSync } from 'node:zlib'
import type { OfficeProblem } from '../src/index.ts'
import { altered, madeFile, madeZip, swollen, word } from './made-file.ts'

/** What it is called, its bytes, and why it is not read. */
export type HostileFile = readonly [name: string, bytes: () => Uint8Array, why: OfficeProblem]

const document = 'word/document.xml'
const good = madeFile({ 'word/media/image1.png': Buffer.alloc(3_000, 'png') })
const oldFormat = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(4_096)])
const withDocument = (xml: string | Uint8Array): Uint8Array => madeFile({ [document]: xml })
const inside = (xml: string): Uint8Array =>
  withDocument(`<w:document xmlns:w="${word}">${xml}</w:document>`)

const otherKinds: readonly HostileFile[] = [
  ['nothing', () => new Uint8Array(), 'not-office'],
  ['two letters', () => Buffer.from('PK'), 'not-office'],
  ['a text', () => Buffer.from('报告'.repeat(500)), 'not-office'],
  ['a page that calls itself Word', () => Buffer.from('<html>'), 'not-office'],
  ['a zip of other things', () => madeZip({ 'xl/workbook.xml': '<x/>' }), 'not-office'],
  ['a zip without anything', () => madeZip({}), 'not-office'],
  ['a .doc', () => oldFormat, 'old-format'],
  ['the first bytes of a .doc', () => oldFormat.subarray(0, 4), 'old-format'],
  ['a password', () => Buffer.concat([oldFormat, encryptedPackage, oldFormat]), 'encrypted'],
  [
    'a password on a large file',
    () =>
      Buffer.concat([oldFormat, Buffer.alloc(300_000), encryptedPackage, Buffer.alloc(300_000)]),
    'encrypted',
  ],
]

const encryptedPackage = Buffer.from('EncryptedPackage', 'utf16le')

const spoiledZips: readonly HostileFile[] = [
  ['a file cut off', () => good.subarray(0, good.length / 2), 'broken'],
  ['a file without its last byte', () => good.subarray(0, -1), 'broken'],
  [
    'a directory of one entry more',
    () => directory((view, at) => add16(view, at + 10, 1)),
    'broken',
  ],
  [
    'a directory beyond the end',
    () => directory((view, at) => view.setUint32(at + 16, 4e9, true)),
    'broken',
  ],
  [
    'bytes that came between',
    () => Buffer.concat([good.subarray(0, 60), Buffer.alloc(500, 7), good.subarray(60)]),
    'broken',
  ],
  ['a small file before a good one', () => Buffer.concat([lyingStart(), good]), 'broken'],
  ['an entry beyond the end', () => fact(42, 4_000_000_000), 'broken'],
  ['an entry longer than the file', () => fact(20, 4_000_000_000), 'broken'],
  ['content that is not where it should be', () => fact(42, 1), 'broken'],
  ['an entry with a password', () => fact16(8, 1), 'broken'],
  ['a way of packing that Office has not', () => fact16(10, 12), 'broken'],
  ['a wrong checksum', () => fact(16, 12_345), 'broken'],
  ['a size too large by one', () => shifted(24, 1), 'broken'],
  ['one byte changed in a picture', () => flipped(), 'broken'],
  ['the same name twice', () => renamed('a/part1.xml', 'a/part2.xml'), 'broken'],
  ['names that differ by case', () => renamed('a/part1.xml', 'a/PART2.xml'), 'broken'],
  ['a name that leads out', () => madeFile({ '../../evil.xml': '<a/>' }), 'broken'],
  ['a name that leads out on Windows', () => madeFile({ 'a\\..\\..\\evil.xml': '<a/>' }), 'broken'],
  ['a name with a drive', () => madeFile({ 'C:/evil.xml': '<a/>' }), 'broken'],
  ['a name with a NUL', () => madeFile({ 'word/a\u0000.xml': '<a/>' }), 'broken'],
  ['entries that share their bytes', sharing, 'broken'],
]

const bombs: readonly HostileFile[] = [
  ['a part that says it had 2 GB', () => fact(24, 2_000_000_000), 'too-large'],
  ['a part of 100 MB', bomb, 'too-large'],
  ['a part of 100 MB that says it were small', lyingBomb, 'too-large'],
  ['blanks for 70 MB', blanks, 'too-large'],
  ['many parts of 60 MB', manyParts, 'too-large'],
  [
    'more entries than any report has',
    () => directory((view, at) => view.setUint16(at + 10, 65_000, true)),
    'too-large',
  ],
]

const documentTypes: readonly HostileFile[] = [
  [
    'entities that multiply',
    () => withDocument(`<?xml version="1.0"?>${entities()}`),
    'document-type',
  ],
  [
    'an entity from outside',
    () => withDocument('<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'),
    'document-type',
  ],
  ['an entity of nobody', () => inside('&x;'), 'broken'],
]

const spoiledXml: readonly HostileFile[] = [
  ['elements in elements', () => inside('<w:p>'.repeat(100_000)), 'too-large'],
  [
    'elements in elements, all closed',
    () => inside(`${'<w:p>'.repeat(5_000)}${'</w:p>'.repeat(5_000)}`),
    'too-large',
  ],
  ['a million elements', () => inside('<w:p/>'.repeat(1_000_000)), 'too-large'],
  ['namespaces in namespaces', () => inside(namespaces(60)), 'too-large'],
  [
    'a hundred thousand attributes, one twice',
    () => inside(`<w:p ${attributes()} a7=""/>`),
    'broken',
  ],
  ['XML that does not end', () => withDocument(`<w:document xmlns:w="${word}"><w:body>`), 'broken'],
  ['a tag that does not end', () => withDocument('<w:document'), 'broken'],
  ['an attribute that does not end', () => inside('<w:p w:a="'), 'broken'],
  ['a comment that does not end', () => inside('<!--'), 'broken'],
  ['literal text that does not end', () => inside('<![CDATA['), 'broken'],
  ['tags that cross', () => inside('<w:p><w:r></w:p></w:r>'), 'broken'],
  ['a second document in one part', () => withDocument('<a/><a/>'), 'broken'],
  ['text behind the end', () => withDocument('<a/>甲'), 'broken'],
  ['no element', () => withDocument('<?xml version="1.0"?>'), 'broken'],
  ['an empty part', () => withDocument(''), 'broken'],
  ['a prefix of nobody', () => inside('<q:p/>'), 'broken'],
  ['an attribute twice', () => inside('<w:p w:a="1" w:a="2"/>'), 'broken'],
  [
    'an attribute twice by two prefixes',
    () => inside(`<w:p xmlns:v="${word}" w:a="" v:a=""/>`),
    'broken',
  ],
  ['characters that XML has not', () => inside('\u0001'), 'broken'],
  ['such a character by number', () => inside('&#1;'), 'broken'],
  ['half of a character by number', () => inside('&#xD800;'), 'broken'],
  [
    'bytes that are no UTF-8',
    () => withDocument(Buffer.from('<a>\xd6\xca</a>', 'latin1')),
    'broken',
  ],
  ['half of a UTF-16 letter', () => withDocument(Buffer.from('fffe3c', 'hex')), 'broken'],
]

/** Everything a file can be that should not be read, or not as it is. */
export const hostileFiles: readonly HostileFile[] = [
  ...otherKinds,
  ...spoiledZips,
  ...bombs,
  ...documentTypes,
  ...spoiledXml,
]

function directory(change: (view: DataView, at: number) => void): Uint8Array {
  return altered(good, '', ({ view, listed }) => change(view, listed))
}

/** The good file with another fact about its text in the directory. */
function fact(at: number, value: number): Uint8Array {
  return altered(good, document, ({ view, listed }) => view.setUint32(listed + at, value, true))
}

function fact16(at: number, value: number): Uint8Array {
  return altered(good, document, ({ view, listed }) => view.setUint16(listed + at, value, true))
}

function shifted(at: number, by: number): Uint8Array {
  return altered(good, document, ({ view, listed }) =>
    view.setUint32(listed + at, view.getUint32(listed + at, true) + by, true),
  )
}

function add16(view: DataView, at: number, by: number): void {
  view.setUint16(at, view.getUint16(at, true) + by, true)
}

/** A picture that lies there unpacked: nothing but the checksum tells. */
function flipped(): Uint8Array {
  const file = Buffer.from(madeFile({ 'word/media/a.png': 'a picture' }, 0))
  const at = file.indexOf('a picture')
  file.writeUInt8(file.readUInt8(at) ^ 1, at)
  return file
}

/** Two parts, the first of which says it had the name of the second. */
function renamed(first: string, as: string): Uint8Array {
  const two = madeFile({ [first]: '<a/>', 'a/part2.xml': '<b/>' })
  return altered(two, first, ({ view, listed }) => {
    for (const [index, byte] of Buffer.from(as).entries()) view.setUint8(listed + 46 + index, byte)
  })
}

/** Two entries with one content: thousands of them make a bomb of any size. */
function sharing(): Uint8Array {
  const two = madeFile({ 'a/part1.xml': '<a/>', 'a/part2.xml': '<b/>' })
  let first = 0
  altered(two, 'a/part1.xml', ({ local }) => {
    first = local
  })
  return altered(two, 'a/part2.xml', ({ view, listed }) => view.setUint32(listed + 42, first, true))
}

/** 70 MB of blanks, said to be a small file, for those who read from the front. */
function lyingStart(): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(70_000_000, 32), { level: 1 })
  const head = Buffer.alloc(30)
  head.writeUInt32LE(0x04034b50, 0)
  head.writeUInt16LE(20, 4)
  head.writeUInt16LE(8, 8)
  head.writeUInt32LE(packed.length, 18)
  head.writeUInt32LE(100, 22)
  head.writeUInt16LE(document.length, 26)
  return Buffer.concat([head, Buffer.from(document), packed])
}

function blanks(): Uint8Array {
  const content = `<w:document xmlns:w="${word}">${' '.repeat(70_000_000)}</w:document>`
  return swollen(good, [document], Buffer.from(content))
}

function bomb(): Uint8Array {
  return swollen(good, [document], Buffer.alloc(100_000_000, 32))
}

function lyingBomb(): Uint8Array {
  return altered(bomb(), document, ({ view, listed }) => view.setUint32(listed + 24, 1_000, true))
}

/** Each is small enough, and all together are not. */
function manyParts(): Uint8Array {
  const names = Array.from({ length: 4 }, (_, index) => `word/part${index}.xml`)
  const parts = madeFile(Object.fromEntries(names.map((name) => [name, '<a/>'])))
  return swollen(parts, names, Buffer.from(`<a>${' '.repeat(60_000_000)}</a>`))
}

function entities(): string {
  const lines = ['<!ENTITY e0 "质量">']
  for (let level = 1; level < 10; level++)
    lines.push(`<!ENTITY e${level} "${`&e${level - 1};`.repeat(10)}">`)
  return `<!DOCTYPE d [${lines.join('')}]><d>&e9;</d>`
}

function namespaces(count: number): string {
  const open = Array.from(
    { length: count },
    (_, index) => `<a xmlns="urn:${index}" xmlns:p${index}="urn:x">`,
  )
  return `${open.join('')}${'</a>'.repeat(count)}`
}

function attributes(): string {
  return Array.from({ length: 100_000 }, (_, index) => `a${index}=""`).join(' ')
}
