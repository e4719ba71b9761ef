import type { DataPath, DataText } from '@ziping/award'
import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import { cellAddress, type WorkbookCell, type Worksheet } from './read-workbook.ts'

interface Origin {
  readonly place: Place
  readonly text: string
}

/** Data as YAML would hold it, in which every value knows its cell. */
export class SheetData {
  readonly file: string
  readonly findings: Finding[] = []
  readonly #root: Record<string, unknown> = emptyMap()
  readonly #origins = new Map<string, Origin>()

  constructor(file: string) {
    this.file = file
  }

  place({ name }: Pick<Worksheet, 'name'>, at: Pick<WorkbookCell, 'row' | 'column'>): Place {
    const { row, column } = at
    const cell = `${name}!${cellAddress(at)}`
    return { file: this.file, line: row, column, endLine: row, endColumn: column + 1, cell }
  }

  has(path: DataPath): boolean {
    return this.#origins.has(keyOf(path))
  }

  /** Where something stands that holds nothing itself: an indicator, its list of competitors. */
  locate(path: DataPath, place: Place): void {
    if (!this.has(path)) this.#origins.set(keyOf(path), { place, text: '' })
  }

  /** Puts a value at a path whose parents are maps, or lists where the next step is a number. */
  put(path: DataPath, value: unknown, origin: Origin): void {
    const last = path.at(-1)
    if (last === undefined) return
    let here: Record<string, unknown> = this.#root
    for (const [index, key] of path.slice(0, -1).entries()) {
      const known = here[key]
      const next: unknown = isRecord(known)
        ? known
        : typeof path[index + 1] === 'number'
          ? []
          : emptyMap()
      here[key] = next
      if (isRecord(next)) here = next
    }
    here[last] = value
    this.#origins.set(keyOf(path), origin)
  }

  asText(): DataText {
    const { file } = this
    const nearest = (path: DataPath): Origin | undefined => {
      for (let length = path.length; length > 0; length--) {
        const found = this.#origins.get(keyOf(path.slice(0, length)))
        if (found !== undefined) return found
      }
      return undefined
    }
    const data: DataText['data'] = plainData(this.#root)
    return {
      file,
      data,
      findings: [],
      placeOf: (path) => nearest(path)?.place ?? placeOfFile(file),
      textOf: (path) => this.#origins.get(keyOf(path))?.text,
    }
  }
}

/** Without a prototype: a key may be any word. */
function emptyMap(): Record<string, unknown> {
  return Object.create(null)
}

function keyOf(path: DataPath): string {
  return JSON.stringify(path.map(String))
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function plainData(value: unknown): DataText['data'] {
  if (Array.isArray(value)) return value.map(plainData)
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainData(item)]))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null
}
