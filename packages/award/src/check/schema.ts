import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020.js'
import { contentFolder } from '../read/content-folder.ts'
import type { Data } from '../read/data.ts'

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

/** Compiled once, and only when an award is really checked: Ajv costs more than reading the award. */
async function compile(name: SchemaName): Promise<ValidateFunction> {
  const path = join(contentFolder(), 'schemas', `${name}.schema.json`)
  const [{ Ajv2020 }, schema] = await Promise.all([
    import('ajv/dist/2020.js'),
    readFile(path, 'utf8'),
  ])
  const ajv = new Ajv2020({ allErrors: true, verbose: true, strictTypes: false })
  return ajv.compile(JSON.parse(schema))
}
