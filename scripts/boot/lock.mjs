// One set-up at a time in a checkout. The lock is a folder that is born whole, by renaming one that already names its
// owner, so it never exists without. It counts as abandoned when its owner and the program the owner was running are
// both gone from this machine, or when nobody has shown a sign of life for a while (another machine, a reused pid).
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './failure.mjs'

const pollMs = 100
const signOfLifeMs = 2_000
export const silentForMs = 30_000
const childAtMostMs = 20 * 60_000
/** What renaming says where the name is taken; ENOENT where the holder has just swept up. */
const refused = new Set(['EEXIST', 'ENOTEMPTY', 'EPERM', 'EACCES', 'EBUSY', 'ENOENT'])

/** Does the work while no other launcher of this checkout does any. */
export async function withLock(folder, work, silentMs = silentForMs) {
  mkdirSync(path.dirname(folder), { recursive: true })
  const owner = { token: randomUUID(), host: hostname(), pid: process.pid, child: undefined }
  await acquire(folder, owner, silentMs)
  const isMine = () => readOwner(folder).token === owner.token
  const release = () => isMine() && removeLock(folder)
  const living = setInterval(() => showLife(folder), signOfLifeMs)
  process.once('exit', release)
  try {
    return await work({ setChild: (child) => noteChild(folder, { ...owner, child }) })
  } finally {
    clearInterval(living)
    process.off('exit', release)
    release()
  }
}

async function acquire(folder, owner, silentMs) {
  const prepared = prepare(folder, owner)
  const watched = { sign: undefined, since: Date.now() }
  for (let tries = 0; !isTaken(prepared, folder); tries += 1) {
    if (tries === 10)
      say('另一个 ziping 正在准备，等它完成……', 'another ziping is setting up; waiting for it')
    const held = readOwner(folder)
    if (isAbandoned(held, watched, silentMs)) breakLock(folder, held.token)
    await sleep(pollMs)
    if (!existsSync(prepared)) prepare(folder, owner)
  }
}

function prepare(folder, owner) {
  const prepared = `${folder}-${owner.token}`
  mkdirSync(prepared, { recursive: true })
  writeOwner(prepared, owner)
  return prepared
}

/** Tries once to give the prepared folder the lock's name. */
function isTaken(prepared, folder) {
  try {
    renameSync(prepared, folder)
    return true
  } catch (error) {
    if (refused.has(error.code)) return false
    throw error
  }
}

function isAbandoned(held, watched, silentMs) {
  if (held.sign !== watched.sign) Object.assign(watched, { sign: held.sign, since: Date.now() })
  const sinceMs = Date.now() - watched.since
  if (held.host !== hostname()) return sinceMs > silentMs
  if (sinceMs > childAtMostMs) return true
  if (isAlive(held.child)) return false
  return !isAlive(held.pid) || sinceMs > silentMs
}

function isAlive(pid) {
  if (pid === undefined) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** Only one launcher at a time may break a lock, and only the one it has seen abandoned. */
function breakLock(folder, token) {
  const guard = `${folder}.breaking`
  try {
    mkdirSync(guard)
  } catch {
    const made = statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - made > silentForMs) rmSync(guard, { recursive: true, force: true })
    return
  }
  try {
    if (readOwner(folder).token === token) removeLock(folder)
  } finally {
    rmdirSync(guard)
  }
}

/** Moved aside first: the lock's own name must never stand for an empty folder, which a rename would replace. */
function removeLock(folder) {
  const aside = `${folder}-${randomUUID()}`
  renameSync(folder, aside)
  rmSync(aside, { recursive: true, force: true })
}

const ownerFile = 'owner.json'

function writeOwner(folder, owner) {
  const file = path.join(folder, ownerFile)
  writeFileSync(`${file}.new`, JSON.stringify(owner))
  renameSync(`${file}.new`, file)
}

function readOwner(folder) {
  const file = path.join(folder, ownerFile)
  try {
    const owner = JSON.parse(readFileSync(file, 'utf8'))
    return { ...owner, sign: `${owner.token} ${statSync(file).mtimeMs}` }
  } catch {
    // No lock, or one that names no owner: only its silence tells.
    return {}
  }
}

/** Tells the others for which program to wait should this launcher be killed. */
function noteChild(folder, owner) {
  try {
    if (readOwner(folder).token === owner.token) writeOwner(folder, owner)
  } catch {
    // A full disk; whoever runs out of space says so.
  }
}

function showLife(folder) {
  const now = new Date()
  try {
    utimesSync(path.join(folder, ownerFile), now, now)
  } catch {
    // Somebody judged this launcher dead. Its work is renamed into place whole, so nothing is torn.
  }
}

/** Removes what killed launchers left behind; what is young may be one that is only waiting. For the holder of the lock. */
export function sweep(folder, prefixes, youngMs = 0) {
  for (const name of readdirSync(folder)) {
    if (!prefixes.some((prefix) => name.startsWith(prefix))) continue
    const left = path.join(folder, name)
    const changed = statSync(left, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - changed >= youngMs) rmSync(left, { recursive: true, force: true })
  }
}
