// The other programs, at the versions pinned in peers/package.json; what comes from Debian is used where it is there.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const home = path.resolve(import.meta.dirname, 'peers')

/** Installed when first needed; a browser of their own they do not need. */
export function installPeers(): void {
  const wanted = dependencies()
  const isThere = ([name, version]: readonly [string, string]): boolean => {
    const about = path.join(home, 'node_modules', name, 'package.json')
    return existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version === version
  }
  if (Object.entries(wanted).every(isThere)) return
  console.error('bench: installing the programs to compare with (700 MB) …')
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const run = spawnSync('npm', words, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) throw new Error('the programs to compare with could not be installed')
}

/** `pagedjs 0.4.3`, for the table. */
export function peerVersion(name: string): string {
  return `${name.replace(/^@.*\/(?=typst)/, '')} ${dependencies()[name]}`
}

export function peerFile(...parts: readonly string[]): string {
  return path.join(home, 'node_modules', ...parts)
}

/** `pandoc 2.17.1.1`; nothing where the machine does not have it. */
export function installed(program: string): string | undefined {
  const run = spawnSync(program, ['--version'], { encoding: 'utf8' })
  const version = /\d+(?:\.\d+)+/.exec(run.stdout ?? '')?.[0]
  return version === undefined ? undefined : `${program} ${version}`
}

function dependencies(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).dependencies
}
