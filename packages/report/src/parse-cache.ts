import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { ParseCache } from './open-report.ts'
import type { ParsedDocument } from './parse-document.ts'

/**
 * Parsed files by content, in memory and in a folder that may be deleted at any time. An entry holds the hash of its
 * own body: what is cut off, edited or from elsewhere is parsed anew, never trusted. What another version of the
 * program parsed is another entry.
 */
export class DiskCache implements ParseCache {
  readonly #folder: string | undefined
  readonly #version: string
  /** The last reading of each file, so that an editor's every keystroke is not kept. */
  readonly #memory = new Map<string, { readonly key: string; readonly parsed: ParsedDocument }>()

  constructor(folder?: string, version = '') {
    this.#folder = folder
    this.#version = version
  }

  get(file: string, text: string): ParsedDocument | undefined {
    const key = keyOf(this.#version, file, text)
    const last = this.#memory.get(file)
    return last?.key === key ? last.parsed : this.#read(key, file)
  }

  set(file: string, text: string, parsed: ParsedDocument): void {
    const key = keyOf(this.#version, file, text)
    this.#memory.set(file, { key, parsed })
    if (this.#folder !== undefined) this.#write(this.#folder, key, JSON.stringify(parsed))
  }

  #read(key: string, file: string): ParsedDocument | undefined {
    if (this.#folder === undefined) return undefined
    try {
      const entry = readFileSync(path.join(this.#folder, `${key}.json`), 'utf8')
      const body = entry.slice(entry.indexOf('\n') + 1)
      if (entry.slice(0, entry.indexOf('\n')) !== seal(key, body)) return undefined
      const parsed = JSON.parse(body) as ParsedDocument
      if (parsed.file !== file) return undefined
      this.#memory.set(file, { key, parsed })
      return parsed
    } catch {
      return undefined
    }
  }

  #write(folder: string, key: string, body: string): void {
    try {
      mkdirSync(folder, { recursive: true })
      const temporary = path.join(folder, `${key}.${process.pid}.tmp`)
      writeFileSync(temporary, `${seal(key, body)}\n${body}`)
      renameSync(temporary, path.join(folder, `${key}.json`))
    } catch {
      // A cache that cannot be written only costs time.
    }
  }
}

/** By UTF-16 units: in UTF-8 all halves of broken pairs would look alike. */
function keyOf(version: string, file: string, text: string): string {
  const hash = createHash('sha256').update(`${version}\0${file}\0`)
  return hash.update(Buffer.from(text, 'utf16le')).digest('hex')
}

function seal(key: string, body: string): string {
  return createHash('sha256').update(`${key}\0`).update(body).digest('hex')
}
