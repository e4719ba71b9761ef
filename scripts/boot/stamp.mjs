// What was set up, and from which files. This much is read at every start, so it stays small: a glance at times and
// sizes. What looks changed is compared by content in fingerprint.mjs.
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { cacheFolder, platform, root } from './checkout.mjs'

const format = 1
const stampFile = path.join(cacheFolder, 'ready.json')

/** The last set-up of this checkout on this kind of machine, if there was one. */
export function readStamp() {
  try {
    const stamp = JSON.parse(readFileSync(stampFile, 'utf8'))
    return stamp.format === format && stamp.platform === platform ? stamp : undefined
  } catch {
    return undefined
  }
}

/** Replaces the stamp whole, so that no reader ever sees half of one. */
export function writeStamp(stamp) {
  mkdirSync(cacheFolder, { recursive: true })
  const fresh = `${stampFile}.${process.pid}`
  writeFileSync(fresh, JSON.stringify({ ...stamp, format, platform }))
  renameSync(fresh, stampFile)
}

/** True where every file has the time and size it had. */
export function isUnchanged(files) {
  for (const name in files) {
    const [time, size] = files[name]
    const now = statSync(path.join(root, name), { throwIfNoEntry: false })
    if (now === undefined || now.mtimeMs !== time || now.size !== size) return false
  }
  return true
}
