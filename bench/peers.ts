// Other linters, at the versions pinned in bench/peers/package.json. They are no dependency of ours: installed when the
// bench is run for the first time, into a folder that git does not see.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { dependenciesOf, installPackages } from '../scripts/install-packages.ts'

const home = path.resolve(import.meta.dirname, 'peers')

export function installPeers(): void {
  installPackages(home, 'bench: installing the linters to compare with …')
}

/** `markdownlint-cli2 0.24.1`, for the table. */
export function peerVersion(name: string): string {
  return `${name} ${dependenciesOf(home)[name]}`
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
