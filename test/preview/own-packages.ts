// What only these tests need from npm; its licence (MPL) is none that ships with ours.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { installPackages } from '../../scripts/install-packages.ts'

const home = import.meta.dirname

/** Vitest runs it once, before the first file of tests. */
export function setup(): void {
  installPackages(home)
}

/** The program that looks for what keeps people out, as it runs in the page. */
export function axeScript(): string {
  return readFileSync(path.join(home, 'node_modules/axe-core/axe.min.js'), 'utf8')
}
