import { Failure, type Finding, placeOfFile } from '@ziping/diagnostics'
import { configName, type Overlay, readWorkspace } from '@ziping/report'
import type { LintEngine, Linted } from './engine.ts'

/** What a desk works with. */
export interface DeskTools {
  readonly engine: LintEngine
  overlay(): Overlay
  /** New findings are there. */
  found(desk: Desk): void
  /** A mistake of ours, for the log. */
  broken(cause: unknown): void
}

/** Changes that come closer together than this are judged once: those of a rename, say, a message for each file. */
const pauseMs = 3

/** One workspace under an editor: judged again after every change, all of it. */
export class Desk {
  readonly root: string
  readonly #tools: DeskTools
  /** Counts changes; what was judged at which count is up to date. */
  #changes = 1
  #judged = 0
  #running: Promise<void> | undefined
  #timer: NodeJS.Timeout | undefined
  #linted: Linted | undefined
  #findings: readonly Finding[] = []

  constructor(root: string, tools: DeskTools) {
    this.root = root
    this.#tools = tools
  }

  /** The last state that could be judged: vocabulary for completion even while ziping.yaml is half-typed. */
  get linted(): Linted | undefined {
    return this.#linted
  }

  get findings(): readonly Finding[] {
    return this.#findings
  }

  /** Which state the findings are about. */
  get state(): number {
    return this.#judged
  }

  changed(): void {
    this.#changes++
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.current(), pauseMs)
  }

  /** Ends when everything changed until now has been judged. */
  async current(): Promise<void> {
    const wanted = this.#changes
    while (this.#judged < wanted) {
      this.#running ??= this.#judge().finally(() => {
        this.#running = undefined
      })
      await this.#running
    }
  }

  close(): void {
    clearTimeout(this.#timer)
  }

  async #judge(): Promise<void> {
    clearTimeout(this.#timer)
    const state = this.#changes
    const overlay = this.#tools.overlay()
    try {
      this.#linted = await this.#tools.engine(this.root, overlay)
      this.#findings = this.#linted.findings
    } catch (cause) {
      if (cause instanceof Failure) this.#findings = whyNot(this.root, overlay, cause)
      else this.#tools.broken(cause)
    }
    this.#judged = state
    // What is out of date already is judged again in a moment: only the last state is shown.
    if (state === this.#changes) this.#tools.found(this)
  }
}

/** A workspace that cannot be judged says so where the writer can mend it. */
function whyNot(root: string, overlay: Overlay, cause: Failure): readonly Finding[] {
  const found = readFindings(root, overlay)
  const place = cause.place ?? placeOfFile(configName)
  // A syntax error in ziping.yaml explains why no award is known.
  const isExplained = found.some(
    (finding) => finding.place.file === place.file && finding.severity === 'error',
  )
  if (isExplained) return found
  const { code, words } = cause
  return [...found, { rule: code, messageId: code, severity: 'error', place, words }]
}

function readFindings(root: string, overlay: Overlay): readonly Finding[] {
  try {
    return readWorkspace(root, { overlay }).findings
  } catch {
    // The folder is gone.
    return []
  }
}
