import { existsSync } from 'node:fs'
import path from 'node:path'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { DataFile } from './data-file.ts'
import { readConfig } from './read-config.ts'
import { Folder, type Overlay } from './read-folder.ts'
import { readIndicatorsWorkbook } from './workbook/indicators-workbook.ts'
import { bothFiles, workbookTooLarge } from './workbook/workbook-findings.ts'
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
    const rule = file === configName ? 'workspace-invalid' : 'data-invalid'
    const parsed = readAgain(root, file, text, rule)
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
    indicators: readIndicatorsFile(folder, paths.indicators, { data, faults }),
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

/** Indicators are kept in YAML, or beside it in a workbook that the finance department keeps. */
function readIndicatorsFile(
  folder: Folder,
  file: WorkspacePath,
  {
    data,
    faults,
  }: { readonly data: (file: WorkspacePath) => DataFile | undefined; readonly faults: Finding[] },
): DataFile | undefined {
  const isWorkbook = /\.xlsx$/iu.test(file)
  const [workbook] = folder.check(isWorkbook ? file : file.replace(/\.[^./]*$/u, '.xlsx'))
  const yaml = isWorkbook ? undefined : data(file)
  const bytes = workbook && folder.readBytes(workbook, largestWorkbook, workbookTooLarge)
  if (workbook === undefined || bytes === undefined) return yaml
  if (yaml !== undefined && yaml.value !== null) {
    faults.push(bothFiles(placeOfFile(workbook), { yaml: file, workbook }))
    return yaml
  }
  const { text, findings } = readIndicatorsWorkbook(workbook, bytes)
  faults.push(...findings)
  return new DataFile(workbook, text)
}

const largestWorkbook = 20 * 1024 * 1024

/** The data files read last: whoever reads a workspace at every keystroke finds most of them unchanged. */
const lastRead = new Map<string, { readonly text: string; readonly parsed: DataFile }>()
const mostRead = 16

function readAgain(root: string, file: string, text: string, rule: string): DataFile {
  const key = `${root}\0${file}`
  const last = lastRead.get(key)
  const parsed = last?.text === text ? last.parsed : new DataFile(file, text, rule)
  lastRead.delete(key)
  lastRead.set(key, { text, parsed })
  const [oldest] = lastRead.keys()
  if (lastRead.size > mostRead && oldest !== undefined) lastRead.delete(oldest)
  return parsed
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
