import type { Field } from '@ziping/award'
import { type Finding, nearest, type Place, placeOfFile } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'
import { unknownField } from './findings/unknown.ts'
import { wrongShape } from './findings/wrong-value.ts'
import { isPlainMap } from './plain-data.ts'
import { type Written, writtenInForm } from './written.ts'

const defaultFile = 'data/form.yaml'

/** data/form.yaml, read by the fields' ids: `t1.orgName` stands under `t1`, or is a key of its own. */
export interface FormFile {
  readonly written: (id: string) => Written | undefined
  /** Where a field stands, or would stand. */
  readonly placeOf: (id: string) => Place
}

export function openFormFile(file: DataFile | undefined): FormFile {
  if (file === undefined)
    return { written: () => undefined, placeOf: () => placeOfFile(defaultFile) }
  const pathOf = (id: string): DataPath | undefined => findPath(file.value, id.split('.'))
  return {
    written: (id) => {
      const path = pathOf(id)
      return path === undefined ? undefined : writtenInForm(file, path)
    },
    placeOf: (id) => file.placeOf(pathOf(id) ?? id.split('.')),
  }
}

function findPath(value: unknown, keys: readonly string[]): DataPath | undefined {
  if (keys.length === 0) return []
  if (!isPlainMap(value)) return undefined
  for (let length = 1; length <= keys.length; length++) {
    const key = keys.slice(0, length).join('.')
    const rest = Object.hasOwn(value, key) ? findPath(value[key], keys.slice(length)) : undefined
    if (rest !== undefined) return [key, ...rest]
  }
  return undefined
}

/** Keys that belong to no field, with the field that may be meant. */
export function unknownFields(
  file: DataFile | undefined,
  fields: readonly Field[],
): readonly Finding[] {
  const ids = fields.map(({ id }) => id)
  const visit = (value: unknown, path: DataPath): readonly Finding[] =>
    Object.entries(isPlainMap(value) ? value : {}).flatMap(([key, item]) => {
      const here = [...path, key]
      const id = here.join('.')
      if (ids.includes(id)) return []
      if (ids.some((known) => known.startsWith(`${id}.`))) return visit(item, here)
      const place = file?.placeOf(here, 'key') ?? placeOfFile(defaultFile)
      return [unknownField(place, { key: id, near: nearField(path.join('.'), key, ids) })]
    })
  const value = file?.value
  if (file === undefined || value === undefined || value === null || isPlainMap(value))
    return visit(value, [])
  const wanted = { 'zh-CN': '“栏目: 值”', en: '“field: value”' }
  return [wrongShape(placeOfFile(file.file), { field: file.file, wanted })]
}

/** A neighbour is meant rather than a like name in another table. */
function nearField(parent: string, key: string, ids: readonly string[]): string | undefined {
  const prefix = parent === '' ? '' : `${parent}.`
  const siblings = new Map(
    ids
      .filter((id) => id.startsWith(prefix))
      .map((id) => [id.slice(prefix.length).split('.')[0] ?? id, id] as const),
  )
  const near = nearest(key, siblings.keys())
  if (near !== undefined) return `${prefix}${near}`
  return ids.find((id) => id.split('.').at(-1) === key) ?? nearest(`${prefix}${key}`, ids)
}
