import { createHash } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { Failure } from '@ziping/diagnostics'
import { UniqueNames } from './names.ts'
import { notWritten } from './pack-failures.ts'

/** What a file of the parcel is. */
export interface ParcelMeta {
  readonly title: string
  /** Id of the deliverable it holds. */
  readonly document?: string
  readonly pages?: number
}

/** A file as it lies in the parcel. */
export interface ParcelFile extends ParcelMeta {
  /** From the parcel's folder, with `/`. */
  readonly path: string
  readonly bytes: number
  readonly sha256: string
  readonly crc32: number
}

/** The parcel while it is being put together, in a folder that nobody looks at. */
export class Stage {
  readonly folder: string
  readonly #names = new UniqueNames()
  readonly #files: ParcelFile[] = []
  readonly #onFile: ((path: string) => void) | undefined

  constructor(folder: string, onFile?: (path: string) => void) {
    this.folder = folder
    this.#onFile = onFile
  }

  get files(): readonly ParcelFile[] {
    return this.#files
  }

  /** Copies a file, piece by piece: scans may be of any size. */
  async copy(from: string, to: string, meta: ParcelMeta): Promise<ParcelFile> {
    return this.#put(to, meta, (file) => copyFile(from, file, constants.COPYFILE_FICLONE))
  }

  async write(to: string, content: Uint8Array | string, meta: ParcelMeta): Promise<ParcelFile> {
    return this.#put(to, meta, (file) => writeFile(file, content))
  }

  /** Lets `make` write a file of its own at the place given. */
  async make(
    to: string,
    meta: ParcelMeta,
    make: (file: string) => Promise<void>,
  ): Promise<ParcelFile> {
    return this.#put(to, meta, make)
  }

  async #put(
    to: string,
    meta: ParcelMeta,
    make: (file: string) => Promise<void>,
  ): Promise<ParcelFile> {
    const name = this.#names.take(to)
    const file = path.join(this.folder, name)
    this.#onFile?.(name)
    try {
      await mkdir(path.dirname(file), { recursive: true })
      await make(file)
      const entry = { path: name, ...meta, ...(await fingerprint(file)) }
      this.#files.push(entry)
      return entry
    } catch (cause) {
      throw cause instanceof Failure ? cause : notWritten(name, cause)
    }
  }
}

/** Length and checksums of a file of any size. */
export async function fingerprint(
  file: string,
): Promise<{ readonly bytes: number; readonly sha256: string; readonly crc32: number }> {
  const hash = createHash('sha256')
  let sum = 0
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    hash.update(chunk)
    sum = crc32(chunk, sum)
  }
  return { bytes: (await stat(file)).size, sha256: hash.digest('hex'), crc32: sum }
}
