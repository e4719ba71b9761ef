import { randomUUID } from 'node:crypto'
import { readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isAlive, thisMachine } from './running.ts'

const uuid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const unfinished = new RegExp(`^\\..+\\.${thisMachine}-(\\d+)-${uuid}$`)

/** Beside a file, the name it has while it is written: hidden, and telling whose it is. */
export function unfinishedName(file: string): string {
  const name = `.${path.basename(file)}.${thisMachine}-${process.pid}-${randomUUID()}`
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
