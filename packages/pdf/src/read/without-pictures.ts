import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Smaller pictures take no room worth the trouble. */
const least = 32 * 1024
/** So little that hardly anything of a picture is written before it is known for one. */
const window = 1 << 14

/** Puts the file's bytes from a position on into all of `into`. */
type Read = (into: Uint8Array, from: number) => void

/**
 * A PDF's bytes with nothing but zeros where its pictures were: every place and size in it is still right, and to read a
 * book of a gigabyte of scans takes the room of its text, for memory that is never written to is not there yet. Whoever
 * wants to see the pictures themselves has to look elsewhere.
 */
export function withoutPictures(bytes: Uint8Array): Uint8Array {
  return fill(bytes.length, (into, from) => into.set(bytes.subarray(from, from + into.length)))
}

/** The same of a file that would not fit into memory. */
export function readWithoutPictures(file: string): Uint8Array {
  const handle = openSync(file, 'r')
  try {
    return fill(fstatSync(handle).size, (into, from) => {
      for (let at = 0; at < into.length; ) {
        const count = readSync(handle, into, at, into.length - at, from + at)
        if (count === 0) break
        at += count
      }
    })
  } finally {
    closeSync(handle)
  }
}

function fill(size: number, read: Read): Uint8Array {
  const bytes = new Uint8Array(size)
  const all = Buffer.from(bytes.buffer)
  let filled = 0
  let searched = 0
  while (filled < size) {
    const end = Math.min(size, filled + window)
    read(all.subarray(filled, end), filled)
    filled = end
    for (;;) {
      const at = all.subarray(0, filled).indexOf('stream', searched)
      // A keyword that lies across the end, and what stands behind it, comes with the next piece.
      if (at < 0 || (at + 16 > filled && filled < size)) {
        searched = Math.max(searched, at < 0 ? filled - 'stream'.length : at)
        break
      }
      const stream = streamAt(all, at, read)
      searched = stream?.end ?? at + 'stream'.length
      if (stream?.isPicture !== true) continue
      all.fill(0, stream.start, Math.min(filled, stream.end))
      filled = Math.max(filled, stream.end)
    }
  }
  return bytes
}

interface FoundStream {
  readonly start: number
  readonly end: number
  readonly isPicture: boolean
}

/** What the keyword at `at` opens, as far as its length is written beside it and is true. */
function streamAt(all: Buffer, at: number, read: Read): FoundStream | undefined {
  if (all.toString('latin1', at - 3, at) === 'end') return undefined
  const before = all.toString('latin1', Math.max(0, at - 2000), at)
  const dictionary = before.slice(Math.max(0, before.lastIndexOf(' obj')))
  const length = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(dictionary)?.[1] ?? Number.NaN)
  const start = at + 'stream'.length + (all[at + 6] === 0x0d ? 2 : 1)
  const end = start + length
  if (Number.isNaN(end) || end + 12 > all.length) return undefined
  const tail = Buffer.alloc(12)
  read(tail, end)
  if (!/^\s*endstr/.test(tail.toString('latin1'))) return undefined
  // A mask is unpacked before it is known what is drawn.
  const isPicture =
    length >= least &&
    /\/Subtype\s*\/Image\b/.test(dictionary) &&
    !/\/(?:ImageMask|IM)\s+true\b/.test(dictionary)
  return { start, end, isPicture }
}
