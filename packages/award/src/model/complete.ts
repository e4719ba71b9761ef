import { type Data, type DataMap, isDataList, isDataMap } from '../read/data.ts'
import { notSpecified } from '../specified.ts'
import type { Shape } from './shapes.ts'
import type { SourceResolver } from './sources.ts'

const nothingMore: Shape = {}

/** Fills in what a shape says of what is not written; null becomes “not specified”. */
export function complete(data: Data, shape: Shape, sources: SourceResolver): Data {
  if (data === null) return notSpecified
  if (isDataList(data)) return data.map((item) => complete(item, shape, sources))
  if (typeof data === 'string' && shape.shorthand !== undefined)
    return complete({ [shape.shorthand]: data }, shape, sources)
  return isDataMap(data) ? completeMap(data, shape, sources) : data
}

function completeMap(data: DataMap, shape: Shape, sources: SourceResolver): DataMap {
  const made: Record<string, Data> = {}
  for (const [key, value] of Object.entries(data)) {
    if (key.startsWith('$')) continue
    const part = shape.parts?.[key] ?? shape.each ?? nothingMore
    made[key] = key === 'src' ? sources.resolve(value, data) : complete(value, part, sources)
  }
  for (const key of shape.lists ?? []) made[key] ??= []
  for (const key of shape.open ?? []) made[key] ??= notSpecified
  for (const [key, value] of Object.entries(shape.values ?? {})) made[key] ??= value
  return made
}
