import {
  Failure,
  type Finding,
  failure,
  type Language,
  placeOfFile,
  wording,
} from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { configName, readWorkspace } from '@ziping/report'
import type { Judged, ReadEngine } from './engine.ts'
import type { State } from './protocol.ts'
import { showState } from './view/state.ts'

export interface DeskTools {
  readonly root: string
  readonly language: Language
  readonly engine: ReadEngine
  /** The files have been read; ends when it is time for the rules. */
  readonly onRead: (subject: LintSubject) => Promise<void>
  /** Something of the state is new. */
  readonly onState: (version: number) => void
  /** A mistake of ours. */
  readonly onBug: (cause: unknown) => void
}

const ourMistake = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '检查材料时 ziping 自己出了错',
    advice: '材料没有改动；再存一次文件试试，仍不行请把终端里的说明报告给开发者',
  }),
  en: () => ({
    message: 'ziping itself failed while reading the material',
    advice:
      'Nothing was changed; save a file to try again, and report what the terminal says if it stays so',
  }),
})

/** One workspace as it stands, judged again after every change; half-typed files never end it. */
export class Desk {
  readonly #tools: DeskTools
  #version = 0
  #changes = 0
  #seen = 0
  #running: Promise<void> | undefined
  #judged: Judged | undefined
  #problem: Failure | undefined
  #findings: readonly Finding[] = []
  #state: State | undefined

  constructor(tools: DeskTools) {
    this.#tools = tools
  }

  /** The last state that could be judged. */
  get judged(): Judged | undefined {
    return this.#judged
  }

  /** As the page wants it; made once. */
  get state(): State {
    const { root, language } = this.#tools
    this.#state ??= showState({
      version: this.#version,
      language,
      root,
      judged: this.#judged,
      problem: this.#problem,
      findings: this.#findings,
    })
    return this.#state
  }

  /** Ends when what changed until now has been judged. */
  async changed(): Promise<void> {
    const wanted = ++this.#changes
    while (this.#seen < wanted) {
      this.#running ??= this.#judge().finally(() => {
        this.#running = undefined
      })
      await this.#running
    }
  }

  async #judge(): Promise<void> {
    const state = this.#changes
    const { engine, root, onRead, onState, onBug } = this.#tools
    try {
      const read = await engine()
      await onRead(read.subject)
      this.#judged = read.judge()
      this.#findings = this.#judged.findings
      this.#problem = undefined
    } catch (cause) {
      if (!(cause instanceof Failure)) onBug(cause)
      this.#problem =
        cause instanceof Failure ? cause : failure('preview/bug', ourMistake, {}, { cause })
      if (cause instanceof Failure) this.#findings = whyNot(root, cause)
    }
    this.#seen = state
    this.#version++
    this.#state = undefined
    onState(this.#version)
  }
}

/** A workspace that cannot be judged says so where the writer can mend it. */
function whyNot(root: string, cause: Failure): readonly Finding[] {
  const { code, words } = cause
  const place = cause.place ?? placeOfFile(configName)
  const own: Finding = { rule: code, messageId: code, severity: 'error', place, words }
  try {
    return [own, ...readWorkspace(root).findings]
  } catch {
    // The folder is gone.
    return [own]
  }
}
