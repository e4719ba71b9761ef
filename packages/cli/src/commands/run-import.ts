import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Award } from '@ziping/award'
import { failure, wording } from '@ziping/diagnostics'
import { type ImportedReport, importDocx, type Loss } from '@ziping/import-docx'
import { openReport, readWorkspace, type Workspace } from '@ziping/report'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { chooseAward, workspaceHere } from '../open-workspace.ts'
import { chapters } from '../skeleton.ts'
import { writeWhole } from '../write-output.ts'

const noFile = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明要导入哪个文件',
    advice: '例如：ziping import 去年的自评报告.docx',
  }),
  en: () => ({
    message: 'Which file is to be imported?',
    advice: 'E.g.: ziping import report.docx',
  }),
})

const notReadable = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `读不到 ${file}（${reason}）`,
    advice: '检查文件名和所在文件夹；文件名含空格时加引号',
  }),
  en: ({ file, reason }) => ({
    message: `${file} cannot be read (${reason})`,
    advice: 'Check its name and folder; quote a name with spaces',
  }),
})

const inTheWay = wording<{ readonly files: readonly string[] }>({
  'zh-CN': ({ files }) => ({
    message: `${files.join('、')} 已经写着同样的条款，没有写入任何文件`,
    advice: '用 --into 文件夹 写到别处比对；确定要覆盖时加 --force',
  }),
  en: ({ files }) => ({
    message: `${files.join(', ')} answer the same clauses already; nothing was written`,
    advice: 'Write elsewhere with --into DIR and compare; --force replaces them',
  }),
})

const nothingIn = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `${file} 里没有可导入的正文`,
    advice: '用 Word 或 WPS 打开看看：正文可能全是图片',
  }),
  en: ({ file }) => ({
    message: `${file} holds no text to import`,
    advice: 'Open it in Word or WPS: its text may all be pictures',
  }),
})

export async function runImport(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [named] = invocation.positionals
  if (named === undefined) throw failure('usage', noFile, {})
  const root = workspaceHere(context)
  const workspace = readWorkspace(root)
  const award = await chooseAward(workspace, textOption(invocation, 'award'))
  const into = textOption(invocation, 'into')
  const folder = into === undefined ? root : path.resolve(context.calledFrom, into)
  const imported = importDocx(readDocx(named, context), {
    award,
    file: path.basename(named),
    isTaken: (file) => existsSync(path.join(folder, file)),
  })
  if (imported.files.length === 0) throw failure('import/nothing', nothingIn, { file: named })
  const standing = into === undefined ? chaptersOn(imported.clauses, workspace, award) : []
  const outlines = untouched(standing, workspace, award)
  const taken = imported.files
    .map((file) => file.path)
    .filter((file) => existsSync(path.join(folder, file)))
  const existing = [...new Set([...standing, ...taken])].filter((file) => !outlines.includes(file))
  if (existing.length > 0 && invocation.options['force'] !== true)
    throw failure('import/in-the-way', inTheWay, { files: existing })
  for (const file of imported.files) writeWhole(path.join(folder, file.path), file.content)
  const written = new Set(imported.files.map((file) => file.path))
  for (const file of outlines) if (!written.has(file)) rmSync(path.join(folder, file))
  const shown = invocation.options['json'] === true ? asJson(imported) : asText(imported, context)
  context.out(shown)
  return exitCodes.fine
}

/** Chapters of the workspace about any of these clauses: with what is imported, a clause would be answered twice. */
function chaptersOn(
  clauses: readonly string[],
  workspace: Workspace,
  award: Award,
): readonly string[] {
  const { sections } = openReport(workspace, award)
  const about = sections.filter(({ clause }) => clauses.includes(clause.id))
  return [...new Set(about.map(({ file }) => file))]
}

/** Outlines that nobody has written in since `init` made them: they give way. */
function untouched(
  files: readonly string[],
  { documents }: Workspace,
  award: Award,
): readonly string[] {
  const made = new Map(chapters(award).map(({ path: file, text }) => [file, text]))
  return documents
    .filter(({ path: file, text }) => files.includes(file) && made.get(file) === text)
    .map(({ path: file }) => file)
}

/** A file as the user names it, relative to where they stand. */
export function readDocx(named: string, context: Context): Uint8Array {
  try {
    return readFileSync(path.resolve(context.calledFrom, named))
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw failure('import/not-readable', notReadable, { file: named, reason }, { cause })
  }
}

function asJson({ files, losses, clauses }: ImportedReport): string {
  const lost = losses.map(({ id, kind, what, count, texts }) => ({
    id,
    kind,
    what: what['zh-CN'],
    count,
    texts,
  }))
  return JSON.stringify(
    { version: 1, files: files.map((file) => file.path), clauses, lost },
    null,
    2,
  )
}

function asText({ files, losses, clauses }: ImportedReport, context: Context): string {
  const texts = files.filter((file) => typeof file.content === 'string')
  const pictures = files.length - texts.length
  const head = say(
    context,
    `已写入 ${texts.length} 个章节、${pictures} 张图片，对应 ${clauses.length} 个条款：`,
    `Written: ${texts.length} chapters, ${pictures} pictures; ${clauses.length} clauses recognised:`,
  )
  const lines = texts.map((file) => `  ${file.path}`)
  if (losses.length === 0) return [head, ...lines].join('\n')
  const title = say(context, '没有带入或有改动的内容：', 'Left out or changed:')
  return [head, ...lines, title, ...losses.flatMap((loss) => lossLines(loss, context))].join('\n')
}

const mostTexts = 5

function lossLines({ what, count, texts }: Loss, context: Context): readonly string[] {
  const times = count > 1 ? say(context, `（${count} 处）`, ` (${count})`) : ''
  const shown = texts.slice(0, mostTexts).map((text) => `      ${shorten(text)}`)
  const left = texts.length - shown.length
  const more = say(
    context,
    `      …… 还有 ${left} 处，全部见 --json`,
    `      … ${left} more with --json`,
  )
  return [`  - ${what[context.language]}${times}`, ...shown, ...(left > 0 ? [more] : [])]
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
