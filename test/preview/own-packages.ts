// What only these tests need from npm, at the versions of package.json beside this file; its licence (MPL) is none that
// ships with ours. Installed when the tests run for the first time, into a folder that git does not see.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const home = import.meta.dirname

/** Vitest runs it once, before the first file of tests. */
export function setup(): void {
  const { dependencies }: { readonly dependencies: Readonly<Record<string, string>> } = JSON.parse(
    readFileSync(path.join(home, 'package.json'), 'utf8'),
  )
  const isThere = ([name, version]: readonly [string, string]): boolean => {
    const about = path.join(home, 'node_modules', name, 'package.json')
    return existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version === version
  }
  if (Object.entries(dependencies).every(isThere)) return
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const options = { cwd: home, stdio: 'ignore', shell: process.platform === 'win32' } as const
  if (spawnSync('npm', words, options).status !== 0)
    throw new Error('test/preview/package.json could not be installed: npm install in test/preview')
}

/** The program that looks for what keeps people out, as it runs in the page. */
export function axeScript(): string {
  return readFileSync(path.join(home, 'node_modules/axe-core/axe.min.js'), 'utf8')
}
