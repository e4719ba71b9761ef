// The other programs, at the versions pinned in peers/package.json; what comes from Debian is used where it is there.
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { dependenciesOf, installPackages } from '../../scripts/install-packages.ts'

const home = path.resolve(import.meta.dirname, 'peers')

/** Installed when first needed; a browser of their own they do not need. */
export function installPeers(): void {
  installPackages(home, 'bench: installing the programs to compare with (700 MB) …')
}

/** `pagedjs 0.4.3`, for the table. */
export function peerVersion(name: string): string {
  return `${name.replace(/^@.*\/(?=typst)/, '')} ${dependenciesOf(home)[name]}`
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
