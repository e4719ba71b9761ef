import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'

/** Contents by path in the parcel, with `/`. */
export type Files = Map<string, Uint8Array>

/** The bundled command with all that it reads at run time: it runs where nothing is installed. */
export function serverFiles(root: string): Files {
  const files: Files = new Map()
  const cli = path.join(root, 'packages/cli')
  // The command tells its version, and Node how to read it, from there.
  addFile(files, path.join(cli, 'package.json'), 'package.json')
  for (const name of commandFiles(path.join(cli, 'dist')))
    addFile(files, path.join(cli, 'dist', name), `dist/${name}`)
  for (const name of ['content', 'templates'])
    addPackage(files, path.join(root, name), `node_modules/@ziping/${name}`, () => true)
  for (const [name, isNeeded] of Object.entries(libraries)) {
    const home = realpathSync(path.join(cli, 'node_modules', name))
    addPackage(files, home, `node_modules/${name}`, isNeeded)
  }
  return files
}

/** Of a library only what runs: pdfjs-dist brings everything twice, with its sources beside it. */
const libraries: Readonly<Record<string, (file: string) => boolean>> = {
  harfbuzzjs: (file) => !/\.d\.m?ts$/.test(file),
  'pdfjs-dist': (file) =>
    /^(?:package\.json|LICENSE|(?:cmaps|iccs|standard_fonts|wasm)\/|legacy\/build\/)/.test(file) &&
    !/\.map$|\.d\.mts$/.test(file),
}

/** All of the built folder but parts of earlier builds, which nothing loads any more. */
function commandFiles(folder: string): readonly string[] {
  if (!existsSync(path.join(folder, 'main.js')))
    throw new Error('packages/cli/dist/main.js is not built: node scripts/build.ts')
  const all = filesUnder(folder)
  const wanted = new Set(all.filter((name) => !isPart(name)))
  for (const name of wanted)
    if (/\.m?js$/.test(name))
      for (const [part] of readFileSync(path.join(folder, name), 'utf8').matchAll(
        /part-[0-9A-Z]{8}\.js/g,
      ))
        wanted.add(part)
  return all.filter((name) => wanted.has(name))
}

function isPart(name: string): boolean {
  return /^part-[0-9A-Z]{8}\.js$/.test(name)
}

/** What of a package would be published. */
function addPackage(
  files: Files,
  home: string,
  to: string,
  isNeeded: (file: string) => boolean,
): void {
  const manifest: { readonly files?: readonly string[] } = JSON.parse(
    readFileSync(path.join(home, 'package.json'), 'utf8'),
  )
  const listed = new Set((manifest.files ?? []).map((one) => one.split('/')[0]))
  const always = /^(?:package\.json|licen[cs]e.*)$/i
  for (const file of filesUnder(home)) {
    const [top = ''] = file.split('/')
    const isPublished = listed.size === 0 || listed.has(top) || always.test(file)
    if (top !== 'node_modules' && isPublished && isNeeded(file))
      addFile(files, path.join(home, file), `${to}/${file}`)
  }
}

export function addFile(files: Files, from: string, to: string): void {
  files.set(to, readFileSync(from))
}

/** The files of a folder, in one order on every machine. */
export function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((name) => name.split(path.sep).join('/'))
    .filter((name) => !name.startsWith('node_modules/') && !/(?:^|\/)\.DS_Store$/.test(name))
    .toSorted()
}
