import type { Finding, Place } from '@ziping/diagnostics'
import { explainSchema } from './check/explain-schema.ts'
import { impossibleDays } from './check/impossible-days.ts'
import { type DataSchema, validate } from './check/schema.ts'
import type { Data, DataPath } from './read/data.ts'
import { type Origins, originAt, placeAt } from './read/origins.ts'
import { readYaml } from './read/read-yaml.ts'
import { placeOfSpan } from './read/source-text.ts'

/** A YAML file of a workspace as plain data that still knows where everything stands. */
export interface DataText {
  readonly file: string
  readonly data: Data
  /** What keeps the file from being read. */
  readonly findings: readonly Finding[]
  /** Where a value stands, or its key; the nearest thing around it, for what is missing. */
  placeOf(path: DataPath, part?: 'key' | 'value'): Place
  /** A value as it was typed (`12.50`), so that decimals stay exact. */
  textOf(path: DataPath): string | undefined
}

/** Reads YAML; keys stay as written, dates stay text, nothing can explode. */
export function readDataText(file: string, text: string, rule: string): DataText {
  const origins: Origins = new WeakMap()
  const { root, findings } = readYaml(file, text, origins, { anyRoot: true })
  return {
    file,
    data: root,
    findings: findings.map((finding) => ({ ...finding, rule })),
    placeOf: (path, part = 'value') => {
      if (part === 'key') return placeAt(origins, root, path, { file, key: true })
      const origin = originAt(origins, root, path)
      return origin === undefined
        ? placeAt(origins, root, path, { file })
        : placeOfSpan(origin.source, origin.value)
    },
    textOf: (path) => {
      const origin = originAt(origins, root, path)
      return origin === undefined
        ? undefined
        : unquoted(origin.source.text.slice(origin.value.start, origin.value.end))
    },
  }
}

function unquoted(typed: string): string {
  return /^(["'])(.*)\1$/s.exec(typed.trim())?.[2] ?? typed.trim()
}

/** What a schema has to say against a file, in sentences that name the nearest key or value. */
export async function checkDataText(
  schema: DataSchema,
  { data, file, placeOf }: DataText,
  rule: string,
): Promise<readonly Finding[]> {
  const errors = data === null ? [] : await validate(schema, data)
  const at = (path: DataPath, options?: { readonly key: boolean }): Place =>
    path.length === 0
      ? { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
      : placeOf(path, options?.key === true ? 'key' : 'value')
  const findings = [...explainSchema(errors, data, at), ...impossibleDays(data, at)]
  return findings.map((finding) => ({ ...finding, rule }))
}
