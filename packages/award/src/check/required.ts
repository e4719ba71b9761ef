import type { Finding } from '@ziping/diagnostics'
import { clausePaths } from '../read/clause-paths.ts'
import { type Data, type DataPath, isDataList, isDataMap, member, showPath } from '../read/data.ts'
import type { Located } from './checked-award.ts'
import { missingKey } from './schema-words.ts'

/** What must be there once everything is merged; a patch alone may leave it out. */
const required: readonly (readonly [path: string, keys: readonly string[]])[] = [
  ['', ['status', 'applicant', 'criteria']],
  ['dimensions.*', ['applies', 'dims']],
  ['dimensions.*.dims.*', ['label', 'required']],
  ['windows.*', ['from', 'to']],
  ['deliverables.*', ['title', 'kind']],
  ['volumes.*', ['contains']],
  ['media.*', ['kind', 'contains']],
  ['indicators.*', ['label', 'unit', 'inputs', 'expression', 'decimals']],
]

/** Finds what is missing after merging, and clauses without a title. */
export function checkRequired({ data, placeOf }: Located): readonly Finding[] {
  const findings: Finding[] = []
  const demand = (path: DataPath, keys: readonly string[]): void => {
    const holder = path.reduce<Data | undefined>(member, data)
    if (!isDataMap(holder)) return
    for (const key of keys)
      if (member(holder, key) === undefined || member(holder, key) === null)
        findings.push(missingKey(placeOf(path), { where: showPath(data, path), keys: [key] }))
  }
  for (const [pattern, keys] of required)
    for (const path of matching(data, pattern === '' ? [] : pattern.split('.'))) demand(path, keys)
  for (const path of clausePaths(data, ['criteria', 'clauses'])) demand(path, ['title'])
  return findings
}

function* matching(data: Data, pattern: readonly string[]): Generator<DataPath> {
  const [key, ...rest] = pattern
  if (key === undefined) {
    yield []
    return
  }
  const keys = key === '*' && isDataList(data) ? [...data.keys()] : [key]
  for (const each of keys) {
    const inner = member(data, each)
    if (inner === undefined) continue
    for (const path of matching(inner, rest)) yield [each, ...path]
  }
}
