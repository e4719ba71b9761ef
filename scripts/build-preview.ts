// Makes the program of the preview page, which runs in the reader's browser: app.js and app.css, and nothing else.
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)))
const client = 'packages/preview/src/client'

/** Writes them into a folder; from which files they were made, node_modules included. */
export async function buildPreview(folder: string): Promise<readonly string[]> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: { app: `${client}/main.ts`, 'app-style': `${client}/app.css` },
    outdir: folder,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfigRaw: {},
    legalComments: 'none',
    metafile: true,
    write: false,
    logLevel: 'warning',
  })
  mkdirSync(folder, { recursive: true })
  for (const { path: file, contents } of outputFiles) {
    const name = path.basename(file).replace('app-style', 'app')
    const fresh = path.join(folder, `${name}.${process.pid}`)
    writeFileSync(fresh, contents)
    renameSync(fresh, path.join(folder, name))
  }
  return Object.keys(metafile.inputs)
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  await buildPreview(path.join(root, 'packages/preview/dist/client'))
