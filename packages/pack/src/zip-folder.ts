import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import path from 'node:path'
import type { ParcelFile } from './stage.ts'

/** The first day a zip can name; a clock would make each parcel another. */
const date = ((1980 - 1980) << 9) | (1 << 5) | 1

/** What the plain format can hold. */
const largest = 0xffff_ffff

/** Whether these files fit into one zip of the plain format, which every Windows opens. */
export function fitsZip(files: readonly ParcelFile[]): boolean {
  const size = files.reduce((sum, file) => sum + file.bytes + 200 + 4 * file.path.length, 0)
  return size < largest && files.length < 0xffff
}

/**
 * Writes files into a zip without compressing them: what is in a parcel is compressed already. They are read piece by
 * piece, names are UTF-8, and the same files give the same bytes.
 */
export async function zipFiles(
  target: string,
  root: string,
  files: readonly { readonly file: ParcelFile; readonly name: string }[],
): Promise<void> {
  const handle = await open(target, 'w')
  try {
    const directory: Buffer[] = []
    let at = 0
    for (const { file, name } of files) {
      const head = Buffer.concat([entry(file, name, local), Buffer.from(name)])
      directory.push(Buffer.concat([entry(file, name, central(at)), Buffer.from(name)]))
      await handle.write(head)
      at += head.length
      for await (const chunk of createReadStream(path.join(root, file.path), {
        highWaterMark: 1 << 20,
      })) {
        await handle.write(chunk)
        at += chunk.length
      }
    }
    const listed = Buffer.concat(directory)
    await handle.write(listed)
    await handle.write(end(files.length, listed.length, at))
  } finally {
    await handle.close()
  }
}

interface Kind {
  readonly signature: number
  readonly before: readonly number[]
  readonly after: readonly number[]
  readonly offset?: number
}

const local: Kind = { signature: 0x0403_4b50, before: [], after: [0] }

function central(offset: number): Kind {
  // Made by: the plain format of the time; no extra field, comment, disk or attributes.
  return { signature: 0x0201_4b50, before: [20], after: [0, 0, 0, 0, 0, 0], offset }
}

function entry({ bytes, crc32 }: ParcelFile, name: string, kind: Kind): Buffer {
  const utf8Name = 0x0800
  return Buffer.concat([
    long(kind.signature),
    ...kind.before.map(short),
    ...[20, utf8Name, 0, 0, date].map(short),
    ...[crc32, bytes, bytes].map(long),
    short(Buffer.byteLength(name)),
    ...kind.after.map(short),
    ...(kind.offset === undefined ? [] : [long(kind.offset)]),
  ])
}

function end(count: number, size: number, at: number): Buffer {
  return Buffer.concat([
    long(0x0605_4b50),
    ...[0, 0, count, count].map(short),
    long(size),
    long(at),
    short(0),
  ])
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16LE(value)
  return bytes
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value >>> 0)
  return bytes
}
