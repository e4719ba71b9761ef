import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'

/** A shared drive has builders on several machines, each with process ids of its own. */
const machine: string = createHash('sha256').update(hostname()).digest('hex').slice(0, 6)

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const unfinished = new RegExp(`^\\..+\\.${machine}-(\\d+)-${uuid}$`)

/** Beside a file, the name it has while it is written: hidden, and telling whose it is. */
export function unfinishedName(file: string): string {
  const name = `.${path.basename(file)}.${machine}-${process.pid}-${randomUUID()}`
  return path.join(path.dirname(file), name)
}

/** Takes away what runs that were killed on this machine have begun in a folder; nothing of the living, nothing of a writer. */
export function clearUnfinished(folder: string): void {
  for (const name of namesIn(folder)) {
    const pid = unfinished.exec(name)?.[1]
    if (pid === undefined || isAlive(Number(pid))) continue
    try {
      rmSync(path.join(folder, name), { force: true })
    } catch {
      // A folder of that name is nobody's business here; a file that is held open goes with the next run.
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM'
  }
}
