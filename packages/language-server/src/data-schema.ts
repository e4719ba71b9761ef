import { readFileSync } from 'node:fs'
import path from 'node:path'
import { contentFolder } from '@ziping/award'
import { rules } from '@ziping/lint'
import { configName } from '@ziping/report'
import { formSchema, planSchema, withClauses } from './award-schemas.ts'
import type { Linted } from './engine.ts'
import { asSchema, type KnownKey, type Schema } from './json-schema.ts'

const loaded = new Map<string, Schema>()

/** The schema of a data file of the workspace, if it is one; what depends on the award, as this award has it. */
export function schemaOf({ workspace, award }: Linted, file: string): Schema | undefined {
  const { paths } = workspace.config
  if (file === paths.formData) return formSchema(award)
  if (file === paths.plan) return planSchema(load('plan'), award)
  if (file === paths.scores) return withClauses(load('scores'), award)
  const names: Readonly<Record<string, string>> = {
    [configName]: 'workspace',
    [paths.applicant]: 'applicant',
    [paths.indicators]: 'indicators',
    [`${paths.evidence}/evidence.yaml`]: 'evidence',
    [`${paths.photos}/photos.yaml`]: 'photos',
  }
  const name = names[file]
  return name === undefined ? undefined : load(name)
}

function load(name: string): Schema {
  const known = loaded.get(name)
  if (known !== undefined) return known
  const file = path.join(contentFolder(), 'schemas', `${name}.schema.json`)
  const schema = asSchema(JSON.parse(readFileSync(file, 'utf8'))) ?? {}
  loaded.set(name, schema)
  return schema
}

/** The rules as keys of `rules:`. */
export function ruleKeys(language: 'zh-CN' | 'en'): readonly KnownKey[] {
  return rules.map(({ id, title }) => ({ key: id, description: title[language] }))
}
