import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import { bundledLicences } from '../bundled-licences.ts'
import { addFile, type Files, filesUnder, serverFiles } from './server-files.ts'

/** Whatever the installed extension consists of, by its path there. */
export async function extensionFiles(root: string, version: string): Promise<Files> {
  const home = path.join(root, 'packages/vscode')
  const files: Files = new Map()
  for (const name of filesUnder(path.join(home, 'extension')))
    addFile(files, path.join(home, 'extension', name), name)
  files.set('package.json', manifest(files, version))
  addFile(files, path.join(root, 'LICENSE'), 'LICENSE.txt')
  const schemas = path.join(root, 'content/schemas')
  for (const name of readdirSync(schemas).toSorted())
    addFile(files, path.join(schemas, name), `schemas/${name}`)
  for (const [name, bytes] of await bundle(root)) files.set(name, bytes)
  for (const [name, bytes] of serverFiles(root)) files.set(`server/${name}`, bytes)
  return files
}

/** All packages share one version. */
function manifest(files: Files, version: string): Uint8Array {
  const read = JSON.parse(Buffer.from(files.get('package.json') ?? []).toString('utf8'))
  return Buffer.from(`${JSON.stringify({ ...read, version }, undefined, 2)}\n`)
}

/** Editors load an extension as one CommonJS file, and bring `vscode` themselves. */
async function bundle(root: string): Promise<Files> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['packages/vscode/src/index.ts'],
    outfile: 'extension.cjs',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    minifySyntax: true,
    minifyWhitespace: true,
    tsconfigRaw: {},
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  const [code] = outputFiles
  if (code === undefined) throw new Error('esbuild wrote nothing')
  const licences = bundledLicences(root, Object.keys(metafile.inputs).toSorted())
  return new Map([
    ['dist/extension.cjs', code.contents],
    ['dist/LICENSES.txt', Buffer.from(licences)],
  ])
}

export function textOf(root: string, name: string): string {
  return readFileSync(path.join(root, name), 'utf8')
}
