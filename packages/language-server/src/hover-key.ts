import type { Position } from 'vscode-languageserver/node'
import { schemaOf } from './data-schema.ts'
import { schemasAt } from './json-schema.ts'
import { lineAround } from './spots.ts'
import type { View } from './view.ts'
import { yamlSpot } from './yaml-path.ts'

/** What the schema, or the award’s form, says of the key under the pointer. */
export function keyUnder(view: View, position: Position): string | undefined {
  if (!view.file.endsWith('.yaml')) return undefined
  const { before, after } = lineAround(view.source, position)
  const line = before + after
  const colon = /^\s*(?:-\s+)?[^\s#][^#]*?:(?=\s|$)/.exec(line)?.[0].length ?? 0
  if (before.length >= colon) return undefined
  const lines = view.source.text.split(/\r\n|\r|\n/)
  const { path, key } = yamlSpot(lines, position.line, `${line.slice(0, colon)} `)
  const schema = schemaOf(view.linted, view.file)
  if (schema === undefined || key === undefined) return undefined
  return schemasAt(schema, [...path, key])
    .map(({ description }) => description)
    .find((description) => typeof description === 'string')
}
