import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { isAlive, thisMachine } from '@ziping/pdf'
import { notWritten } from './pack-failures.ts'

/** Folders next to the parcel: one while it is put together, one for the moment in which it takes the old one's place. */
interface Neighbours {
  readonly previous: string
  readonly stages: string
}

function neighbours(target: string): Neighbours {
  const folder = path.dirname(target)
  const name = path.basename(target)
  return {
    previous: path.join(folder, `.${name}.previous`),
    stages: path.join(folder, `.${name}.${thisMachine}-`),
  }
}

/**
 * A run that was killed between the two renames leaves the last good parcel under its second name; this puts it back.
 * What dead runs had begun goes.
 */
export function recoverFolder(target: string): void {
  const { previous, stages } = neighbours(target)
  if (!existsSync(target) && existsSync(previous)) renameSync(previous, target)
  const folder = path.dirname(target)
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const left = path.join(folder, name)
    if (!left.startsWith(stages)) continue
    const pid = Number(left.slice(stages.length))
    if (pid !== process.pid && !isAlive(pid)) rmSync(left, { recursive: true, force: true })
  }
}

/** An empty folder beside the target, on the same disk. */
export function openStage(target: string): string {
  const stage = `${neighbours(target).stages}${process.pid}`
  try {
    rmSync(stage, { recursive: true, force: true })
    mkdirSync(path.dirname(target), { recursive: true })
    // Not with `recursive`: on a disk that is read-only Node then says that there is no such folder (v24).
    mkdirSync(stage)
  } catch (cause) {
    throw notWritten(path.basename(target), cause)
  }
  return stage
}

/** Puts the finished folder in the old one's place; where that cannot be, the old one stays. */
export function replaceFolder(stage: string, target: string): void {
  const { previous } = neighbours(target)
  try {
    rmSync(previous, { recursive: true, force: true })
    if (existsSync(target)) renameSync(target, previous)
    try {
      renameSync(stage, target)
    } catch (cause) {
      if (existsSync(previous)) renameSync(previous, target)
      throw cause
    }
  } catch (cause) {
    throw notWritten(path.basename(target), cause)
  }
  // The new parcel is there: an old one that somebody still looks at may stay until the next run.
  try {
    rmSync(previous, { recursive: true, force: true })
  } catch {
    // It goes with the next run.
  }
}

/** Nothing is left of a parcel that was not finished. */
export function removeStage(stage: string): void {
  try {
    rmSync(stage, { recursive: true, force: true })
  } catch {
    // The next run takes it away.
  }
}
