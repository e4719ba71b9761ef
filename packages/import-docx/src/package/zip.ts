import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

/** Why a zip cannot be read. */
export class ZipFault extends Error {
  readonly why: 'broken' | 'too-large'

  constructor(why: 'broken' | 'too-large', options?: ErrorOptions) {
    super(`zip ${why}`, options)
    this.why = why
  }
}

/** A file in a zip, still packed as it lies there. */
export interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly packed: Uint8Array
}

/** A report with hundreds of photographs stays far below these. */
const mostEntries = 20_000
const mostBytes = 1_500_000_000

/** Lists what a zip holds, from its directory; unpacks nothing. */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new ZipFault('too-large')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      throw new ZipFault('broken')
    const entry = readEntry(view, bytes, at)
    total += entry.size
    if (total > mostBytes) throw new ZipFault('too-large')
    entries.push(entry)
    at +=
      46 +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true)
  }
  return entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new ZipFault('broken')
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): ZipEntry {
  const packedSize = view.getUint32(at + 20, true)
  const header = view.getUint32(at + 42, true)
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1
  if (isEncrypted || header + 30 > bytes.length) throw new ZipFault('broken')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + packedSize > bytes.length) throw new ZipFault('broken')
  const nameStart = at + 46
  const nameEnd = nameStart + view.getUint16(at + 28, true)
  return {
    name: new TextDecoder().decode(bytes.subarray(nameStart, nameEnd)).replaceAll('\\', '/'),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: bytes.subarray(start, start + packedSize),
  }
}

/** Unpacks one entry; what its size promises is not believed. */
export function unpack(entry: ZipEntry, most: number): Uint8Array {
  if (entry.size > most) throw new ZipFault('too-large')
  if (entry.method === 0) return entry.packed
  if (entry.method !== 8) throw new ZipFault('broken')
  try {
    return inflateRawSync(entry.packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (cause) {
    const isLonger =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    throw new ZipFault(isLonger ? 'too-large' : 'broken', { cause })
  }
}

/** An entry with new content. */
export function pack(name: string, content: Uint8Array): ZipEntry {
  return {
    name,
    method: 8,
    crc: crc32(content),
    size: content.length,
    packed: deflateRawSync(content),
  }
}

/** Zips entries in their order, packed as they are, with a fixed date: the same entries give the same bytes. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map(({ name }) => new TextEncoder().encode(name))
  const locals: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const [index, entry] of entries.entries()) {
    const name = names[index] ?? new Uint8Array()
    const facts = entryFacts(entry, name.length)
    const local = joined([signature(0x04034b50), facts, name, entry.packed])
    directory.push(directoryEntry(facts, offset), name)
    locals.push(local)
    offset += local.length
  }
  const listed = joined(directory)
  return joined([...locals, listed, directoryEnd(entries.length, listed.length, offset)])
}

/** What the local header and the directory say alike: 26 bytes from the version to the lengths. */
function entryFacts(entry: ZipEntry, nameLength: number): Uint8Array {
  const facts = new DataView(new ArrayBuffer(26))
  facts.setUint16(0, 20, true)
  // The name is UTF-8.
  facts.setUint16(2, 0x0800, true)
  facts.setUint16(4, entry.method, true)
  facts.setUint16(8, 0x21, true)
  facts.setUint32(10, entry.crc, true)
  facts.setUint32(14, entry.packed.length, true)
  facts.setUint32(18, entry.size, true)
  facts.setUint16(22, nameLength, true)
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
