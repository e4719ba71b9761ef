import {
  closeSync,
  type Dirent,
  openSync,
  readdirSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { naturalOrder, type WorkspacePath } from '@ziping/report'
import { type ImageSize, readImageSize } from './image-size.ts'
import { insidePath } from './inside-path.ts'

/** What stands behind a path; `outside` is a link that leaves the workspace. */
export type FileState = 'file' | 'folder' | 'outside' | 'missing'

interface Entry {
  readonly kind: Exclude<FileState, 'missing'>
  /** Where it really is. */
  readonly real: string
}

/** Files that are not yet saved, or staged for a commit, by path. */
export type HeldFiles = ReadonlyMap<string, Uint8Array>

/**
 * Pictures and evidence: which files there are below a root, asked once each and never outside. Names count to the
 * letter, on Windows as on Linux.
 */
export class WorkspaceFiles {
  readonly #root: string
  readonly #held: HeldFiles
  readonly #folders = new Map<string, ReadonlyMap<string, Entry>>()
  readonly #sizes = new Map<string, ImageSize | undefined>()

  constructor(root: string, held: HeldFiles = new Map()) {
    this.#root = root
    this.#held = held
  }

  state(file: WorkspacePath): FileState {
    if (this.#held.has(file)) return 'file'
    return this.#entry(file)?.kind ?? 'missing'
  }

  /** Everything below a folder, its subfolders included, in natural order. */
  filesBelow(folder: WorkspacePath): readonly WorkspacePath[] {
    const held = [...this.#held.keys()].filter((file) => file.startsWith(`${folder}/`))
    return [...new Set([...held, ...this.#below(folder)])]
      .sort(naturalOrder)
      .flatMap((file) => insidePath(file) ?? [])
  }

  /** The size of a picture in pixels, where its format is known. */
  imageSize(file: WorkspacePath): ImageSize | undefined {
    if (!this.#sizes.has(file)) this.#sizes.set(file, this.#readSize(file))
    return this.#sizes.get(file)
  }

  #readSize(file: WorkspacePath): ImageSize | undefined {
    const held = this.#held.get(file)
    if (held !== undefined) return readImageSize(held)
    const entry = this.#entry(file)
    if (entry?.kind !== 'file') return undefined
    // A photograph may carry a preview and colour profiles in front of its size.
    return (
      readImageSize(firstBytes(entry.real, 4096)) ?? readImageSize(firstBytes(entry.real, 1 << 20))
    )
  }

  #below(folder: string): readonly string[] {
    return [...this.#open(folder)].flatMap(([name, { kind }]) => {
      const inside = `${folder}/${name}`
      return kind === 'folder' ? this.#below(inside) : kind === 'file' ? [inside] : []
    })
  }

  #entry(file: string): Entry | undefined {
    return this.#open(path.posix.dirname(file)).get(path.posix.basename(file))
  }

  /** The entries of a folder, by name in NFC. */
  #open(folder: string): ReadonlyMap<string, Entry> {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const entries = new Map<string, Entry>()
    this.#folders.set(folder, entries)
    const real = this.#realFolder(folder)
    if (real === undefined) return entries
    for (const entry of entriesOf(real)) {
      const found = this.#describe(entry, path.join(real, entry.name))
      if (found !== undefined) entries.set(entry.name.normalize('NFC'), found)
    }
    return entries
  }

  #realFolder(folder: string): string | undefined {
    if (folder === '.') return realPath(this.#root)
    const entry = this.#entry(folder)
    return entry?.kind === 'folder' ? entry.real : undefined
  }

  #describe(entry: Dirent, absolute: string): Entry | undefined {
    if (entry.isFile()) return { kind: 'file', real: absolute }
    if (entry.isDirectory()) return { kind: 'folder', real: absolute }
    if (!entry.isSymbolicLink()) return undefined
    const real = realPath(absolute)
    const root = realPath(this.#root)
    if (real === undefined || root === undefined) return undefined
    if (!real.startsWith(root + path.sep)) return { kind: 'outside', real }
    const found = statSync(real, { throwIfNoEntry: false })
    // A linked folder could lead in a circle; nobody needs one here.
    return found?.isFile() === true ? { kind: 'file', real } : undefined
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function realPath(absolute: string): string | undefined {
  try {
    return realpathSync(absolute)
  } catch {
    return undefined
  }
}

function firstBytes(absolute: string, length: number): Uint8Array {
  try {
    const file = openSync(absolute, 'r')
    try {
      const bytes = new Uint8Array(length)
      return bytes.subarray(0, readSync(file, bytes, 0, length, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return new Uint8Array()
  }
}
