import { strToU8, zipSync } from 'fflate'
import { docx, p } from './made-docx.ts'

/** What it is called, its name, its bytes, and what is said of it: a file for each sentence. All that can be wrong with a file is in packages/office-file. */
export const hostileFiles: readonly (readonly [string, string, () => Uint8Array, RegExp])[] = [
  ['a text', '去年.docx', () => strToU8('报告'), /no Word document/],
  [
    'a workbook',
    '表.docx',
    () =>
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'xl/workbook.xml': strToU8('<a/>') }),
    /no Word document/,
  ],
  [
    'a .doc',
    '去年.doc',
    () => new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(2000).fill(0)]),
    /old Word format/,
  ],
  [
    'an encrypted file',
    '去年.docx',
    () =>
      Buffer.concat([
        new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]),
        Buffer.from('EncryptedPackage', 'utf16le'),
      ]),
    /password/,
  ],
  ['macros', '去年.docm', () => docx(p('甲')), /macros/],
  ['a cut file', '去年.docx', () => docx(p('甲')).subarray(0, 300), /damaged/],
  ['a text that does not end', '去年.docx', () => docx('<w:p>'), /damaged/],
  [
    'entity expansion',
    '去年.docx',
    () =>
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>'),
      }),
    /DOCTYPE/,
  ],
  [
    'deep nesting',
    '去年.docx',
    () => docx(`${'<w:sdt><w:sdtContent>'.repeat(5000)}${'</w:sdtContent></w:sdt>'.repeat(5000)}`),
    /unreasonable size/,
  ],
]

/** A part of 300 MB in a file of 300 KB; one that says so, and one that says it were small. */
export function realBomb(told: 'honest' | 'lying'): Uint8Array {
  const file = zipSync(
    {
      '[Content_Types].xml': strToU8('<Types/>'),
      'word/document.xml': new Uint8Array(300_000_000),
    },
    { level: 1 },
  )
  if (told === 'honest') return file
  const view = new DataView(file.buffer, file.byteOffset)
  const directory = view.getUint32(file.length - 6, true)
  const second = file.indexOf(0x50, directory + 46)
  view.setUint32(second + 24, 1000, true)
  return file
}
