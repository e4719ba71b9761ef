import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { contentFolder } from './content-folder.ts'

/** A file of an award: where it lies, and how it is named to people. */
export interface AwardFile {
  readonly path: string
  readonly label: string
}

/** An id that is used as a file name: letters, digits, and nothing that leads elsewhere. */
export function isFileId(id: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(id) && !id.includes('..')
}

export function awardFile(path: string): AwardFile {
  return { path, label: labelOf(path) }
}

/** Files of the content package are named `content/…` wherever it is installed. */
function labelOf(path: string): string {
  const within = relative(contentFolder(), path)
  const label = within.startsWith('..') || within === path ? path : join('content', within)
  return label.split(sep).join('/')
}

/** Where an award named by id is looked for: beside the award that names it, then in the content. */
export function awardsFolders(beside: string | undefined): readonly string[] {
  const ours = join(contentFolder(), 'awards')
  return beside === undefined || beside === ours ? [ours] : [beside, ours]
}

/** Where forms, criteria and code lists are looked for: in the award's folders, then in the content. */
export function partFolders(
  awards: readonly AwardFile[],
  part: 'forms' | 'criteria' | 'codes',
): readonly string[] {
  const own = awards.map(({ path }) => join(dirname(path), part))
  return part === 'forms' ? own : [...own, join(contentFolder(), part)]
}

/** Reads the first of the files that exists. */
export async function readFirst(
  folders: readonly string[],
  name: string,
): Promise<{ readonly file: AwardFile; readonly text: string } | undefined> {
  for (const folder of folders) {
    const path = join(folder, name)
    const text = await readIfThere(path)
    if (text !== undefined) return { file: awardFile(path), text }
  }
  return undefined
}

export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isAbsence(error)) return undefined
    throw error
  }
}

/** The ids to be had in some folders, for “did you mean”. */
export async function idsIn(folders: readonly string[]): Promise<readonly string[]> {
  const ids = new Set<string>()
  for (const folder of folders)
    for (const name of await namesIn(folder)) ids.add(name.replace(/\.yaml$/u, ''))
  return [...ids].sort()
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (isAbsence(error)) return []
    throw error
  }
}

function isAbsence(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return code === 'ENOENT' || code === 'ENOTDIR'
}
