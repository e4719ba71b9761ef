import { inflateSync } from 'node:zlib'
import { pdfTooLarge } from '../failures.ts'

/** An A3 sheet at 600 dpi in colour has 210 MB. */
const mostOfPicture = 256_000_000
/** What is drawn on a page, fonts and lists stay far below. */
const mostOfOther = 64_000_000
const mostOfAll = 4_000_000_000
/** No program packs what is packed. */
const mostLayers = 2

/** Refuses a PDF whose streams unpack to more than any page needs, before a reader unpacks them for good. */
export function refuseBombs(bytes: Uint8Array, file: string): void {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let total = 0
  for (let at = all.indexOf('stream'); at >= 0; at = all.indexOf('stream', at + 6)) {
    if (all.toString('latin1', at - 3, at) === 'end') continue
    const dictionary = dictionaryBefore(all, at)
    const layers = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0
    if (layers === 0) continue
    if (layers > mostLayers) throw pdfTooLarge(file)
    const start = at + (all[at + 6] === 0x0d ? 8 : 7)
    const end = all.indexOf('endstream', start)
    const most = /\/Subtype\s*\/Image\b/.test(dictionary) ? mostOfPicture : mostOfOther
    total += unpackedSize(all.subarray(start, end < 0 ? all.length : end), layers, most, file)
    if (total > mostOfAll) throw pdfTooLarge(file)
  }
}

/** From the start of the object. */
function dictionaryBefore(all: Buffer, at: number): string {
  const before = all.toString('latin1', Math.max(0, at - 2000), at)
  return before.slice(Math.max(0, before.lastIndexOf(' obj')))
}

/** Zero where it cannot be unpacked, being damaged or encrypted: a reader will not unpack it either. */
function unpackedSize(packed: Buffer, layers: number, most: number, file: string): number {
  let content = packed
  try {
    for (let layer = 0; layer < layers; layer++)
      content = inflateSync(content, { maxOutputLength: most })
    return content.length
  } catch (cause) {
    const isLonger =
      cause instanceof Error && 'code' in cause && cause.code === 'ERR_BUFFER_TOO_LARGE'
    if (isLonger) throw pdfTooLarge(file, cause)
    return 0
  }
}
