import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Failure, failure, nearest, wording } from '@ziping/diagnostics'
import { fileName } from '@ziping/session'
import type { Context } from '../context.ts'

/** Something a file may be. */
export interface Known {
  readonly id: string
  readonly title: string
}

/** A file to open, and what it is. */
export interface NamedFile {
  /** On disk. */
  readonly file: string
  /** As it is shown. */
  readonly path: string
  readonly document: string
  /** Not one that `build` made, which is printed, but a file that is handed in as it is. */
  readonly isForeign: boolean
}

const nothing = wording<{ readonly dist: string }>({
  'zh-CN': ({ dist }) => ({
    message: `${dist} 里没有可以核对的 PDF 或 Word 文件`,
    advice: '先用 ziping build 印出来，或在命令后面写出要核对的文件',
  }),
  en: ({ dist }) => ({
    message: `There is no PDF or Word file to check in ${dist}`,
    advice: 'Print first with ziping build, or name the files behind the command',
  }),
})

const missing = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `打不开 ${file}（${reason}）`,
    advice: '检查文件名和所在的文件夹；文件正在别的程序中打开时，请先关闭',
  }),
  en: ({ file, reason }) => ({
    message: `${file} cannot be opened (${reason})`,
    advice: 'Check its name and folder, and close it where it is open',
  }),
})

const unclear = wording<{ readonly file: string; readonly known: readonly Known[] }>({
  'zh-CN': ({ file, known }) => ({
    message: `看不出 ${file} 是哪一份材料`,
    advice: `用 --as 指明：${known.map(({ id, title }) => `${id}（${title}）`).join('、')}`,
  }),
  en: ({ file, known }) => ({
    message: `It is not clear which document ${file} is`,
    advice: `Say so with --as: ${known.map(({ id, title }) => `${id} (${title})`).join(', ')}`,
  }),
})

const notKnown = wording<{
  readonly typed: string
  readonly meant: string | undefined
  readonly known: readonly Known[]
}>({
  'zh-CN': ({ typed, meant, known }) => ({
    message: `这个奖项没有“${typed}”这份材料`,
    advice: `${meant === undefined ? '' : `是不是要用 ${meant}？`}可用：${known.map(({ id, title }) => `${id}（${title}）`).join('、')}`,
  }),
  en: ({ typed, meant, known }) => ({
    message: `This award has no document “${typed}”`,
    advice: `${meant === undefined ? '' : `Did you mean ${meant}? `}Choose one of ${known.map(({ id, title }) => `${id} (${title})`).join(', ')}`,
  }),
})

/** The files named behind the command; each must be known by its name, or by `--as`. */
export function namedFiles(
  typed: readonly string[],
  as: string | undefined,
  known: readonly Known[],
  root: string | undefined,
  context: Context,
): readonly NamedFile[] {
  const document = as === undefined ? undefined : knownAs(as, known)
  return typed.map((name) => {
    const file = find(name, root, context)
    const shown = root === undefined ? name : shownPath(file, root)
    const own = document ?? recognised(file, known)
    if (own === undefined) throw failure('verify/unclear', unclear, { file: name, known })
    return { file, path: shown, document: own, isForeign: document !== undefined }
  })
}

/** What `build` left in dist/; a spine label or a file of somebody else's is not among the award's documents. */
export function builtFiles(
  folder: string,
  root: string,
  known: readonly Known[],
): { readonly files: readonly NamedFile[]; readonly others: readonly string[] } {
  const names = isFolder(folder) ? readdirSync(folder).toSorted() : []
  const finished = names.filter((name) => /\.(?:pdf|docx)$/i.test(name) && !name.startsWith('~$'))
  const found = finished.map((name) => ({
    name,
    file: path.join(folder, name),
    document: recognised(name, known),
  }))
  const files = found.flatMap(({ file, document }) =>
    document === undefined
      ? []
      : [{ file, path: shownPath(file, root), document, isForeign: false }],
  )
  if (files.length === 0)
    throw failure('verify/nothing', nothing, { dist: `${shownPath(folder, root)}/` })
  const others = found.filter(({ document }) => document === undefined)
  return { files, others: others.map(({ file }) => shownPath(file, root)) }
}

export function readFile({ file, path: shown }: NamedFile): Uint8Array {
  try {
    return readFileSync(file)
  } catch (cause) {
    throw notOpened(shown, cause)
  }
}

/** Where the user stands, else in the workspace. */
function find(name: string, root: string | undefined, context: Context): string {
  const places = [path.resolve(context.calledFrom, name), path.resolve(root ?? context.cwd, name)]
  const found = places.find(
    (place) => statSync(place, { throwIfNoEntry: false })?.isFile() === true,
  )
  if (found === undefined) throw notOpened(name, new Error('ENOENT'))
  return found
}

function notOpened(file: string, cause: unknown): Failure {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined
  const reason = code ?? (cause instanceof Error ? cause.message : String(cause))
  return failure('verify/not-readable', missing, { file, reason }, { cause })
}

function knownAs(typed: string, known: readonly Known[]): string {
  const found = known.find(({ id, title }) => id === typed || title === typed)
  if (found !== undefined) return found.id
  const meant = nearest(
    typed,
    known.map(({ id }) => id),
  )
  throw failure('usage', notKnown, { typed, meant, known })
}

/** A file that bears a document's title is that document. */
function recognised(file: string, known: readonly Known[]): string | undefined {
  const stem = path
    .basename(file)
    .replace(/\.[^.]*$/, '')
    .normalize('NFC')
  return known.find(({ title }) => fileName(title).normalize('NFC') === stem)?.id
}

function isFolder(folder: string): boolean {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true
}

/** Relative to the workspace where it lies within. */
function shownPath(file: string, root: string): string {
  const relative = path.relative(root, file)
  const shown = relative.startsWith('..') || path.isAbsolute(relative) ? file : relative
  return shown.replaceAll('\\', '/')
}
