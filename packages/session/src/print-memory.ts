import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type PrintMemory, writeWhole } from '@ziping/pdf'

/** Where the last print of a workspace's books left its page numbers; any of it may be deleted at any time. */
export class PrintMemories {
  readonly #folder: string | undefined

  constructor(cacheFolder: string | undefined, root: string) {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
    this.#folder = cacheFolder === undefined ? undefined : path.join(cacheFolder, 'printed', name)
  }

  read(book: string): PrintMemory | undefined {
    if (this.#folder === undefined) return undefined
    try {
      const value: unknown = JSON.parse(readFileSync(this.#file(book, this.#folder), 'utf8'))
      return isMemory(value) ? value : undefined
    } catch {
      return undefined
    }
  }

  /** Losing it costs a print, nothing else. */
  async write(book: string, memory: PrintMemory): Promise<void> {
    if (this.#folder === undefined) return
    const bytes = Buffer.from(JSON.stringify(memory))
    await writeWhole(this.#file(book, this.#folder), bytes).catch(() => undefined)
  }

  #file(book: string, folder: string): string {
    return path.join(folder, `${book}.json`)
  }
}

function isMemory(value: unknown): value is PrintMemory {
  if (typeof value !== 'object' || value === null) return false
  if (!('pages' in value) || !('blanks' in value)) return false
  const { pages, blanks } = value
  return (
    typeof pages === 'object' &&
    pages !== null &&
    Object.values(pages).every((page) => Number.isInteger(page)) &&
    Array.isArray(blanks) &&
    blanks.every((blank) => typeof blank === 'boolean')
  )
}
