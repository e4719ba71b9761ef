import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { pageMapOf } from '@ziping/html'
import { type PrintMemory, writeWhole } from '@ziping/pdf'
import type { Book, PageMap } from '@ziping/resolve'

/** Where the last print of a workspace's books left its page numbers; any of it may be deleted at any time. */
export class PrintMemories {
  readonly #folder: string | undefined

  constructor(cacheFolder: string | undefined, root: string) {
    const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
    this.#folder = cacheFolder === undefined ? undefined : path.join(cacheFolder, 'printed', name)
  }

  read(name: string): PrintMemory | undefined {
    const value = this.#read(name)
    return isMemory(value) ? value : undefined
  }

  /** The pages of the last print, where it printed this very book: then they are as good as printing it again. */
  pagesOf(name: string, book: Book): PageMap | undefined {
    const value = this.#read(name)
    if (!isMemory(value) || !('book' in value) || value.book !== fingerprint(book)) return undefined
    return pageMapOf(book, new Map(Object.entries(value.pages)))
  }

  #read(name: string): unknown {
    if (this.#folder === undefined) return undefined
    try {
      return JSON.parse(readFileSync(this.#file(name, this.#folder), 'utf8'))
    } catch {
      return undefined
    }
  }

  /** Losing it costs a print, nothing else. */
  async write(name: string, memory: PrintMemory, book: Book): Promise<void> {
    if (this.#folder === undefined) return
    const bytes = Buffer.from(JSON.stringify({ ...memory, book: fingerprint(book) }))
    await writeWhole(this.#file(name, this.#folder), bytes).catch(() => undefined)
  }

  #file(name: string, folder: string): string {
    return path.join(folder, `${name}.json`)
  }
}

/** A book is plain data. */
function fingerprint(book: Book): string {
  return createHash('sha256').update(JSON.stringify(book)).digest('hex')
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
