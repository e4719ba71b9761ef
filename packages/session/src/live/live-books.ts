import type { LintSubject } from '@ziping/lint'
import type { Press } from '../press.ts'
import { LiveBook } from './live-book.ts'
import { LiveMaterial } from './live-material.ts'
import type { LivePages } from './live-pages.ts'

export interface LiveBooksSettings {
  readonly root: string
  readonly cacheFolder: string | undefined
  /** What prints; a failure where nothing does is told by `onTrouble`. */
  readonly press: (fonts: Readonly<Record<string, string>>) => Press
  /** Other pages of a document are there, and in which PDFs they lie. */
  readonly onPages: (document: string, pdfs: readonly string[]) => void
  readonly onTrouble: (document: string, cause: unknown) => void
  /** Something is done, for whoever asks where the time goes. */
  readonly onStage?: (stage: string) => void
}

/** After so long without a change everything is printed anew, so that page numbers are right. */
const quietMs = 2500

interface Shown {
  readonly book: LiveBook
  /** The state of the workspace it shows. */
  state: number
  /** Its text has gone. */
  isEmpty: boolean
  /** The state that could not be printed whole: not tried again until something changes. */
  failed?: number
}

/** The documents somebody looks at, kept printed while the workspace changes. */
export class LiveBooks {
  readonly #settings: LiveBooksSettings
  readonly #material: LiveMaterial
  readonly #books = new Map<string, Shown>()
  #watched: ReadonlySet<string> = new Set()
  #subject: LintSubject | undefined
  #state = 0
  #showing: Promise<void> = Promise.resolve()
  #settling: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #closed = false

  constructor(settings: LiveBooksSettings) {
    this.#settings = settings
    this.#material = new LiveMaterial(settings.cacheFolder)
  }

  /** The workspace has changed. */
  update(subject: LintSubject): Promise<void> {
    this.#subject = subject
    this.#state++
    return this.#showAll()
  }

  /** These are looked at; others are not printed. */
  watch(documents: ReadonlySet<string>): Promise<void> {
    this.#watched = documents
    return this.#showAll()
  }

  pages(document: string): LivePages | undefined {
    const shown = this.#books.get(document)
    return shown === undefined || shown.isEmpty ? undefined : shown.book.pages(document)
  }

  /** Whether there is nothing to print of a document. */
  isEmpty(document: string): boolean {
    return this.#books.get(document)?.isEmpty === true
  }

  pdf(document: string, name: string): Uint8Array | undefined {
    return this.#books.get(document)?.book.pdf(name)
  }

  /** Ends when nothing is being printed any more. */
  async close(): Promise<void> {
    this.#closed = true
    clearTimeout(this.#timer)
    await this.#showing
    await this.#settling
  }

  /** One after another: what comes later is about a later state. */
  #showAll(): Promise<void> {
    clearTimeout(this.#timer)
    this.#showing = this.#showing.then(async () => {
      for (const document of this.#watched) await this.#show(document)
      this.#settleSoon()
    })
    return this.#showing
  }

  async #show(document: string): Promise<void> {
    const [subject, state] = [this.#subject, this.#state]
    const shown = this.#books.get(document)
    if (this.#closed || subject === undefined || shown?.state === state) return
    try {
      const press = this.#settings.press(subject.workspace.config.fonts ?? {})
      const made = await this.#material.bookOf(document, subject, press)
      this.#settings.onStage?.('resolved and drawn')
      const book = shown?.book ?? new LiveBook(this.#settings.root, this.#settings.onStage)
      const pdfs = made === undefined ? [] : await book.show(made, press)
      this.#books.set(document, { book, state, isEmpty: made === undefined })
      this.#settings.onPages(document, pdfs)
      // To open a page takes a browser as long as to print a chapter.
      press.browser.prepare()
    } catch (cause) {
      if (!this.#closed) this.#settings.onTrouble(document, cause)
    }
  }

  #settleSoon(): void {
    clearTimeout(this.#timer)
    if (this.#closed || this.#unsettled().length === 0) return
    this.#timer = setTimeout(() => {
      this.#settling ??= this.#settleAll().finally(() => {
        this.#settling = undefined
        this.#settleSoon()
      })
    }, quietMs)
  }

  async #settleAll(): Promise<void> {
    for (const document of this.#unsettled()) {
      const shown = this.#books.get(document)
      if (shown === undefined || this.#closed) continue
      try {
        const press = this.#settings.press(this.#subject?.workspace.config.fonts ?? {})
        const pdf = await shown.book.settle(press)
        if (pdf !== undefined) this.#settings.onPages(document, [pdf])
        press.browser.prepare()
      } catch (cause) {
        shown.failed = shown.state
        if (!this.#closed) this.#settings.onTrouble(document, cause)
      }
    }
  }

  #unsettled(): readonly string[] {
    return [...this.#watched].filter((document) => {
      const shown = this.#books.get(document)
      if (shown === undefined || shown.isEmpty || shown.failed === shown.state) return false
      return !shown.book.isSettled
    })
  }
}
