// The parts of a TrueType file that decide whether and for what it can be used. Read piecemeal: a Chinese font is 15 MB.
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

export interface SfntTable {
  readonly offset: number
  readonly length: number
}

/** One font of a file; a collection (.ttc) has several. */
export interface Sfnt {
  readonly file: string
  readonly index: number
  readonly tables: ReadonlyMap<string, SfntTable>
  /** Differs where the font differs: its tables' checksums and sizes. */
  readonly fingerprint: string
  read(tag: string): Buffer | undefined
}

const mostFonts = 64
const mostTables = 128

/** The fonts in a file; none where it is no TrueType or OpenType file. */
export function openSfnt(file: string): readonly Sfnt[] {
  let fd: number
  try {
    fd = openSync(file, 'r')
  } catch {
    return []
  }
  try {
    const size = fstatSync(fd).size
    const head = readAt(fd, 0, 12 + 4 * mostFonts)
    return offsetsOf(head).flatMap((offset, index) => oneFont(file, fd, size, offset, index))
  } catch {
    return []
  } finally {
    closeSync(fd)
  }
}

function offsetsOf(head: Buffer): readonly number[] {
  if (head.toString('latin1', 0, 4) !== 'ttcf') return [0]
  const count = Math.min(head.readUInt32BE(8), mostFonts)
  return Array.from({ length: count }, (_, index) => head.readUInt32BE(12 + 4 * index))
}

function oneFont(
  file: string,
  fd: number,
  size: number,
  offset: number,
  index: number,
): readonly Sfnt[] {
  const start = readAt(fd, offset, 12)
  const kind = start.length < 12 ? '' : start.toString('latin1', 0, 4)
  if (!['\0\x01\0\0', 'true', 'OTTO'].includes(kind)) return []
  const count = start.readUInt16BE(4)
  if (count > mostTables) return []
  const directory = readAt(fd, offset + 12, count * 16)
  const tables = new Map<string, SfntTable>()
  for (let at = 0; at + 16 <= directory.length; at += 16) {
    const table = {
      offset: directory.readUInt32BE(at + 8),
      length: directory.readUInt32BE(at + 12),
    }
    if (table.offset + table.length <= size)
      tables.set(directory.toString('latin1', at, at + 4), table)
  }
  const head = tables.get('head')
  const adjustment = head === undefined ? Buffer.alloc(0) : readAt(fd, head.offset, 54)
  const fingerprint = `${size}.${index}.${directory.toString('base64')}.${adjustment.toString('base64')}`
  return [{ file, index, tables, fingerprint, read: (tag) => readTable(file, tables.get(tag)) }]
}

function readTable(file: string, table: SfntTable | undefined): Buffer | undefined {
  if (table === undefined) return undefined
  const fd = openSync(file, 'r')
  try {
    return readAt(fd, table.offset, table.length)
  } finally {
    closeSync(fd)
  }
}

function readAt(fd: number, position: number, length: number): Buffer {
  const buffer = Buffer.alloc(length)
  return buffer.subarray(0, readSync(fd, buffer, 0, length, position))
}
