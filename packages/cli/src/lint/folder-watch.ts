import { type Dirent, type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Several files are often written at once; a change counts once nothing more follows for this long. */
const usualSettleMs = 120

/** Network drives and full tables of watches tell nothing of a change: then this finds it. */
const lookMs = 2000

/** Outputs, and what other programs keep beside the material. */
const passedOver: ReadonlySet<string> = new Set(['dist', 'node_modules'])

/** What lies in some folders, so that two looks can be compared. */
export type FolderState = string

/** Waits for files of folders to change. */
export class FolderWatch {
  readonly #folders: readonly string[]
  readonly #settleMs: number
  readonly #watchers: readonly FSWatcher[]
  #stirred: () => void = () => undefined

  constructor(folders: readonly string[], settleMs: number = usualSettleMs) {
    this.#folders = folders
    this.#settleMs = settleMs
    this.#watchers = folders.flatMap((folder) => this.#watch(folder))
  }

  state(): FolderState {
    return this.#folders.flatMap((folder) => [...filesBelow(folder)]).join('\n')
  }

  /** Ends when the folders are no longer in a state, and are quiet again; never after `signal`. */
  async changeFrom(state: FolderState, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const now = this.state()
      if (now !== state && (await this.#isQuiet(now, signal))) return
      if (now === state) await this.#stir(lookMs, signal)
    }
  }

  close(): void {
    for (const watcher of this.#watchers) watcher.close()
  }

  async #isQuiet(state: FolderState, signal: AbortSignal): Promise<boolean> {
    await delay(this.#settleMs, undefined, { signal }).catch(() => undefined)
    return this.state() === state
  }

  /** Ends with the next event, at the latest after a while. */
  #stir(mostMs: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, mostMs)
      signal.addEventListener('abort', done)
      this.#stirred = done
    })
  }

  #watch(folder: string): readonly FSWatcher[] {
    try {
      const watcher = watch(folder, { recursive: true }, () => this.#stirred())
      // A folder that is removed, or a table of watches that is full: looking from time to time remains.
      watcher.on('error', () => undefined)
      return [watcher]
    } catch {
      return []
    }
  }
}

/** Every file with its date and size. */
function* filesBelow(folder: string): Generator<string> {
  for (const entry of entriesOf(folder)) {
    const { name } = entry
    const inside = path.join(folder, name)
    if (entry.isDirectory()) {
      if (!name.startsWith('.') && !passedOver.has(name)) yield* filesBelow(inside)
    } else yield `${inside} ${stampOf(inside)}`
  }
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch {
    return []
  }
}

function stampOf(file: string): string {
  try {
    const { mtimeMs, size } = statSync(file)
    return `${mtimeMs} ${size}`
  } catch {
    return ''
  }
}
