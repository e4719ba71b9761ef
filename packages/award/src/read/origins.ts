import { type Place, placeOfFile } from '@ziping/diagnostics'
import { type Data, type DataPath, isDataList, isDataMap, member } from './data.ts'
import { placeOfSpan, type SourceText, type Span } from './source-text.ts'

/** Where a member of a map or list was written; it may come from another file than its neighbours. */
export interface Origin {
  readonly source: SourceText
  readonly key?: Span
  readonly value: Span
}

/** The origins of the members of every map and list read. */
export type Origins = WeakMap<object, Map<string, Origin>>

export function originOf(origins: Origins, data: Data, key: string | number): Origin | undefined {
  return isDataMap(data) || isDataList(data) ? origins.get(data)?.get(String(key)) : undefined
}

/** The origin of what a path leads to, or of the nearest thing around it. */
export function originAt(origins: Origins, root: Data, path: DataPath): Origin | undefined {
  let data: Data | undefined = root
  let origin: Origin | undefined
  for (const key of path) {
    const next = data === undefined ? undefined : originOf(origins, data, key)
    if (next === undefined) return origin
    origin = next
    data = member(data, key)
  }
  return origin
}

/** A finding points at a scalar itself, at a map or list by its key. */
export function placeAt(
  origins: Origins,
  root: Data,
  path: DataPath,
  options: { readonly file: string; readonly key?: boolean },
): Place {
  const origin = originAt(origins, root, path)
  if (origin === undefined) return placeOfFile(options.file)
  const data = path.reduce<Data | undefined>(member, root)
  const atKey = options.key === true || isDataMap(data) || isDataList(data)
  return placeOfSpan(origin.source, atKey && origin.key ? origin.key : firstLine(origin))
}

/** A map that is a list's item has no key: its first line stands for it. */
function firstLine({ source, value }: Origin): Span {
  const lineEnd = source.text.indexOf('\n', value.start)
  return { start: value.start, end: lineEnd === -1 ? value.end : Math.min(value.end, lineEnd) }
}
