// VS Code as a server, from npm: 600 MB that nothing but these tests needs. Its own install script builds native parts,
// for which it fetches headers of Node; without scripts it starts all the same, only with a quieter log.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const repository = path.resolve(import.meta.dirname, '../../..')
const home = path.join(repository, '.cache/code-server')
const server = path.join(home, 'node_modules/code-server')

/** The program of code-server, installed if it is not there yet. */
export function codeServer(): string {
  const done = path.join(home, 'installed-4.139.1')
  if (!existsSync(done)) {
    mkdirSync(home, { recursive: true })
    copyFileSync(path.join(import.meta.dirname, 'package.json'), path.join(home, 'package.json'))
    for (const folder of [home, `${server}/lib/vscode`, `${server}/lib/vscode/extensions`])
      install(folder)
    writeFileSync(done, '')
  }
  return path.join(server, 'out/node/entry.js')
}

function install(folder: string): void {
  const words = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund']
  const { status, stderr } = spawnSync('npm', words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0)
    throw new Error(`This suite needs code-server, which npm could not install:\n${stderr}`)
}
