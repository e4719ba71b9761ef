// Other linters, at the versions pinned in bench/peers/package.json. They are no dependency of ours: installed when the
// bench is run for the first time, into a folder that git does not see.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const home = path.resolve(import.meta.dirname, 'peers')

export function installPeers(): void {
  const wanted = dependencies()
  const isThere = ([name, version]: readonly [string, string]): boolean => {
    const about = path.join(home, 'node_modules', name, 'package.json')
    return existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version === version
  }
  if (Object.entries(wanted).every(isThere)) return
  console.error('bench: installing the linters to compare with …')
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const run = spawnSync('npm', words, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0) throw new Error('the linters to compare with could not be installed')
}

/** `markdownlint-cli2 0.24.1`, for the table. */
export function peerVersion(name: string): string {
  return `${name} ${dependencies()[name]}`
}

/** The file of an installed program, so that no wrapper is measured. */
export function peerProgram(name: string): string {
  const folder = path.join(home, 'node_modules', name)
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  const [file] = typeof bin === 'string' ? [bin] : Object.values<string>(bin)
  if (file === undefined) throw new Error(`${name} has no program`)
  return path.join(folder, file)
}

export function peerFile(...parts: readonly string[]): string {
  return path.join(home, 'node_modules', ...parts)
}

function dependencies(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).dependencies
}
