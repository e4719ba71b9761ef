import { createHash } from 'node:crypto'
import type { Book } from '@ziping/resolve'
import { runMarks } from './live/run-marks.ts'

/** What has been written since the program started, so that a book that is still the same is passed over. */
export class StandingBooks {
  readonly #root: string
  readonly #written = new Map<string, string>()
  readonly #begun = new Map<string, string>()

  constructor(root: string) {
    this.#root = root
  }

  /** Whether a book was written as it stands now, pictures and all; `how` says in which formats, fonts and draft. */
  isStanding(book: Book, how: string): boolean {
    const mark = this.#markOf(book, how)
    if (this.#written.get(book.id) === mark) return true
    this.#begun.set(book.id, mark)
    return false
  }

  /** All that was not passed over has been written. */
  written(): void {
    for (const [id, mark] of this.#begun) this.#written.set(id, mark)
    this.#begun.clear()
  }

  /** Nothing was written, or not everything. */
  notWritten(): void {
    this.#begun.clear()
  }

  #markOf(book: Book, how: string): string {
    const { runs: _, ...others } = book
    const hash = createHash('sha256').update(how).update(JSON.stringify(others))
    for (const mark of runMarks(book, this.#root)) hash.update('\0').update(mark)
    return hash.digest('hex')
  }
}
