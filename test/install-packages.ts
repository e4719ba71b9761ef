import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

/**
 * What one suite alone needs from npm, at the versions of the package.json in its folder: nothing that a first start of the
 * project should fetch, or that ships. Installed when it is missing, into a folder that git does not see.
 */
export function installPackages(home: string): void {
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
    throw new Error(`${home}/package.json could not be installed: npm install in that folder`)
}
