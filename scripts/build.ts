// Makes packages/cli/dist/main.js, the ziping command without its packages: the form that is published, and the one
// that scripts/boot.mjs starts. `--inputs FILE` also writes down from which sources it was made.
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { buildPreview } from './build-preview.ts'
import { bundledLicences } from './bundled-licences.ts'
import { compileAwards } from './compile-awards.ts'
import { lazyHttp } from './lazy-http.ts'
import { precompiledSchemas } from './precompile-schemas.ts'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const folder = path.join(root, 'packages/cli/dist')
const { values } = parseArgs({ options: { inputs: { type: 'string' } } })

const { outputFiles, metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['packages/cli/src/main.ts'],
  outdir: folder,
  bundle: true,
  // A command loads only the parts it needs; beside main.js, because they look for package.json above them.
  splitting: true,
  chunkNames: 'part-[hash]',
  plugins: [precompiledSchemas, lazyHttp],
  // Less to read; names stay, for the sake of whoever reads a stack trace.
  minifySyntax: true,
  minifyWhitespace: true,
  // They read files of their own beside their code (WebAssembly, a worker): dependencies of the command instead.
  external: ['harfbuzzjs', 'pdfjs-dist'],
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

const inPage = await buildPreview(path.join(folder, 'preview'))
const inputs = [...new Set([...Object.keys(metafile.inputs), ...inPage])].toSorted()
mkdirSync(folder, { recursive: true })
const before = partsFrom('main.js')
// What loads comes before what it is loaded from.
const [parts, entries] = [outputFiles.filter(isPart), outputFiles.filter((file) => !isPart(file))]
for (const { path: file, contents } of [...parts, ...entries]) replace(file, contents)
removeOldParts(new Set([...before, ...parts.map(({ path: file }) => path.basename(file))]))
// It runs in the browser that prints, whole; the package it comes in is forty times as large.
const mermaid = createRequire(path.join(root, 'packages/draw/package.json'))
const inBrowser = path.join(path.dirname(mermaid.resolve('mermaid')), 'mermaid.min.js')
replace(path.join(folder, 'mermaid.min.js'), readFileSync(inBrowser))
replace(
  path.join(folder, 'LICENSES.txt'),
  bundledLicences(root, [...inputs, 'packages/draw/node_modules/mermaid/']),
)
if (values.inputs !== undefined) {
  // Schemas and Node's own modules come from no file: what makes them is made of scripts and content.
  const files = inputs.filter((name) => existsSync(path.join(root, name)))
  const ours = [...files.filter((name) => !name.includes('node_modules/')), ...awardSources()]
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

function isPart({ path: file }: { readonly path: string }): boolean {
  return path.basename(file).startsWith('part-')
}

/** The parts that a file of the folder loads, directly or not. */
function partsFrom(name: string, known: Set<string> = new Set()): ReadonlySet<string> {
  const file = path.join(folder, name)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  for (const [part] of text.matchAll(/part-[0-9A-Z]{8}\.js/g))
    if (!known.has(part)) partsFrom(part, known.add(part))
  return known
}

/** All but the present parts and those of the build before: somebody may have started that one a moment ago. */
function removeOldParts(wanted: ReadonlySet<string>): void {
  for (const name of readdirSync(folder))
    if (name.startsWith('part-') && !wanted.has(name)) rmSync(path.join(folder, name))
}

/** Renamed into place: whoever starts the command meanwhile reads the old file or the new one, never half of one. */
function replace(file: string, contents: string | Uint8Array): void {
  const fresh = `${file}.${process.pid}`
  writeFileSync(fresh, contents)
  renameSync(fresh, file)
}
