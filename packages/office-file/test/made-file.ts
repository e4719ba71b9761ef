import { strToU8, zipSync } from 'fflate'
import { openOfficeFile, repack, writeZip } from '../src/index.ts'

const rels = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
export const word: string = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

type Parts = Readonly<Record<string, string | Uint8Array>>

/** The least that is a Word file, and further parts. */
export function madeFile(parts: Parts = {}, level: 0 | 1 = 1): Uint8Array {
  const all = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${rels}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `<w:document xmlns:w="${word}"/>`,
    ...parts,
  }
  return madeZip(all, level)
}

export function madeZip(parts: Parts, level: 0 | 1 = 1): Uint8Array {
  const files = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ])
  return zipSync(Object.fromEntries(files), { level })
}

/** The file with the same large content in some of its entries. */
export function swollen(
  file: Uint8Array,
  names: readonly string[],
  content: Uint8Array,
): Uint8Array {
  const { entries } = openOfficeFile(file)
  const [first] = entries
  if (first === undefined) throw new Error('the file is empty')
  const packed = repack(first, content)
  const swell = entries.map((entry) =>
    names.includes(entry.name) ? { ...packed, name: entry.name, rawName: entry.rawName } : entry,
  )
  return writeZip(swell)
}

/** Where an entry is described: in the directory, and before its content. */
export interface Facts {
  readonly view: DataView
  readonly listed: number
  readonly local: number
}

/** The file with other facts about one of its entries, or about the directory itself for ''. */
export function altered(
  file: Uint8Array,
  name: string,
  change: (facts: Facts) => void,
): Uint8Array {
  const copy = file.slice()
  const view = new DataView(copy.buffer)
  const end = copy.length - 22
  let listed = name === '' ? end : view.getUint32(end + 16, true)
  while (listed < end && nameAt(view, listed) !== name)
    listed +=
      46 +
      view.getUint16(listed + 28, true) +
      view.getUint16(listed + 30, true) +
      view.getUint16(listed + 32, true)
  if (listed === end && name !== '') throw new Error(`no ${name} in the file`)
  change({ view, listed, local: name === '' ? 0 : view.getUint32(listed + 42, true) })
  return copy
}

function nameAt(view: DataView, listed: number): string {
  const length = view.getUint16(listed + 28, true)
  return Buffer.from(view.buffer, listed + 46, length).toString()
}
