import { listAwards } from '@ziping/award'
import { configName } from '@ziping/report'
import { type CompletionItem, CompletionItemKind, type Position } from 'vscode-languageserver/node'
import { ruleKeys, schemaOf } from './data-schema.ts'
import { type KnownKey, keysIn, schemasAt, valuesIn } from './json-schema.ts'
import { lineAround } from './spots.ts'
import { itemsOf, type Suggestion } from './suggestion.ts'
import type { View } from './view.ts'
import { clauseNumbers, evidences } from './vocabulary.ts'
import { type YamlSpot, yamlSpot } from './yaml-path.ts'

/** Keys and values that a data file may have here. */
export async function completeYaml(view: View, position: Position): Promise<CompletionItem[]> {
  const { before } = lineAround(view.source, position)
  if (/(?:^|\s)#/.test(before)) return []
  const lines = view.source.text.split(/\r\n|\r|\n/)
  const spot = yamlSpot(lines, Math.max(0, Math.min(position.line, lines.length - 1)), before)
  const words = spot.key === undefined ? keys(view, spot) : await values(view, spot, spot.key)
  const listed = spot.key === undefined ? [...words, ...(await values(view, spot))] : words
  return itemsOf(listed, position, spot.typed)
}

function keys(view: View, { path, siblings }: YamlSpot): readonly Suggestion[] {
  const schema = schemaOf(view.linted, view.file)
  if (schema === undefined) return []
  const isRules = view.file === configName && path.length === 1 && path[0] === 'rules'
  const known = isRules ? ruleKeys(view.language) : keysIn(schemasAt(schema, path))
  const fresh = known.filter(({ key }) => !siblings.has(key))
  return [...new Map(fresh.map((one) => [one.key, one])).values()].map(keySuggestion)
}

function keySuggestion({ key, description }: KnownKey): Suggestion {
  // Without quotation marks YAML takes 1.1 for a number, and 1.10 for the same.
  const written = /^[\d.]+$/.test(key) ? `"${key}"` : key
  return {
    label: key,
    text: `${written}: `,
    filter: written,
    kind: CompletionItemKind.Property,
    ...(description === undefined ? {} : { detail: description }),
  }
}

/** Values of a key; without one, those that an entry of a list may have. */
async function values(
  view: View,
  { path }: YamlSpot,
  key?: string,
): Promise<readonly Suggestion[]> {
  const schema = schemaOf(view.linted, view.file)
  if (schema === undefined) return []
  const name = key ?? (path.at(-1) === '-' ? path.at(-2) : undefined)
  if (name === undefined) return []
  if (name === 'evidence') return [...evidences(view)]
  if (view.file === configName) {
    const config = await configValues(view, path, name)
    if (config !== undefined) return config
  }
  const found = schemasAt(schema, key === undefined ? path : [...path, key])
  const items = key === undefined ? [] : schemasAt(schema, [...path, key, '-'])
  return valuesIn([...found, ...items]).map((label) => ({
    label,
    kind: CompletionItemKind.EnumMember,
  }))
}

async function configValues(
  view: View,
  path: readonly string[],
  name: string,
): Promise<readonly Suggestion[] | undefined> {
  if (name === 'award')
    return (await listAwards()).map(({ id, name: title }) => ({ label: id, detail: title }))
  if (path[0] === 'rules') return ['off', 'info', 'warn', 'error'].map((label) => ({ label }))
  if (path[0] !== 'waivers') return undefined
  if (name === 'rule')
    return ruleKeys(view.language).map(({ key, description = '' }) => ({
      label: key,
      detail: description,
    }))
  if (name === 'clause') return [...clauseNumbers(view)]
  return name === 'file'
    ? view.linted.workspace.documents.map(({ path: label }) => ({ label }))
    : undefined
}
