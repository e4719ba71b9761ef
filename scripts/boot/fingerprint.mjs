// Files by their content: a fresh copy or a touched file is not a changed one.
import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './checkout.mjs'
import { isUnchanged, readStamp, writeStamp } from './stamp.mjs'

/** True where a part of the stamp still holds; files that only look changed are looked at once, then remembered. */
export function stands(part) {
  const stamp = readStamp()
  const { files } = stamp[part]
  if (isUnchanged(files)) return true
  if (!hasSameContent(files)) return false
  try {
    writeStamp({ ...stamp, [part]: { ...stamp[part], files: fingerprints(Object.keys(files)) } })
  } catch {
    // A read-only checkout compares contents each time.
  }
  return true
}

function hasSameContent(files) {
  return Object.entries(files).every(([name, [, , digest]]) => fingerprint(name)?.[2] === digest)
}

/** Time, size and digest of a file; undefined where there is none. */
export function fingerprint(name) {
  const file = path.join(root, name)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats?.isFile()) return undefined
  const digest = createHash('sha256').update(readFileSync(file)).digest('base64')
  return [stats.mtimeMs, stats.size, digest]
}

/** Fingerprints by name, of those files that exist. */
export function fingerprints(names) {
  const known = names.map((name) => [name, fingerprint(name)])
  return Object.fromEntries(known.filter(([, print]) => print !== undefined))
}
