import { OfficeFault } from '../office-fault.ts'
import { partKey, type ZipEntry } from './zip-entry.ts'

/** A report with hundreds of photographs stays far below these. */
const mostEntries = 20_000
const mostBytes = 1_500_000_000

/** An entry, and which bytes of the zip are its own. */
interface Listed {
  readonly entry: ZipEntry
  readonly from: number
  readonly to: number
}

/**
 * Lists what a zip holds, from its directory; unpacks nothing. What two programs could read differently (a name given
 * twice, entries that share bytes, names that lead out of the file) is broken.
 */
export function listZip(bytes: Uint8Array): readonly ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > mostEntries) throw new OfficeFault('too-large')
  const listed: Listed[] = []
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let index = 0; index < count; index++) {
    const length = entryLength(view, at, end)
    const one = readEntry(view, bytes, at)
    total += one.entry.size
    if (total > mostBytes) throw new OfficeFault('too-large')
    listed.push(one)
    at += length
  }
  refuseOverlaps(listed)
  const entries = listed.map(({ entry }) => entry)
  refuseNames(entries)
  return entries
}

/** The directory's end stands last, but for a comment of up to 64 KB. */
function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw new OfficeFault('broken')
}

function entryLength(view: DataView, at: number, end: number): number {
  if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw new OfficeFault('broken')
  const length =
    46 +
    view.getUint16(at + 28, true) +
    view.getUint16(at + 30, true) +
    view.getUint16(at + 32, true)
  if (at + length > end) throw new OfficeFault('broken')
  return length
}

function readEntry(view: DataView, bytes: Uint8Array, at: number): Listed {
  const header = view.getUint32(at + 42, true)
  const isLocked = (view.getUint16(at + 8, true) & 1) === 1
  if (isLocked || header + 30 > bytes.length || view.getUint32(header, true) !== 0x04034b50)
    throw new OfficeFault('broken')
  const start = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  const to = start + view.getUint32(at + 20, true)
  if (to > bytes.length) throw new OfficeFault('broken')
  const rawName = bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true))
  const entry = {
    name: decodeName(rawName).replaceAll('\\', '/'),
    rawName,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    size: view.getUint32(at + 24, true),
    packed: bytes.subarray(start, to),
  }
  return { entry, from: header, to }
}

/** What is no UTF-8 was written in some code page: letter by letter it is at least not another name. */
function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw)
  } catch {
    return new TextDecoder('latin1').decode(raw)
  }
}

/** A few bytes that stand for thousands of entries unpack to anything. */
function refuseOverlaps(listed: readonly Listed[]): void {
  let taken = 0
  for (const { from, to } of listed.toSorted((a, b) => a.from - b.from)) {
    if (from < taken) throw new OfficeFault('broken')
    taken = to
  }
}

function refuseNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>()
  for (const { name } of entries) {
    const key = partKey(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: no name of a part holds them
    const isOdd = /[\u0000-\u001F]|^[a-z]:|(?:^|\/)\.\.(?:\/|$)/.test(key)
    if (isOdd || seen.has(key)) throw new OfficeFault('broken')
    seen.add(key)
  }
}
