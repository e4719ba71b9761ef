import { type Place, placeOfFile } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'

/** A picture of the organization with the text that goes with it. */
export interface Photo {
  readonly file: string
  readonly title: string
  readonly text: string
  readonly place: Place
}

/** Reads photos/photos.yaml: a list, or a map by keys of one's own; what is malformed its schema tells. */
export function readPhotos(file: DataFile | undefined): readonly Photo[] {
  const { value } = file ?? {}
  if (file === undefined || typeof value !== 'object' || value === null) return []
  const isList = Array.isArray(value)
  return Object.entries(value).flatMap(([key, entry]) => {
    const path: DataPath = [isList ? Number(key) : key]
    const name = textAt(entry, 'file')
    if (name === undefined) return []
    return [
      {
        file: name,
        title: textAt(entry, 'title') ?? name,
        text: textAt(entry, 'text') ?? '',
        place: file.placeOf([...path, 'file']) ?? placeOfFile(file.file),
      },
    ]
  })
}

function textAt(entry: unknown, key: string): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  const value: unknown = Object.entries(entry).find(([name]) => name === key)?.[1]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
