import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What one suite or bench alone needs from npm, at the versions of the package.json in its folder: nothing that a first start
 * of the project should fetch, or that ships. Installed when it is missing, into a folder that git does not see.
 */
export function installPackages(home: string, announcement?: string): void {
  const isThere = ([name, version]: readonly [string, string]): boolean => {
    const about = path.join(home, 'node_modules', name, 'package.json')
    return existsSync(about) && JSON.parse(readFileSync(about, 'utf8')).version === version
  }
  if (Object.entries(dependenciesOf(home)).every(isThere)) return
  if (announcement !== undefined) console.error(announcement)
  const words = ['install', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund']
  const run = spawnSync('npm', words, {
    cwd: home,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (run.status !== 0)
    throw new Error(`${home}/package.json could not be installed: npm install in that folder`)
}

export function dependenciesOf(home: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8')).dependencies
}
