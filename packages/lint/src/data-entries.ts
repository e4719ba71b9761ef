import type { DataFile, DataPath, Workspace } from '@ziping/report'

/** A member of a map or list in a data file. */
export interface DataEntry {
  readonly file: DataFile
  readonly path: DataPath
  readonly value: unknown
}

const known = new WeakMap<DataFile, readonly DataEntry[]>()

/** Every member, parents before children. */
export function entriesIn(file: DataFile): readonly DataEntry[] {
  const entries = known.get(file) ?? [...entriesBelow(file, [], file.value)]
  known.set(file, entries)
  return entries
}

function* entriesBelow(file: DataFile, at: DataPath, value: unknown): Generator<DataEntry> {
  if (typeof value !== 'object' || value === null) return
  const members: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value)
  for (const [key, member] of members) {
    const path = [...at, key]
    yield { file, path, value: member }
    yield* entriesBelow(file, path, member)
  }
}

/** The YAML files of a workspace that are there. */
export function dataFilesOf(workspace: Workspace): readonly DataFile[] {
  const { configFile, applicant, form, indicators, evidence, plan, scores, photos } = workspace
  return [configFile, applicant, form, indicators, evidence, plan, scores, photos].filter(
    (file) => file !== undefined,
  )
}
