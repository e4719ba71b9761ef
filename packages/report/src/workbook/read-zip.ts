import { inflateRawSync } from 'node:zlib'
import { WorkbookFault } from './workbook-fault.ts'

/** More than any table of indicators unpacks to. */
const largestPart = 32 * 1024 * 1024
const largestWhole = 64 * 1024 * 1024

/** The parts of a zip file by name, each unpacked when it is asked for. */
export class ZipParts {
  readonly #bytes: Buffer
  readonly #entries: ReadonlyMap<string, ZipEntry>
  #unpacked = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#entries = directoryOf(this.#bytes)
  }

  text(name: string): string | undefined {
    const entry = this.#entries.get(name)
    if (entry === undefined) return undefined
    const content = this.#unpack(entry)
    this.#unpacked += content.length
    if (this.#unpacked > largestWhole) throw new WorkbookFault('too-large')
    return content.toString('utf8').replace(/^\uFEFF/u, '')
  }

  #unpack({ at, size, method }: ZipEntry): Buffer {
    const { length } = this.#bytes
    if (at + 30 > length || this.#bytes.readUInt32LE(at) !== 0x04034b50)
      throw new WorkbookFault('broken')
    const start = at + 30 + this.#bytes.readUInt16LE(at + 26) + this.#bytes.readUInt16LE(at + 28)
    const packed = this.#bytes.subarray(start, start + size)
    if (packed.length < size) throw new WorkbookFault('broken')
    if (method === 0) return packed
    if (method !== 8) throw new WorkbookFault('broken')
    try {
      return inflateRawSync(packed, { maxOutputLength: largestPart })
    } catch (cause) {
      const isBomb =
        cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
      throw new WorkbookFault(isBomb ? 'too-large' : 'broken', { cause })
    }
  }
}

interface ZipEntry {
  readonly at: number
  readonly size: number
  readonly method: number
}

function directoryOf(bytes: Buffer): ReadonlyMap<string, ZipEntry> {
  // The container of Office files before 2007, and of those with a password.
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    throw new WorkbookFault('old-or-locked')
  if (bytes.length < 22 || bytes.readUInt32LE(0) !== 0x04034b50)
    throw new WorkbookFault('not-a-workbook')
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length) throw new WorkbookFault('broken')
  const entries = new Map<string, ZipEntry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw new WorkbookFault('broken')
    const name = bytes.readUInt16LE(at + 28)
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      at: bytes.readUInt32LE(at + 42),
      size: bytes.readUInt32LE(at + 20),
      method: bytes.readUInt16LE(at + 10),
    })
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}
