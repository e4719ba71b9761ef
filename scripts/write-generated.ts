// Writes what is generated from something else; with --check only says what is stale, and fails.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { packageReadmes } from './generate/package-readmes.ts'
import { ruleDocs } from './write-rule-docs.ts'

type Files = Readonly<Record<string, string>>

/** A generator returns the files it is the author of: text by path. */
const generators: readonly ((root: string) => Files | Promise<Files>)[] = [packageReadmes, ruleDocs]

/** Folders in which everything is generated, so that nothing may lie there that no generator wrote. */
const generatedFolders = ['docs/rules']

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const check = process.argv.includes('--check')
const all = await Promise.all(generators.map((generate) => generate(root)))
const files = all.flatMap((some) => Object.entries(some))
const stale = files.filter(([name, text]) => read(name) !== text)
const names = new Set(files.map(([name]) => name))
const left = generatedFolders.flatMap(filesIn).filter((name) => !names.has(name))

for (const [name, text] of stale) {
  if (check) console.error(`${name} is stale`)
  else {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
    writeFileSync(path.join(root, name), text)
  }
}
for (const name of left) {
  if (check) console.error(`${name} is no longer generated`)
  else rmSync(path.join(root, name))
}
if (check && stale.length + left.length > 0) {
  console.error('Run `node --run generate` and commit what it changes.')
  process.exitCode = 1
}

function read(name: string): string | undefined {
  const file = path.join(root, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function filesIn(folder: string): readonly string[] {
  const absolute = path.join(root, folder)
  return existsSync(absolute) ? readdirSync(absolute).map((name) => `${folder}/${name}`) : []
}
