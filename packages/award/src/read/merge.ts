import type { Finding } from '@ziping/diagnostics'
import { type Data, type DataList, type DataMap, isDataList, isDataMap, textAt } from './data.ts'
import { nothingToRemove } from './merge-findings.ts'
import type { Origin, Origins } from './origins.ts'
import { placeOfSpan } from './source-text.ts'

/** What merging needs to know: where things were written, and where to complain. */
export interface Merging {
  readonly origins: Origins
  readonly findings: Finding[]
}

/**
 * Lays a patch over data: maps merge by key, lists of things with an id by id, all else replaces.
 * An empty list empties; null says “not specified”.
 */
export function mergeData(base: Data | undefined, patch: Data, merging: Merging): Data {
  if (isDataMap(base) && isDataMap(patch)) return mergeMaps(base, patch, merging)
  if (isDataList(base) && isDataList(patch) && patch.length > 0 && haveIds(base, patch))
    return mergeLists(base, patch, merging)
  return patch
}

function haveIds(...lists: readonly DataList[]): boolean {
  return lists.flat().every((item) => textAt(item, 'id') !== undefined)
}

export function removes(patch: Data): boolean {
  return isDataMap(patch) && patch['$remove'] === true
}

function mergeMaps(base: DataMap, patch: DataMap, merging: Merging): DataMap {
  const merged: Record<string, Data> = Object.assign(Object.create(null), base)
  const origins = new Map(merging.origins.get(base))
  for (const [key, value] of Object.entries(patch)) {
    if (removes(value)) {
      if (!Object.hasOwn(base, key)) complain(patch, key, key, Object.keys(base), merging)
      delete merged[key]
      continue
    }
    merged[key] = mergeMember(key, base[key], value, merging)
    copyOrigin(patch, key, origins, key, merging)
  }
  merging.origins.set(merged, origins)
  return merged
}

/** One statement each: half of an old one and half of a new one would say what nobody said. */
const statements: ReadonlySet<string> = new Set(['src', 'source', 'target'])

function mergeMember(key: string, base: Data | undefined, patch: Data, merging: Merging): Data {
  if (statements.has(key)) return patch
  // nor has a document the title of one notice and the number of another
  if (key === 'docs' && isDataMap(base) && isDataMap(patch)) return joinMaps(base, patch, merging)
  return mergeData(base, patch, merging)
}

function joinMaps(base: DataMap, patch: DataMap, { origins }: Merging): DataMap {
  const joined = { ...base, ...patch }
  origins.set(joined, new Map([...(origins.get(base) ?? []), ...(origins.get(patch) ?? [])]))
  return joined
}

function mergeLists(base: DataList, patch: DataList, merging: Merging): DataList {
  const list = newList(merging)
  const ids = idsOf(base)
  for (const [index, item] of base.entries()) {
    const at = patch.findIndex((change) => textAt(change, 'id') === ids[index])
    const change = patch[at]
    if (change === undefined) list.keep(item, base, index)
    else if (!removes(change)) list.keep(mergeData(item, change, merging), patch, at)
  }
  const patchIds = idsOf(patch)
  for (const [index, item] of patch.entries()) {
    const id = patchIds[index] ?? ''
    const isNew = !ids.includes(id)
    if (removes(item) && isNew) complain(patch, String(index), id, ids, merging)
    // what is written twice stays twice, for the check of ids to find
    else if (isNew || patchIds.indexOf(id) !== index) list.keep(item, patch, index)
  }
  return list.items
}

/** A list under construction whose items remember where they were written. */
export interface NewList {
  readonly items: DataList
  keep(item: Data, from: DataList, index: number): void
}

export function newList(merging: Merging): NewList {
  const items: Data[] = []
  const origins = new Map<string, Origin>()
  merging.origins.set(items, origins)
  return {
    items,
    keep(item, from, index) {
      copyOrigin(from, String(index), origins, String(items.length), merging)
      items.push(item)
    },
  }
}

export function idsOf(list: DataList): readonly string[] {
  return list.flatMap((item) => textAt(item, 'id') ?? [])
}

function copyOrigin(
  from: DataMap | DataList,
  key: string,
  to: Map<string, Origin>,
  newKey: string,
  { origins }: Merging,
): void {
  const origin = origins.get(from)?.get(key)
  if (origin !== undefined) to.set(newKey, origin)
}

function complain(
  patch: DataMap | DataList,
  key: string,
  name: string,
  known: readonly string[],
  { origins, findings }: Merging,
): void {
  const origin = origins.get(patch)?.get(key)
  if (origin === undefined) return
  const place = placeOfSpan(origin.source, origin.key ?? origin.value)
  findings.push(nothingToRemove(place, { name, known }))
}
