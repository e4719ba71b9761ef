// Compiles the schemas of content/schemas while bundling: Ajv takes longer to make a function of one than the function
// takes for a hundred files. What it makes stands in the place of packages/award/src/check/compiled-schemas.ts.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import standalone from 'ajv/dist/standalone/index.js'
import type { Plugin } from 'esbuild'
import { newValidator, schemaOptions } from '../packages/award/src/check/compile-schema.ts'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.join(root, 'content/schemas')
const suffix = '.schema.json'

export const precompiledSchemas: Plugin = {
  name: 'precompiled-schemas',
  setup(build) {
    build.onLoad({ filter: /[\\/]award[\\/]src[\\/]check[\\/]compiled-schemas\.ts$/ }, () => ({
      contents: table(),
      watchFiles: names().map(fileOf),
    }))
    build.onResolve({ filter: /^compiled-schema:/ }, ({ path: name }) => ({
      path: name.slice(name.indexOf(':') + 1),
      namespace: 'compiled-schema',
    }))
    build.onLoad({ filter: /.*/, namespace: 'compiled-schema' }, async ({ path: name }) => ({
      contents: await functionOf(name),
      // Where the few helpers are found that such a function calls.
      resolveDir: path.join(root, 'packages/award/src'),
    }))
  },
}

function table(): string {
  const rows = names().map((name) => {
    const hash = createHash('sha256')
      .update(readFileSync(fileOf(name)))
      .digest('hex')
    const load = `() => import('compiled-schema:${name}').then((code) => code.default)`
    return `${JSON.stringify(name)}: { hash: '${hash}', load: ${load} }`
  })
  return `export const compiledSchemas = {\n${rows.join(',\n')}\n}\n`
}

async function functionOf(name: string): Promise<string> {
  const ajv = await newValidator({ ...schemaOptions, code: { source: true, esm: true } })
  const validate = ajv.compile(JSON.parse(readFileSync(fileOf(name), 'utf8')))
  return standalone.default(ajv, validate)
}

function names(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(suffix))
    .map((file) => file.slice(0, -suffix.length))
}

function fileOf(name: string): string {
  return path.join(folder, `${name}${suffix}`)
}
