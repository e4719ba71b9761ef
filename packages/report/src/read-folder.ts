import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Finding, FindingMaker, Place } from '@ziping/diagnostics'
import { placeOfFile } from '@ziping/diagnostics'
import { decodeText } from './decode-text.ts'
import { folderFindings } from './folder-findings.ts'
import { naturalOrder } from './natural-order.ts'
import { isLeftover, type WorkspacePath, workspacePath } from './workspace-path.ts'

/** Ten times the longest report; a larger file is something else under a text's name. */
const largestText = 1024 * 1024

/** Text not yet saved, by path: what an editor holds, or what is staged for a commit. */
export type Overlay = ReadonlyMap<string, string>

/** Reads files below one root, and nothing outside it. */
export class Folder {
  readonly root: string
  readonly findings: Finding[] = []
  readonly #realRoot: string
  readonly #overlay: Overlay

  constructor(root: string, overlay: Overlay = new Map()) {
    this.root = root
    this.#realRoot = realpathSync(root)
    this.#overlay = overlay
  }

  /** The text of a file; nothing and no finding where there is none. */
  read(file: WorkspacePath): string | undefined {
    const held = this.#overlay.get(file)
    if (held !== undefined) return held
    const bytes = this.readBytes(file, largestText, folderFindings.tooLarge)
    if (bytes === undefined) return undefined
    const decoded = decodeText(bytes)
    if (decoded.kind === 'text') return decoded.text
    const line = 'line' in decoded ? decoded.line : 1
    const fault =
      decoded.kind === 'gbk'
        ? folderFindings.gbk
        : decoded.kind === 'utf-16'
          ? folderFindings.utf16
          : folderFindings.notText
    this.findings.push(fault({ ...placeOfFile(file), line, endLine: line }, { file }))
    return undefined
  }

  /** What is in a file, whatever it is, unless there is too much of it. */
  readBytes(
    file: WorkspacePath,
    largest: number,
    tooLarge: FindingMaker<{ readonly file: string; readonly megabytes: number }>,
  ): Buffer | undefined {
    const absolute = this.#resolve(file)
    if (absolute === undefined) return undefined
    const place = placeOfFile(file)
    try {
      const entry = statSync(absolute)
      // A folder, or a pipe that would never end.
      if (!entry.isFile())
        this.findings.push(folderFindings.unreadable(place, { file, reason: 'EISDIR' }))
      else if (entry.size > largest)
        this.findings.push(
          tooLarge(place, { file, megabytes: Math.ceil(entry.size / 1024 / 1024) }),
        )
      else return readFileSync(absolute)
    } catch (cause) {
      this.findings.push(folderFindings.unreadable(place, { file, reason: reasonOf(cause) }))
    }
    return undefined
  }

  /** The files of a folder with an ending, in natural order; leftovers are named and passed over. */
  list(folder: WorkspacePath, ending: string): readonly WorkspacePath[] {
    const held = [...this.#overlay.keys()].filter(
      (file) => path.posix.dirname(file) === folder && file.endsWith(ending),
    )
    const found = new Set<string>(held)
    const names = new Map<string, string>()
    for (const name of this.#entries(folder)) {
      const file = path.posix.join(folder, name.normalize('NFC'))
      if (!name.toLowerCase().endsWith(ending)) continue
      // The same name composed and decomposed: only one of the two files can be read.
      const isTwin = (names.get(file) ?? name) !== name
      if (isLeftover(name) || isTwin)
        this.findings.push(folderFindings.leftover(placeOfFile(file), { file }))
      else if (name.includes('\\'))
        this.findings.push(folderFindings.badName(placeOfFile(file), { file }))
      else found.add(file)
      names.set(file, name)
    }
    return [...found].sort(naturalOrder).flatMap((file) => this.check(file))
  }

  folders(folder: WorkspacePath): readonly WorkspacePath[] {
    const held = [...this.#overlay.keys()]
      .map((file) => path.posix.dirname(file))
      .filter((inside) => path.posix.dirname(inside) === folder)
    const found = this.#entries(folder)
      .filter((name) => !name.startsWith('.') && !name.includes('\\'))
      .map((name) => path.posix.join(folder, name.normalize('NFC')))
      .filter((inside) => this.#isFolderBelow(inside, folder))
    return [...new Set([...held, ...found])].sort(naturalOrder).flatMap((name) => this.check(name))
  }

  /** A path that may be used on every system and stays inside. */
  check(written: string, place: Place = placeOfFile('ziping.yaml')): readonly WorkspacePath[] {
    const checked = workspacePath(written)
    if (checked === 'leaves-workspace')
      this.findings.push(folderFindings.escapes(place, { file: written }))
    else if (checked === 'reserved-name' || checked === 'illegal-character')
      this.findings.push(folderFindings.badName(placeOfFile(written), { file: written }))
    else return [checked]
    return []
  }

  #entries(folder: WorkspacePath): readonly string[] {
    const absolute = this.#resolve(folder)
    if (absolute === undefined) return []
    try {
      return readdirSync(absolute)
    } catch {
      return []
    }
  }

  /** True for a folder; one that is a link to the folder it lies in, or above, is named and passed over. */
  #isFolderBelow(inside: string, folder: WorkspacePath): boolean {
    const above = this.#onDisk(folder)
    const absolute = this.#onDisk(inside)
    if (absolute === undefined || above === undefined) return false
    try {
      if (!statSync(absolute).isDirectory()) return false
      const real = realpathSync(absolute)
      const isCircle = `${realpathSync(above)}${path.sep}`.startsWith(real + path.sep)
      if (isCircle)
        this.findings.push(
          folderFindings.unreadable(placeOfFile(inside), { file: inside, reason: 'ELOOP' }),
        )
      return !isCircle
    } catch {
      return false
    }
  }

  /** Where a path really leads; a link out of the workspace or in a circle is refused. */
  #resolve(file: WorkspacePath): string | undefined {
    const absolute = this.#onDisk(file)
    if (absolute === undefined) return undefined
    try {
      const real = realpathSync(absolute)
      if (real === this.#realRoot || real.startsWith(this.#realRoot + path.sep)) return real
      this.findings.push(folderFindings.escapes(placeOfFile(file), { file }))
    } catch (cause) {
      this.findings.push(
        folderFindings.unreadable(placeOfFile(file), { file, reason: reasonOf(cause) }),
      )
    }
    return undefined
  }

  /** The entry of that name, whose parts may be typed in NFC or (as macOS keeps them) NFD. */
  #onDisk(file: string): string | undefined {
    let absolute = this.root
    for (const part of file.split('/')) {
      const entry = [part, part.normalize('NFD')]
        .map((name) => path.join(absolute, name))
        .find((candidate) => lstatSync(candidate, { throwIfNoEntry: false }) !== undefined)
      if (entry === undefined) return undefined
      absolute = entry
    }
    return absolute
  }
}

function reasonOf(cause: unknown): string {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return code === '' ? String(cause) : code
}
