import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** A private folder that disappears with the program, however it ends. */
export interface TemporaryFolder {
  readonly path: string
  remove(): void
}

const present = new Set<() => void>()
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** `beforeRemoval` ends what still writes there. */
export function createTemporaryFolder(beforeRemoval: () => void): TemporaryFolder {
  const folder = mkdtempSync(path.join(tmpdir(), 'ziping-browser-'))
  const remove = (): void => {
    if (!present.delete(remove)) return
    if (present.size === 0) stopListening()
    beforeRemoval()
    // A process that was just killed may hold on to its files for a moment.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  }
  if (present.size === 0) startListening()
  present.add(remove)
  return { path: folder, remove }
}

function startListening(): void {
  process.on('exit', removeAll)
  for (const signal of signals) process.on(signal, onSignal)
}

function stopListening(): void {
  process.off('exit', removeAll)
  for (const signal of signals) process.off(signal, onSignal)
}

function removeAll(): void {
  for (const remove of [...present]) {
    try {
      remove()
    } catch {
      // The program is ending; what could not be removed is the system's to sweep.
    }
  }
}

/** Where nobody else wants the signal, it does what it would have done without us. */
function onSignal(signal: NodeJS.Signals): void {
  const others = process.listeners(signal).some((listener) => listener !== onSignal)
  if (others) return
  removeAll()
  stopListening()
  process.kill(process.pid, signal)
}
