import { type Data, type DataPath, isDataList, member } from './data.ts'

/** The paths of all clauses in a list of clauses, parents before children. */
export function* clausePaths(root: Data, at: DataPath): Generator<DataPath> {
  const clauses = at.reduce<Data | undefined>(member, root)
  if (!isDataList(clauses)) return
  for (const index of clauses.keys()) {
    yield [...at, index]
    yield* clausePaths(root, [...at, index, 'children'])
  }
}
