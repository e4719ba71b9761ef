import { crc32, deflateRawSync } from 'node:zlib'
import type { ZipEntry } from './zip-entry.ts'

/** The entry with new content. */
export function repack({ name, rawName }: ZipEntry, content: Uint8Array): ZipEntry {
  return {
    name,
    rawName,
    method: 8,
    crc: crc32(content),
    size: content.length,
    packed: deflateRawSync(content),
  }
}

/** Zips entries in their order, packed as they are, with a fixed date: the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const entry of entries) {
    const facts = entryFacts(entry)
    const local = joined([signature(0x04034b50), facts, entry.rawName, entry.packed])
    directory.push(directoryEntry(facts, offset), entry.rawName)
    locals.push(local)
    offset += local.length
  }
  const listed = joined(directory)
  return joined([...locals, listed, directoryEnd(entries.length, listed.length, offset)])
}

/** What the local header and the directory say alike: 26 bytes from the version to the lengths. */
function entryFacts(entry: ZipEntry): Uint8Array {
  const facts = new DataView(new ArrayBuffer(26))
  facts.setUint16(0, 20, true)
  // The name is UTF-8.
  if (Buffer.from(entry.name).equals(entry.rawName)) facts.setUint16(2, 0x0800, true)
  facts.setUint16(4, entry.method, true)
  facts.setUint16(8, 0x21, true)
  facts.setUint32(10, entry.crc, true)
  facts.setUint32(14, entry.packed.length, true)
  facts.setUint32(18, entry.size, true)
  facts.setUint16(22, entry.rawName.length, true)
  return new Uint8Array(facts.buffer)
}

function directoryEntry(facts: Uint8Array, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46))
  view.setUint32(0, 0x02014b50, true)
  view.setUint16(4, 20, true)
  view.setUint32(42, offset, true)
  const bytes = new Uint8Array(view.buffer)
  bytes.set(facts, 6)
  return bytes
}

function directoryEnd(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22))
  view.setUint32(0, 0x06054b50, true)
  view.setUint16(8, count, true)
  view.setUint16(10, count, true)
  view.setUint32(12, size, true)
  view.setUint32(16, offset, true)
  return new Uint8Array(view.buffer)
}

function signature(value: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4))
  view.setUint32(0, value, true)
  return new Uint8Array(view.buffer)
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
