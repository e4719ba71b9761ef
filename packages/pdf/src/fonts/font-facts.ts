import type { Sfnt } from './sfnt.ts'

/** Why Chromium could not embed the font as text that can be searched. */
export type Unusable = 'outlines' | 'variable' | 'licence' | 'damaged'

export interface FontFacts {
  /** Family names in all languages. */
  readonly families: readonly string[]
  readonly weight: number
  readonly italic: boolean
  readonly unusable: Unusable | undefined
}

export function fontFacts(font: Sfnt): FontFacts | undefined {
  try {
    const names = font.read('name')
    const os2 = font.read('OS/2')
    if (names === undefined) return undefined
    return {
      families: familyNames(names),
      weight: os2 === undefined ? 400 : os2.readUInt16BE(4),
      italic: os2 !== undefined && (os2.readUInt16BE(62) & 1) === 1,
      unusable: unusable(font, os2?.readUInt16BE(8) ?? 0),
    }
  } catch {
    return undefined // cut short, or no font at all
  }
}

const restrictedEmbedding = 0x0002
const noSubsetting = 0x0100

/** Skia writes anything but plain TrueType outlines as Type 3, which printers and searches handle badly. */
function unusable({ tables }: Sfnt, embedding: number): Unusable | undefined {
  if (!tables.has('glyf')) return tables.has('CFF ') || tables.has('CFF2') ? 'outlines' : 'damaged'
  if (!tables.has('loca') || !tables.has('cmap') || !tables.has('head')) return 'damaged'
  if (tables.has('fvar')) return 'variable'
  const use = embedding & 0x000f
  if (use === restrictedEmbedding || (embedding & noSubsetting) !== 0) return 'licence'
  return undefined
}

/** Records of the name table with id 1 (family) and 16 (typographic family). */
function familyNames(table: Buffer): readonly string[] {
  const count = table.readUInt16BE(2)
  const storage = table.readUInt16BE(4)
  const found = new Set<string>()
  for (let index = 0; index < count; index++) {
    const at = 6 + index * 12
    const platform = table.readUInt16BE(at)
    const id = table.readUInt16BE(at + 6)
    if (id !== 1 && id !== 16) continue
    const start = storage + table.readUInt16BE(at + 10)
    const bytes = table.subarray(start, start + table.readUInt16BE(at + 8))
    // On the Mac's platform only Latin names are safe to read, and those are enough.
    if (platform === 1) found.add(bytes.toString('latin1'))
    else if (bytes.length % 2 === 0) found.add(Buffer.from(bytes).swap16().toString('utf16le'))
  }
  return [...found]
}
