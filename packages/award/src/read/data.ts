/** What a data file says, before anything is made of it. */
export type Data = null | boolean | number | string | DataList | DataMap
export type DataList = readonly Data[]
export interface DataMap {
  readonly [key: string]: Data
}

/** Where something stands in the data: `['limits', 0, 'max']`. */
export type DataPath = readonly (string | number)[]

export function isDataMap(data: Data | undefined): data is DataMap {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

export function isDataList(data: Data | undefined): data is DataList {
  return Array.isArray(data)
}

/** A member of a map or list, if there is one. */
export function member(data: Data | undefined, key: string | number): Data | undefined {
  if (isDataList(data)) return data[Number(key)]
  return isDataMap(data) && Object.hasOwn(data, key) ? data[key] : undefined
}

/** The text a map has under a key, if it is one. */
export function textAt(data: Data | undefined, key: string): string | undefined {
  const value = member(data, key)
  return typeof value === 'string' ? value : undefined
}

/** The list a map has under a key; none is an empty one. */
export function listAt(data: Data | undefined, key: string): DataList {
  const value = member(data, key)
  return isDataList(value) ? value : []
}

/** `limits[JX-L1].target`: a path as people read it, items by their id. */
export function showPath(root: Data, path: DataPath): string {
  let data: Data | undefined = root
  let shown = ''
  for (const key of path) {
    const inList = isDataList(data)
    data = member(data, key)
    if (inList) shown += `[${textAt(data, 'id') ?? Number(key) + 1}]`
    else shown += shown === '' ? key : `.${key}`
  }
  return shown
}
