// Writes what is generated from something else; with --check only says what is stale, and fails.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageReadmes } from './generate/package-readmes.ts'

/** A generator returns the files it is the author of: text by path. */
const generators: readonly ((root: string) => Readonly<Record<string, string>>)[] = [packageReadmes]

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const check = process.argv.includes('--check')
const files = generators.flatMap((generate) => Object.entries(generate(root)))
const stale = files.filter(([name, text]) => read(name) !== text)

for (const [name, text] of stale) {
  if (check) console.error(`${name} is stale`)
  else writeFileSync(path.join(root, name), text)
}
if (check && stale.length > 0) {
  console.error('Run `node --run generate` and commit what it changes.')
  process.exitCode = 1
}

function read(name: string): string | undefined {
  const file = path.join(root, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}
