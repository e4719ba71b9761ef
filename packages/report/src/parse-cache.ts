import path from 'node:path'
import type { ParseCache } from './open-report.ts'
import type { ParsedDocument } from './parse-document.ts'
import { hashOf, readSealed, writeSealed } from './sealed-file.ts'

/**
 * Parsed files by content, in memory and in a folder that may be deleted at any time. What is cut off, edited or from
 * elsewhere is parsed anew, never trusted. What another version of the program parsed is another entry.
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
    const key = hashOf(this.#version, file, text)
    const last = this.#memory.get(file)
    return last?.key === key ? last.parsed : this.#read(key, file)
  }

  set(file: string, text: string, parsed: ParsedDocument): void {
    const key = hashOf(this.#version, file, text)
    this.#memory.set(file, { key, parsed })
    if (this.#folder !== undefined) writeSealed(entryOf(this.#folder, key), key, parsed)
  }

  #read(key: string, file: string): ParsedDocument | undefined {
    if (this.#folder === undefined) return undefined
    const parsed = readSealed(entryOf(this.#folder, key), key) as ParsedDocument | undefined
    if (parsed?.file !== file) return undefined
    this.#memory.set(file, { key, parsed })
    return parsed
  }
}

function entryOf(folder: string, key: string): string {
  return path.join(folder, `${key}.json`)
}
