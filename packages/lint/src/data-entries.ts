import type { DataFile, DataPath, Workspace } from '@ziping/report'

/** A member of a map or list in a data file. */
export interface DataEntry {
  readonly file: DataFile
  readonly path: DataPath
  readonly value: unknown
}

/** Every member, parents before children. */
export function* entriesIn(file: DataFile): Generator<DataEntry> {
  yield* entriesBelow(file, [], file.value)
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
