import { crc32, inflateRawSync, constants as zlib } from 'node:zlib'
import { OfficeFault } from '../office-fault.ts'
import type { ZipEntry } from './zip-entry.ts'

/** Room made at once: a size that a file only claims costs no more than this. */
const firstRoom = 4_000_000

/** Unpacks an entry whole; what its size promises is not believed, and what arrives must be what was packed. */
export function unpack(entry: ZipEntry, most: number): Uint8Array {
  if (entry.size > most) throw new OfficeFault('too-large')
  const content = inflate(entry)
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new OfficeFault('broken')
  return content
}

function inflate({ method, packed, size }: ZipEntry): Uint8Array {
  if (method === 0) return packed
  if (method !== 8) throw new OfficeFault('broken')
  try {
    return inflateRawSync(packed, {
      maxOutputLength: Math.max(1, size),
      chunkSize: Math.min(Math.max(64, size + 1), firstRoom),
    })
  } catch (cause) {
    throw new OfficeFault(isTooLong(cause) ? 'too-large' : 'broken', { cause })
  }
}

/** The first bytes of an entry, at most so many; fewer where they unpack to far more than pictures do. */
export function unpackHead({ method, packed }: ZipEntry, most: number): Uint8Array {
  if (method === 0) return packed.subarray(0, most)
  if (method !== 8) throw new OfficeFault('broken')
  // Packed a thousandfold at best, a few kilobytes stay a few megabytes.
  const first = inflateStart(packed.subarray(0, 8_192), 10_000_000)
  if (first === undefined || first.length >= most || packed.length <= 8_192)
    return (first ?? new Uint8Array()).subarray(0, most)
  return (inflateStart(packed.subarray(0, most), 16 * most) ?? first).subarray(0, most)
}

function inflateStart(packed: Uint8Array, most: number): Uint8Array | undefined {
  try {
    return inflateRawSync(packed, { finishFlush: zlib.Z_SYNC_FLUSH, maxOutputLength: most })
  } catch (cause) {
    if (isTooLong(cause)) return undefined
    throw new OfficeFault('broken', { cause })
  }
}

function isTooLong(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
}
