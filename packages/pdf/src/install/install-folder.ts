import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Failure } from '@ziping/diagnostics'
import { isAlive } from '../running.ts'
import { codeOf, installFailure, problemIn } from './install-failures.ts'

const silentForMs = 15 * 60_000

/**
 * Fills a folder that others see only when it is complete. Of two who try at once the second waits and takes what the
 * first has made; a third half-finished by a killed process is swept up.
 */
export async function installFolder(
  target: string,
  what: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  try {
    mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 })
    const release = await lock(`${target}.lock`)
    try {
      if (!existsSync(target)) await fillAndRename(target, fill)
    } finally {
      release()
    }
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    const code = codeOf(cause)
    throw installFailure(what, problemIn(code), code, cause)
  }
}

async function fillAndRename(
  target: string,
  fill: (folder: string) => Promise<void>,
): Promise<void> {
  const fresh = `${target}.new`
  // Left by one that was killed: we hold the lock, so nobody else is at it.
  rmSync(fresh, { recursive: true, force: true })
  mkdirSync(fresh, { mode: 0o700 })
  try {
    await fill(fresh)
    renameSync(fresh, target)
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}

/** Takes the lock, waiting for a living holder. */
async function lock(file: string): Promise<() => void> {
  const token = `${process.pid} ${randomUUID()}`
  for (;;) {
    try {
      writeFileSync(file, token, { flag: 'wx' })
      return () => {
        if (contentOf(file) === token) rmSync(file, { force: true })
      }
    } catch (cause) {
      if (codeOf(cause) !== 'EEXIST') throw cause
      if (isAbandoned(file)) rmSync(file, { force: true })
      else await sleep(200)
    }
  }
}

function isAbandoned(file: string): boolean {
  const since = statSync(file, { throwIfNoEntry: false })?.mtimeMs
  if (since === undefined) return false
  if (Date.now() - since > silentForMs) return true
  const pid = Number.parseInt(contentOf(file), 10)
  return Number.isInteger(pid) && !isAlive(pid)
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}
