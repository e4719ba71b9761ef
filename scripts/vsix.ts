// Packs the extension for VS Code, out/ziping-VERSION.vsix, without network: the bundled command is inside. A VSIX is
// a zip with two lists of its own, so that the official packer (a hundred packages, two of them native) is not needed.
// `--skip-build` takes packages/cli/dist as it lies there.
import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Zippable, zipSync } from 'fflate'
import { extensionFiles, textOf } from './vsix/extension-files.ts'
import { contentTypes, vsixManifest } from './vsix/parcel-lists.ts'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const { values } = parseArgs({
  options: { 'skip-build': { type: 'boolean' }, out: { type: 'string' } },
})
if (values['skip-build'] !== true)
  execFileSync(process.execPath, [path.join(root, 'scripts/build.ts')], { stdio: 'inherit' })

const { version } = JSON.parse(textOf(root, 'packages/cli/package.json'))
const files = await extensionFiles(root, version)
const about = JSON.parse(Buffer.from(files.get('package.json') ?? []).toString('utf8'))
const told = { ...about, engine: about.engines.vscode, kinds: about.extensionKind }
const parts = new Map([
  ['extension.vsixmanifest', Buffer.from(vsixManifest(told))],
  ...[...files].map(([name, bytes]) => [`extension/${name}`, bytes] as const),
])
const all = new Map([
  ['[Content_Types].xml', Buffer.from(contentTypes([...parts.keys()]))],
  ...parts,
])

// Local time, as zips have it: the same bytes everywhere.
const mtime = new Date(2020, 0, 1)
const zipped: Zippable = Object.fromEntries(
  [...all].map(([name, bytes]) => [name, [bytes, { level: 9, mtime }]]),
)
const out = path.resolve(values.out ?? path.join(root, `out/ziping-${version}.vsix`))
mkdirSync(path.dirname(out), { recursive: true })
const bytes = zipSync(zipped)
writeFileSync(out, bytes)
console.log(`${out}  ${(bytes.length / 1e6).toFixed(1)} MB, ${all.size} files`)
