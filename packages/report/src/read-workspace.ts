import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import { DataFile } from './data-file.ts'
import { readConfig } from './read-config.ts'
import { Folder, type Overlay } from './read-folder.ts'
import type { DocumentFile, Workspace, WorkspaceConfig } from './workspace.ts'
import { type WorkspacePath, workspacePath } from './workspace-path.ts'

/** The file that makes a folder a workspace. */
export const configName = 'ziping.yaml'

/** The nearest folder upward that holds a ziping.yaml. */
export function findWorkspace(from: string): string | undefined {
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, configName))) return folder
    if (path.dirname(folder) === folder) return undefined
  }
}

/** Reads everything people wrote in a workspace. What cannot be read is a finding, not a failure. */
export function readWorkspace(
  root: string,
  options: { readonly overlay?: Overlay } = {},
): Workspace {
  const folder = new Folder(root, options.overlay)
  const faults: Finding[] = []
  const data = (file: WorkspacePath): DataFile | undefined => {
    const text = folder.read(file)
    if (text === undefined) return undefined
    const parsed = new DataFile(
      file,
      text,
      file === configName ? 'workspace-invalid' : 'data-invalid',
    )
    faults.push(...parsed.findings)
    return parsed
  }
  const configFile =
    data(workspacePath(configName) as WorkspacePath) ?? new DataFile(configName, '')
  const config = readConfig(configFile, folder)
  const { paths } = config
  const index = (name: 'evidence' | 'photos'): WorkspacePath =>
    `${paths[name]}/${name}.yaml` as WorkspacePath
  const parts = {
    applicant: data(paths.applicant),
    form: data(paths.formData),
    indicators: data(paths.indicators),
    evidence: data(index('evidence')),
    plan: data(paths.plan),
    scores: data(paths.scores),
    photos: data(index('photos')),
  }
  const criteria = folder.list(paths.criteria, '.yaml').flatMap((file) => {
    const text = folder.read(file)
    return text === undefined ? [] : [{ file, text }]
  })
  const documents = readDocuments(folder, config)
  const findings = [...folder.findings, ...faults]
  return { root, config, configFile, documents, criteria, findings, ...dropUndefined(parts) }
}

function readDocuments(folder: Folder, { paths }: WorkspaceConfig): readonly DocumentFile[] {
  const read = (
    file: WorkspacePath,
    rest: Omit<DocumentFile, 'path' | 'text'>,
  ): readonly DocumentFile[] => {
    const text = folder.read(file)
    return text === undefined ? [] : [{ ...rest, path: file, text }]
  }
  const chapters = (inside: WorkspacePath, holding?: string): readonly DocumentFile[] =>
    folder
      .list(inside, '.md')
      .flatMap((file) =>
        read(file, { kind: 'report', id: 'report', ...(holding === undefined ? {} : { holding }) }),
      )
  return [
    ...read(paths.overview, { kind: 'overview', id: 'overview' }),
    ...chapters(paths.report),
    ...folder
      .folders(paths.report)
      .flatMap((inside) => chapters(inside, path.posix.basename(inside))),
    ...folder.list(paths.cases, '.md').flatMap((file) => read(file, { kind: 'case', id: 'case' })),
    ...folder
      .list(paths.form, '.md')
      .flatMap((file) => read(file, { kind: 'field', id: path.posix.basename(file, '.md') })),
  ]
}

function dropUndefined<Parts extends object>(
  parts: Parts,
): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Parts]?: Exclude<Parts[Key], undefined>
  }
}
