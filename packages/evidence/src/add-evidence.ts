import { constants, copyFileSync, lstatSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Failure, failure, type Wording, wording } from '@ziping/diagnostics'
import { isLeftover, workspacePath } from '@ziping/report'
import { appendEntries, type NewEntry } from './append-entries.ts'

/** A file that is to be registered: where it comes from, and its name beside the index. */
export interface AddedFile {
  readonly from: string
  readonly name: string
  /** False where it lies there already. */
  readonly isCopied: boolean
  readonly entry: NewEntry
}

export interface EvidenceAddition {
  readonly files: readonly AddedFile[]
  /** The index with the new entries behind what there was. */
  readonly text: string
}

interface AddRequest {
  /** The folder of the evidence, absolute. */
  readonly folder: string
  /** evidence.yaml as it is; undefined where there is none. */
  readonly text: string | undefined
  /** What is registered: key and file of each entry. */
  readonly known: readonly { readonly id: string; readonly file?: string }[]
  /** Absolute paths, as typed where a message names them. */
  readonly files: readonly { readonly typed: string; readonly absolute: string }[]
}

interface Named {
  readonly file: string
}

const missing = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `没有找到文件 ${file}`,
    advice: '核对文件名和路径；名称中有空格时用引号括起',
  }),
  en: ({ file }) => ({ message: `There is no file ${file}`, advice: 'Check its name and path' }),
})

const wrongType = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `${file} 不是 PDF、JPG、PNG 或 TIF 文件，没有登记`,
    advice: '先导出或扫描成 PDF（Word、Excel 用“另存为 PDF”）',
  }),
  en: ({ file }) => ({
    message: `${file} is no PDF, JPG, PNG or TIF and was not registered`,
    advice: 'Export or scan it as a PDF first',
  }),
})

const badName = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `文件名 ${file} 在 Windows 上用不了，或像是临时文件、副本，没有登记`,
    advice: '改一个名称：不用 \\ / : * ? " < > | 和“副本”“(1)”等字样',
  }),
  en: ({ file }) => ({
    message: `The name ${file} is not legal on Windows, or that of a leftover; it was not registered`,
    advice: 'Rename it, without \\ / : * ? " < > | and words like “copy” or “(1)”',
  }),
})

const taken = wording<Named>({
  'zh-CN': ({ file }) => ({
    message: `evidence 文件夹里已有另一个 ${file}，没有覆盖`,
    advice: '给新文件改名后再登记；要换掉旧文件的，自己复制过去，目录不用改',
  }),
  en: ({ file }) => ({
    message: `Another ${file} lies in the evidence folder; it was not overwritten`,
    advice: 'Rename the new one; to replace the old one, copy it there yourself',
  }),
})

const twice = wording<Named & { readonly id: string }>({
  'zh-CN': ({ file, id }) => ({
    message: `${file} 已经登记为 ${id}`,
    advice: '正文中这样引用：（见[证](#键)）；要改名称、日期，直接改 evidence/evidence.yaml',
  }),
  en: ({ file, id }) => ({
    message: `${file} is registered as ${id}`,
    advice: 'Refer to it by [证](#key); change its entry in evidence/evidence.yaml',
  }),
})

/** Says what would be added, and changes nothing yet; what cannot be added refuses the whole. */
export function planEvidence({ folder, text, known, files }: AddRequest): EvidenceAddition {
  const ids = new Set(known.map(({ id }) => id))
  const names = new Map(known.flatMap(({ id, file }) => (file === undefined ? [] : [[file, id]])))
  const added = files.map(({ typed, absolute }): AddedFile => {
    const name = nameInside(folder, typed, absolute)
    const registered = names.get(name)
    if (registered !== undefined)
      throw failure('evidence/registered', twice, { file: typed, id: registered })
    const isCopied = !isThere(path.join(folder, name), typed, absolute)
    const id = freeId(stemOf(name), ids)
    ids.add(id)
    names.set(name, id)
    return { from: absolute, name, isCopied, entry: entryFor(id, name) }
  })
  return {
    files: added,
    text: appendEntries(
      text ?? '',
      added.map(({ entry }) => entry),
    ),
  }
}

/** Copies the files, never over another. */
export function copyEvidence(folder: string, { files }: EvidenceAddition): void {
  for (const { from, name, isCopied } of files)
    if (isCopied) copyFileSync(from, path.join(folder, name), constants.COPYFILE_EXCL)
}

/** Its name beside the index; a file that lies in a folder below keeps that folder. */
function nameInside(folder: string, typed: string, absolute: string): string {
  if (statSync(absolute, { throwIfNoEntry: false })?.isFile() !== true)
    throw refused('missing', missing, typed)
  if (!/\.(?:pdf|jpe?g|png|tiff?)$/iu.test(absolute)) throw refused('type', wrongType, typed)
  const below = path.relative(real(folder), real(absolute)).replaceAll('\\', '/')
  const isBelow = below !== '' && !below.startsWith('../') && !path.isAbsolute(below)
  const name = (isBelow ? below : path.basename(absolute)).normalize('NFC')
  const checked = workspacePath(name)
  if (checked !== name || isLeftover(path.posix.basename(name)))
    throw refused('name', badName, typed)
  return name
}

function refused(what: string, words: Wording<Named>, file: string): Failure {
  return failure(`evidence/${what}`, words, { file })
}

function real(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    return file
  }
}

/** True where the same file lies there already. */
function isThere(target: string, typed: string, absolute: string): boolean {
  if (lstatSync(target, { throwIfNoEntry: false }) === undefined) return false
  if (real(target) === real(absolute)) return true
  const isSame =
    statSync(target).size === statSync(absolute).size &&
    readFileSync(target).equals(readFileSync(absolute))
  if (!isSame) throw refused('taken', taken, typed)
  return true
}

function stemOf(name: string): string {
  return path.posix.basename(name).replace(/\.[^.]+$/u, '')
}

/** A key from the file's name: what it may not hold becomes a hyphen. */
function freeId(stem: string, taken: ReadonlySet<string>): string {
  const base = stem.replace(/[\s,，#{}[\]:：]+/gu, '-').replace(/^-+|-+$/gu, '') || 'evidence'
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  return id
}

const kinds: readonly (readonly [string, RegExp])[] = [
  ['certificate', /证书|认证|iso\d|资质|许可/iu],
  ['honour', /奖|荣誉|称号|表彰/u],
  ['rank', /排名|排位|位次/u],
  ['contract', /合同|协议/u],
]

/** What the file's name tells; the rest is left to be found out. */
function entryFor(id: string, file: string): NewEntry {
  const title = stemOf(file)
  const kind = kinds.find(([, sign]) => sign.test(title))?.[0]
  return {
    id,
    fields: {
      title,
      file,
      issuer: '待查',
      issued: '待查',
      ...(kind === 'certificate' ? { expires: '待查' } : {}),
      kind: kind ?? '待查',
    },
  }
}
