import type { Sfnt } from './sfnt.ts'

const known = new Map<string, ReadonlySet<number>>()

/** The characters a font has a glyph for. */
export function coveredCharacters(font: Sfnt): ReadonlySet<number> {
  const key = `${font.file}\0${font.fingerprint}`
  const before = known.get(key)
  if (before !== undefined) return before
  const covered = readCmap(font.read('cmap') ?? Buffer.alloc(0))
  known.set(key, covered)
  return covered
}

function readCmap(table: Buffer): ReadonlySet<number> {
  const covered = new Set<number>()
  try {
    for (const offset of unicodeSubtables(table)) {
      const subtable = table.subarray(offset)
      const format = subtable.readUInt16BE(0)
      if (format === 4) addSegments(subtable, covered)
      if (format === 12) addGroups(subtable, covered)
    }
  } catch {
    // Cut short: what was read so far counts.
  }
  return covered
}

function unicodeSubtables(table: Buffer): readonly number[] {
  const count = table.readUInt16BE(2)
  return Array.from({ length: count }, (_, index) => 4 + index * 8)
    .filter((at) => {
      const platform = table.readUInt16BE(at)
      const encoding = table.readUInt16BE(at + 2)
      return platform === 0 ? encoding !== 5 : platform === 3 && (encoding === 1 || encoding === 10)
    })
    .map((at) => table.readUInt32BE(at + 4))
}

/** Format 4: segments of the first 65,536 characters. */
function addSegments(table: Buffer, covered: Set<number>): void {
  const size = table.readUInt16BE(6)
  for (let at = 0; at < size; at += 2) {
    const end = table.readUInt16BE(14 + at)
    const start = table.readUInt16BE(16 + size + at)
    const delta = table.readUInt16BE(16 + 2 * size + at)
    const rangeAt = 16 + 3 * size + at
    const range = table.readUInt16BE(rangeAt)
    for (let character = start; character <= end && character < 0xffff; character++) {
      const glyph =
        range === 0
          ? (character + delta) & 0xffff
          : table.readUInt16BE(rangeAt + range + 2 * (character - start))
      if (glyph !== 0) covered.add(character)
    }
  }
}

const lastCharacter = 0x10ffff

/** Format 12: groups of all characters. */
function addGroups(table: Buffer, covered: Set<number>): void {
  const count = table.readUInt32BE(12)
  for (let index = 0; index < count; index++) {
    const at = 16 + index * 12
    const start = table.readUInt32BE(at)
    const end = Math.min(table.readUInt32BE(at + 4), lastCharacter)
    const glyph = table.readUInt32BE(at + 8)
    for (let character = start; character <= end; character++)
      if (glyph + character - start !== 0) covered.add(character)
  }
}
