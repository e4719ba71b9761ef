import { createHash, randomBytes, randomUUID } from 'node:crypto'
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'

/** What a preview keeps of its door, so that pages that are open go on when it is started anew. */
export interface Door {
  /** Known to this user's programs and to pages that were let in; never sent to anybody who asks. */
  readonly key: Buffer
  /** Where it listened last. */
  readonly port?: number
}

const keyLength = 32

/** The door of a workspace; a new one where nothing is kept, or where others could have read it. */
export function readDoor(folder: string | undefined, root: string): Door {
  const fresh = { key: randomBytes(keyLength) }
  if (folder === undefined) return fresh
  try {
    const file = fileOf(folder, root)
    if (!isPrivate(file)) return fresh
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    if (typeof value !== 'object' || value === null || !('key' in value)) return fresh
    const key = Buffer.from(String(value.key), 'base64url')
    if (key.length !== keyLength) return fresh
    const port = 'port' in value ? Number(value.port) : 0
    return Number.isInteger(port) && port > 0 && port < 65_536 ? { key, port } : { key }
  } catch {
    return fresh
  }
}

/** Losing it costs a visit to the terminal, nothing else. */
export function keepDoor(folder: string | undefined, root: string, { key, port }: Door): void {
  if (folder === undefined) return
  const file = fileOf(folder, root)
  const fresh = `${file}.${randomUUID()}`
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const text = JSON.stringify({ key: key.toString('base64url'), port })
    writeFileSync(fresh, text, { mode: 0o600, flag: 'wx' })
    renameSync(fresh, file)
    sweep(folder)
  } catch {
    rmSync(fresh, { force: true })
  }
}

/** More workspaces than this nobody has open. */
const keptDoors = 100

function sweep(folder: string): void {
  const age = (file: string): number => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0
  const files = readdirSync(folder).map((name) => path.join(folder, name))
  if (files.length <= keptDoors) return
  const old = files.toSorted((a, b) => age(b) - age(a)).slice(keptDoors)
  for (const file of old) rmSync(file, { force: true })
}

function fileOf(folder: string, root: string): string {
  const name = createHash('sha256').update(root).digest('hex').slice(0, 16)
  return path.join(folder, `${name}.json`)
}

/** Windows keeps what lies in a user's own folders from others by itself. */
function isPrivate(file: string): boolean {
  return process.platform === 'win32' || (statSync(file).mode & 0o077) === 0
}
