import type { DataSchema } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { DataFile } from './data-file.ts'
import type { Workspace } from './workspace.ts'

/** What is wrong with the workspace's own data files by their schemas; the form's is checked by its award. */
export async function checkData(workspace: Workspace): Promise<readonly Finding[]> {
  const { configFile, indicators, evidence, plan, scores, photos } = workspace
  const files: readonly (readonly [DataSchema, DataFile | undefined])[] = [
    ['workspace', configFile],
    ['indicators', indicators],
    ['evidence', evidence],
    ['plan', plan],
    ['scores', scores],
    ['photos', photos],
  ]
  const findings = await Promise.all(files.map(([schema, file]) => file?.check(schema) ?? []))
  return findings.flat()
}
