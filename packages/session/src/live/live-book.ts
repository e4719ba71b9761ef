import type { Finding } from '@ziping/diagnostics'
import type { PrintMemory, Substitution } from '@ziping/pdf'
import type { Book, PageMap } from '@ziping/resolve'
import { bindEvidence } from '../bind-evidence.ts'
import type { Drawings } from '../draw-all.ts'
import { glyphFindings } from '../glyph-findings.ts'
import type { Press } from '../press.ts'
import { type PrintedBook, printBook } from '../print-book.ts'
import type { LivePages } from './live-pages.ts'
import { type LiveRun, liveRuns, spotsOf } from './live-runs.ts'
import { partOfBook } from './part-of-book.ts'
import { withAnchors } from './placed-blocks.ts'
import { type ChangedRuns, changedRuns, type RunMark, runMarks } from './run-marks.ts'

/** A book as it stands now, with all that is drawn in it. */
export interface BookState {
  readonly book: Book
  readonly drawings: Drawings
  readonly findings: readonly Finding[]
}

/** How many PDFs that are no longer shown are kept for readers who have not heard yet. */
const keptPdfs = 12

/** One document, printed whole once, and from then on only where it changes. */
export class LiveBook {
  readonly #root: string
  readonly #onStage: ((stage: string) => void) | undefined
  readonly #pdfs = new Map<string, Uint8Array>()
  #state: BookState | undefined
  #marks: readonly RunMark[] = []
  #runs: readonly LiveRun[] = []
  #numbers: PageMap = new Map()
  #last: PrintMemory | undefined
  #printFindings: readonly Finding[] = []
  #substitutions: readonly Substitution[] = []
  #version = 0
  #states = 0
  #settled = false
  #printed = 0

  constructor(root: string, onStage?: (stage: string) => void) {
    this.#root = root
    this.#onStage = onStage
  }

  get isSettled(): boolean {
    return this.#settled
  }

  pdf(name: string): Uint8Array | undefined {
    return this.#pdfs.get(name)
  }

  /** Nothing before the first print, and for a document without content. */
  pages(document: string): LivePages | undefined {
    if (this.#state === undefined || this.#version === 0) return undefined
    const { book, findings } = this.#state
    return {
      document,
      title: book.title,
      version: this.#version,
      sheets: this.#runs.flatMap(({ sheets }) => sheets),
      spots: spotsOf(book, this.#runs),
      settled: this.#settled,
      findings: [...findings, ...this.#printFindings],
      substitutions: this.#substitutions,
    }
  }

  /** Prints what is new, with the page numbers of the last whole print around it; the PDFs it made. */
  async show(state: BookState, press: Press): Promise<readonly string[]> {
    const book = withAnchors(state.book)
    const marks = runMarks(state.book, this.#root)
    this.#states++
    if (this.#version === 0) {
      this.#state = { ...state, book }
      this.#marks = marks
      const pdf = await this.settle(press)
      return pdf === undefined ? [] : [pdf]
    }
    const changes = changedRuns(this.#marks, marks)
    this.#onStage?.('compared')
    const printed = this.#printed
    let runs = this.#runs
    // From the back, so that places further in front stay what they are.
    for (const change of changes.toReversed())
      runs = await this.#replaced(runs, change, { ...state, book }, press)
    // A whole print that began meanwhile is about the state before.
    this.#states++
    this.#runs = runs
    this.#state = { ...state, book }
    this.#marks = marks
    if (changes.length > 0) this.#settled = false
    this.#version++
    this.#forgetOld()
    return [...this.#pdfs.keys()].filter((name) => Number(name) > printed)
  }

  /** Prints everything, so that all page numbers are right; the PDF, unless something has changed meanwhile. */
  async settle(press: Press): Promise<string | undefined> {
    const state = this.#state
    if (state === undefined) return undefined
    const states = this.#states
    const printed = await this.#print(state, press, this.#last)
    if (states !== this.#states) return undefined
    const { book } = state
    const name = this.#keep(await bindEvidence(book, printed.pdf, this.#root))
    this.#runs = liveRuns(book, printed.pdf, name)
    this.#numbers = printed.pageMap
    this.#last = printed.pdf.memory
    this.#printFindings = [...printed.findings, ...glyphFindings(printed.pdf.missing, book)]
    this.#substitutions = printed.pdf.substitutions
    this.#settled = true
    this.#version++
    this.#forgetOld()
    return name
  }

  async #replaced(
    runs: readonly LiveRun[],
    { old, now }: ChangedRuns,
    state: BookState,
    press: Press,
  ): Promise<readonly LiveRun[]> {
    const before = runs.slice(0, old.from)
    if (now.from === now.to) return [...before, ...runs.slice(old.to)]
    const start = {
      page: 1 + before.reduce((sum, { sheets }) => sum + sheets.length, 0),
      number: runs[old.from]?.number ?? numberAfter(before.at(-1)),
    }
    const { book, lead } = partOfBook(state.book, now.from, now.to, start)
    const { pdf } = await this.#print({ ...state, book }, press, undefined, this.#numbers)
    const name = this.#keep(await bindEvidence(book, pdf, this.#root))
    return [...before, ...liveRuns(book, pdf, name, lead), ...runs.slice(old.to)]
  }

  #print(
    { book, drawings }: BookState,
    press: Press,
    last: PrintMemory | undefined,
    numbers?: PageMap,
  ): Promise<PrintedBook> {
    return printBook(book, {
      root: this.#root,
      browser: press.browser,
      fonts: press.fonts(),
      drawings,
      date: new Date(0),
      structured: false,
      onProgress: (stage) => this.#onStage?.(`begins ${stage}`),
      ...(last === undefined ? {} : { last }),
      ...(numbers === undefined ? {} : { numbers }),
    })
  }

  #keep(bytes: Uint8Array): string {
    const name = `${++this.#printed}`
    this.#pdfs.set(name, bytes)
    return name
  }

  #forgetOld(): void {
    const shown = new Set(this.#runs.flatMap(({ sheets }) => sheets.map(({ pdf }) => pdf)))
    const old = [...this.#pdfs.keys()].filter((name) => !shown.has(name))
    for (const name of old.slice(0, -keptPdfs)) this.#pdfs.delete(name)
  }
}

function numberAfter(run: LiveRun | undefined): number {
  return run === undefined ? 1 : run.number + run.sheets.length
}
