import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a package; what is packed already is stored as it is. */
export interface ZipPart {
  readonly name: string
  readonly bytes: Uint8Array
  readonly stored: boolean
}

interface Entry {
  readonly name: Uint8Array
  readonly data: Uint8Array
  readonly method: number
  readonly sum: number
  readonly size: number
  readonly offset: number
}

const localHead = 30
const listHead = 46
const endHead = 22
/** 1980-01-01 00:00, the first moment a zip can tell: times would differ from run to run. */
const firstDay = 0x21
/** Names are UTF-8. */
const utf8 = 0x800
const version = 20

/**
 * A zip with every part in the given order and nothing of the machine or moment in it. Written straight into the result:
 * a book's pictures are tens of megabytes, and a copy of each on the way would double what a build needs.
 */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  let offset = 0
  const entries = parts.map(({ name, bytes, stored }): Entry => {
    const data = stored ? bytes : deflateRawSync(bytes)
    const entry = {
      name: new TextEncoder().encode(name),
      data,
      method: stored ? 0 : 8,
      sum: crc32(bytes),
      size: bytes.length,
      offset,
    }
    offset += localHead + entry.name.length + data.length
    return entry
  })
  const list = entries.reduce((sum, { name }) => sum + listHead + name.length, 0)
  const result = new Uint8Array(offset + list + endHead)
  const view = new DataView(result.buffer)
  let at = offset
  for (const entry of entries) {
    writeLocal(entry, result, view)
    writeListed(entry, at, result, view)
    at += listHead + entry.name.length
  }
  writeEnd(view, at, entries.length, list, offset)
  return result
}

function writeLocal(entry: Entry, result: Uint8Array, view: DataView): void {
  view.setUint32(entry.offset, 0x04034b50, true)
  view.setUint16(entry.offset + 4, version, true)
  writeFacts(entry, entry.offset + 6, view)
  result.set(entry.name, entry.offset + localHead)
  result.set(entry.data, entry.offset + localHead + entry.name.length)
}

function writeListed(entry: Entry, at: number, result: Uint8Array, view: DataView): void {
  view.setUint32(at, 0x02014b50, true)
  view.setUint16(at + 4, version, true)
  view.setUint16(at + 6, version, true)
  writeFacts(entry, at + 8, view)
  view.setUint32(at + 42, entry.offset, true)
  result.set(entry.name, at + listHead)
}

/** What a part's head and its line in the list have in common. */
function writeFacts({ name, data, method, sum, size }: Entry, at: number, view: DataView): void {
  view.setUint16(at, utf8, true)
  view.setUint16(at + 2, method, true)
  view.setUint16(at + 6, firstDay, true)
  view.setUint32(at + 8, sum, true)
  view.setUint32(at + 12, data.length, true)
  view.setUint32(at + 16, size, true)
  view.setUint16(at + 20, name.length, true)
}

function writeEnd(view: DataView, at: number, count: number, size: number, offset: number): void {
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, count, true)
  view.setUint16(at + 10, count, true)
  view.setUint32(at + 12, size, true)
  view.setUint32(at + 16, offset, true)
}
