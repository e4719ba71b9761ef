// Takes a pinned package from the registry that npm is configured for. npm is given a lockfile made from our pin, so it
// refuses to unpack anything else; the folder gets its name only when it is complete.
import { randomUUID } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { cacheFolder, pinnedFolder, pinnedProgram } from './checkout.mjs'
import { fetchFailure, say } from './failure.mjs'
import { runNpm } from './npm.mjs'

export const unfinished = 'fetching-'

/** The pinned program's path, fetched if it is not there. Only for the one who holds the lock. */
export async function fetchPinned(kind, pin, lock) {
  const program = pinnedProgram(kind, pin)
  if (existsSync(program)) return program
  const what = `${kind === 'node' ? 'Node' : kind} ${pin.version}`
  say(`正在下载 ${what}`, `fetching ${what}`)
  const work = path.join(cacheFolder, `${unfinished}${randomUUID()}`)
  mkdirSync(work, { recursive: true })
  try {
    await install(pin, work, what, lock)
    const home = pinnedFolder(kind, pin)
    rmSync(home, { recursive: true, force: true })
    renameSync(work, home)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
  return program
}

async function install(pin, work, what, { setChild }) {
  writeFileSync(path.join(work, 'package.json'), JSON.stringify(manifest(pin)))
  writeFileSync(path.join(work, 'package-lock.json'), JSON.stringify(lockfile(pin)))
  const { code, output } = await runNpm(installArguments, { cwd: work, setChild })
  const names = { zh: ` ${what}`, en: what }
  if (code !== 0) throw fetchFailure(names, output)
  if (integrityOf(work) !== pin.integrity) throw fetchFailure(names, `${output}\n${freeSpace()}`)
}

/** What npm says it unpacked; nothing where it stopped half-way, as it may on a full disk without a word. */
function integrityOf(work) {
  const file = path.join(work, 'node_modules', '.package-lock.json')
  if (!existsSync(file)) return undefined
  const entries = Object.values(JSON.parse(readFileSync(file, 'utf8')).packages)
  return entries.length === 1 ? entries[0].integrity : undefined
}

function freeSpace() {
  const { bavail, bsize } = statfsSync(cacheFolder)
  return bavail * bsize < 2 ** 28 ? 'ENOSPC' : 'EINTEGRITY'
}

const installArguments = [
  'ci',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-update-notifier',
  '--loglevel=error',
]

function manifest(pin) {
  return { name: 'boot', private: true, dependencies: { [pin.package]: pin.version } }
}

/** Without an address: npm asks its own registry, and holds what it gets against the integrity. */
function lockfile(pin) {
  return {
    name: 'boot',
    lockfileVersion: 3,
    requires: true,
    packages: {
      '': { name: 'boot', dependencies: { [pin.package]: pin.version } },
      [`node_modules/${pin.package}`]: { version: pin.version, integrity: pin.integrity },
    },
  }
}
