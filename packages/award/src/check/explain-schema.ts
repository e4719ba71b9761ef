import type { Finding, Place } from '@ziping/diagnostics'
import { type Data, type DataPath, isDataMap, member, showPath } from '../read/data.ts'
import { fullWidthKey, thousands } from '../read/yaml-findings.ts'
import type { SchemaError } from './schema.ts'
import { choiceOfKeys, kindsAt, withoutEchoes } from './schema-echoes.ts'
import {
  emptyValue,
  missingKey,
  tooMany,
  unknownKey,
  unknownValue,
  wrongForm,
  wrongKind,
  wrongSize,
} from './schema-words.ts'

/** Finds where a path of the data was written; the key itself if asked. */
export type PlaceOf = (path: DataPath, options?: { readonly key: boolean }) => Place

/** Ajv's errors as sentences about the writer's file. */
export function explainSchema(
  errors: readonly SchemaError[],
  data: Data,
  placeOf: PlaceOf,
): readonly Finding[] {
  return withoutEchoes(errors).map((error) => explain(error, errors, data, placeOf))
}

function explain(
  error: SchemaError,
  errors: readonly SchemaError[],
  data: Data,
  placeOf: PlaceOf,
): Finding {
  const { keyword, params, parentSchema } = error
  const path = pathOf(error.instancePath)
  const where = showPath(data, path)
  const place = placeOf(path)
  const value = showValue(path.reduce<Data | undefined>(member, data))
  switch (keyword) {
    case 'additionalProperties': {
      const name = String(params['additionalProperty'])
      const known = Object.keys(parentSchema?.['properties'] ?? {}).filter(
        (key) => key !== '$schema',
      )
      const at = placeOf([...path, name], { key: true })
      if (/[：，]/u.test(name)) return fullWidthKey(at, { typed: name })
      const number = brokenNumber(path, name, data, placeOf)
      if (number !== undefined) return thousands(at, { typed: number })
      return unknownKey(at, { where, name, known })
    }
    case 'enum':
      return unknownValue(place, {
        where,
        name: value,
        known: [params['allowedValues']].flat().map(String),
      })
    case 'required':
      return missingKey(place, { where, keys: [String(params['missingProperty'])] })
    case 'anyOf':
      return missingKey(place, { where, keys: choiceOfKeys(error) })
    case 'type':
      return wrongKind(place, { where, kinds: kindsAt(error, errors), value })
    case 'pattern':
      return explainPattern(error, { where, value }, path, placeOf)
    case 'minLength':
    case 'minProperties':
      return emptyValue(place, { where })
    case 'maxProperties':
      return tooMany(place, { where, most: Number(params['limit']) })
    default:
      return wrongSize(place, {
        where,
        value,
        limit: `${params['comparison'] ?? keyword} ${params['limit'] ?? ''}`,
      })
  }
}

/** `2019: 46,820` is read as 46 and a key 820 right behind the comma. */
function brokenNumber(
  path: DataPath,
  name: string,
  data: Data,
  placeOf: PlaceOf,
): string | undefined {
  const map = path.reduce<Data | undefined>(member, data)
  if (!/^\d{3}$/.test(name) || !isDataMap(map) || map[name] !== null) return undefined
  const { line, column } = placeOf([...path, name], { key: true })
  const [, before] =
    Object.entries(map).find(([key, value]) => {
      const place = placeOf([...path, key])
      const isNumber = typeof value === 'number' && value >= 0 && value < 1000
      return isNumber && place.line === line && place.endColumn === column - 1
    }) ?? []
  return before === undefined ? undefined : `${before},${name}`
}

/** A pattern is either about a value or about the keys of a map. */
function explainPattern(
  { params, propertyName }: SchemaError,
  at: { readonly where: string; readonly value: string },
  path: DataPath,
  placeOf: PlaceOf,
): Finding {
  const pattern = String(params['pattern'])
  if (propertyName === undefined) return wrongForm(placeOf(path), { ...at, pattern })
  const place = placeOf([...path, propertyName], { key: true })
  return wrongForm(place, { where: at.where, value: propertyName, pattern })
}

function pathOf(pointer: string): DataPath {
  const keys = pointer.split('/').slice(1)
  return keys.map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'))
}

const longestShown = 40

function showValue(value: Data | undefined): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'null')
  return text.length > longestShown ? `${text.slice(0, longestShown)}…` : text
}
