import { isDay, readDate } from '@ziping/award'
import type { DataFile } from './data-file.ts'
import type { Folder } from './read-folder.ts'
import { defaultPaths, type PathName, type WorkspaceConfig } from './workspace.ts'
import { type WorkspacePath, workspacePath } from './workspace-path.ts'

/** The settings of ziping.yaml; what is malformed counts as not set (the schema's findings name it). */
export function readConfig(file: DataFile, folder: Folder): WorkspaceConfig {
  const map = asMap(file.value)
  const year = map['year']
  const filed = day(map['filed'])
  const deadline = day(map['deadline'])
  const layout = text(map['layout'])
  const lang = map['lang']
  return {
    awards: listOf(map['award']).flatMap((id) => text(id) ?? []),
    ...(typeof year === 'number' ? { year } : {}),
    ...(filed === undefined ? {} : { filed }),
    ...(deadline === undefined ? {} : { deadline }),
    numbering: map['numbering'] === 'standard' ? 'standard' : 'award',
    ...(layout === undefined ? {} : { layout }),
    ...(lang === 'zh-CN' || lang === 'en' ? { lang } : {}),
    paths: readPaths(file, folder, asMap(map['paths'])),
    confirmations: readConfirmations(asMap(map['confirmations'])),
    waivers: listOf(map['waivers']).flatMap((item) => readWaiver(asMap(item))),
    ...readPrinting(map),
  }
}

/** What only matters in print. */
function readPrinting(map: Readonly<Record<string, unknown>>): Partial<WorkspaceConfig> {
  const { tables, figures } = asMap(map['lists'])
  const template = text(map['formTemplate'])
  const thickness = map['paperThickness']
  const fonts = Object.entries(asMap(map['fonts'])).flatMap(([face, font]) => {
    const name = text(font)
    return name === undefined ? [] : [[face, name] as const]
  })
  return {
    lists: { tables: tables === true, figures: figures === true },
    fonts: Object.fromEntries(fonts),
    ...(template === undefined ? {} : { formTemplate: template }),
    ...(typeof thickness === 'number' ? { paperThickness: thickness } : {}),
  }
}

function readPaths(
  file: DataFile,
  folder: Folder,
  written: Readonly<Record<string, unknown>>,
): WorkspaceConfig['paths'] {
  const data = text(written['data'])
  const paths: Record<string, WorkspacePath> = {}
  for (const [name, usual] of Object.entries(defaultPaths)) {
    const moved =
      text(written[name]) ?? (data === undefined ? undefined : usual.replace(/^data(?=\/|$)/, data))
    const [checked] = moved === undefined ? [] : folder.check(moved, file.placeOf(['paths', name]))
    const path = checked ?? workspacePath(usual)
    paths[name] = path as WorkspacePath
  }
  return paths as Record<PathName, WorkspacePath>
}

function readConfirmations(
  map: Readonly<Record<string, unknown>>,
): WorkspaceConfig['confirmations'] {
  return Object.fromEntries(
    Object.entries(map).flatMap(([id, raw]) => {
      const { by, on, note, answer } = asMap(raw)
      const person = text(by)
      const date = text(on)
      if (person === undefined || date === undefined) return []
      const words = text(note)
      return [
        [
          id,
          {
            by: person,
            on: date,
            ...(words === undefined ? {} : { note: words }),
            answer: answer !== false,
          },
        ],
      ]
    }),
  )
}

function readWaiver(map: Readonly<Record<string, unknown>>): WorkspaceConfig['waivers'] {
  const rule = text(map['rule'])
  if (rule === undefined) return []
  const file = text(map['file'])
  const clause = text(map['clause'])
  return [
    {
      rule,
      reason: text(map['reason']) ?? '',
      ...(file === undefined ? {} : { file }),
      ...(clause === undefined ? {} : { clause }),
    },
  ]
}

/** `2020/8/14` is no way to write a day, but plainly one. */
function day(value: unknown): string | undefined {
  const date = readDate(text(value) ?? '')
  return date !== undefined && isDay(date) ? date : undefined
}

function asMap(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
