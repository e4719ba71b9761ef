// Makes packages/cli/dist/main.js, the ziping command as one file: the form that is published, and the one that
// scripts/boot.mjs starts. `--inputs FILE` also writes down from which sources it was made.
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { compileAwards } from './compile-awards.ts'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(root, 'packages/cli/dist')
const { values } = parseArgs({ options: { inputs: { type: 'string' } } })

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['packages/cli/src/main.ts'],
  outfile: path.join(folder, 'main.js'),
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node22.18',
  // CommonJS inside the bundle still asks for Node's own modules by `require`.
  banner: {
    js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
  },
  tsconfigRaw: {},
  legalComments: 'none',
  metafile: true,
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1)) // esbuild has said why

// Commands start faster from awards read and checked beforehand.
await compileAwards()

const inputs = Object.keys(metafile.inputs).toSorted()
mkdirSync(folder, { recursive: true })
for (const { path: file, contents } of outputFiles) replace(file, contents)
replace(path.join(folder, 'LICENSES.txt'), bundledLicences(inputs))
if (values.inputs !== undefined) {
  const ours = [...inputs.filter((name) => !name.includes('node_modules/')), ...awardSources()]
  writeFileSync(values.inputs, JSON.stringify(ours))
}

/** What the compiled awards are made of. */
function awardSources(): readonly string[] {
  return ['awards', 'criteria', 'codes', 'schemas'].flatMap((folder) =>
    readdirSync(path.join(root, 'content', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) =>
        path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
      ),
  )
}

/** Renamed into place: whoever starts the command meanwhile reads the old file or the new one, never half of one. */
function replace(file: string, contents: string | Uint8Array): void {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, file)
}

/** The bundle carries other people's work; their licences want to travel with it. */
function bundledLicences(names: readonly string[]): string {
  const folders = names.map((name) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(name)?.[0])
  const packages = [...new Set(folders.filter((name) => name !== undefined))]
  return packages.map((name) => licenceOf(path.join(root, name))).join(`\n${'-'.repeat(80)}\n\n`)
}

function licenceOf(home: string): string {
  const about = JSON.parse(readFileSync(path.join(home, 'package.json'), 'utf8'))
  const file = readdirSync(home).find((name) => /^licen[cs]e/i.test(name))
  const text = file === undefined ? '' : `\n${readFileSync(path.join(home, file), 'utf8').trim()}\n`
  return `${about.name} ${about.version} (${about.license})\n${text}`
}
