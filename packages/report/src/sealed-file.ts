import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

// An entry of its own: a run that is answered from what was kept loads nothing else of this package.

/** What was kept under this key; what is cut off, edited or from elsewhere does not match its hash, and is not believed. */
export function readSealed(file: string, key: string): unknown {
  try {
    const text = readFileSync(file, 'utf8')
    const end = text.indexOf('\n')
    const body = text.slice(end + 1)
    return text.slice(0, end) === sealOf(key, body) ? JSON.parse(body) : undefined
  } catch {
    return undefined
  }
}

/** Keeps something in one file that may be deleted at any time. */
export function writeSealed(file: string, key: string, value: unknown): void {
  try {
    mkdirSync(path.dirname(file), { recursive: true })
    const body = JSON.stringify(value)
    const temporary = `${file}.${process.pid}.tmp`
    writeFileSync(temporary, `${sealOf(key, body)}\n${body}`)
    renameSync(temporary, file)
  } catch {
    // What cannot be kept only costs time.
  }
}

/** JSON escapes what UTF-8 could not hold. */
function sealOf(key: string, body: string): string {
  return createHash('sha256').update(`${key}\0`).update(body).digest('hex')
}

/** By UTF-16 units: in UTF-8 all halves of broken pairs would look alike. */
export function hashOf(...parts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(`${part.length}:`).update(Buffer.from(part, 'utf16le'))
  return hash.digest('hex')
}
