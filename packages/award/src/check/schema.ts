import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { contentFolder } from '../read/content-folder.ts'
import type { Data } from '../read/data.ts'
import { newValidator } from './compile-schema.ts'
import { compiledSchemas } from './compiled-schemas.ts'

/** The schemas of content/schemas: those of award files, and those of a workspace's own files. */
export type SchemaName = 'award' | 'criteria' | 'form' | DataSchema
export type DataSchema =
  | 'workspace'
  | 'applicant'
  | 'form-data'
  | 'indicators'
  | 'evidence'
  | 'plan'
  | 'scores'
  | 'photos'
export type SchemaError = ErrorObject

const compiled = new Map<SchemaName, Promise<ValidateFunction>>()

/** What a schema has to say against some data; nothing if it fits. */
export async function validate(name: SchemaName, data: Data): Promise<readonly SchemaError[]> {
  const known = compiled.get(name) ?? compile(name)
  compiled.set(name, known)
  const fits = await known
  return fits(data) ? [] : (fits.errors ?? [])
}

/** Once, and only when something is really checked. */
async function compile(name: SchemaName): Promise<ValidateFunction> {
  const path = join(contentFolder(), 'schemas', `${name}.schema.json`)
  const schema = await readFile(path, 'utf8')
  const ready = compiledSchemas[name]
  if (ready?.hash === createHash('sha256').update(schema).digest('hex')) return ready.load()
  return (await newValidator()).compile(JSON.parse(schema))
}
