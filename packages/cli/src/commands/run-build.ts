import path from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Failure, type Finding, failure, wording } from '@ziping/diagnostics'
import { waiveLater } from '@ziping/lint'
import { clearUnfinished, machineOf } from '@ziping/pdf'
import {
  type BuildFormat,
  type Built,
  buildDocuments,
  openPress,
  type Press,
  StandingBooks,
  type WarmBrowser,
  warmBrowser,
} from '@ziping/session'
import { cacheFolder } from '../cache-folder.ts'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { countFindings } from '../lint/count-findings.ts'
import { lintOptions } from '../lint/lint-options.ts'
import {
  type JudgedWorkspace,
  readForLint,
  type UnjudgedWorkspace,
} from '../lint/lint-workspace.ts'
import { shortRun } from '../lint/short-run.ts'
import { workspaceHere } from '../open-workspace.ts'
import { buildAsJson } from '../print/build-json.ts'
import { showBuildProgress } from '../print/build-progress.ts'
import { showFindings } from '../print/findings.ts'

const badFormat = wording<{ readonly typed: string }>({
  'zh-CN': ({ typed }) => ({
    message: `--format 里的“${typed}”不是能做的格式`,
    advice: '可以写 pdf、docx，两种都要写 docx,pdf',
  }),
  en: ({ typed }) => ({
    message: `“${typed}” in --format is no format that can be made`,
    advice: 'Write pdf, docx, or docx,pdf for both',
  }),
})

/** Lints, and where nothing stands in the way prints. */
export async function runBuild(invocation: Invocation, context: Context): Promise<ExitCode> {
  const formats = formatsOf(invocation)
  if (formats.has('docx')) keepYoungSmall()
  // Alone it is made in a second; what is printed draws charts, and goes on for longer.
  if (!formats.has('pdf') && invocation.options['watch'] !== true) shortRun()
  await using warm = formats.has('pdf')
    ? warmBrowser(machineOf(context.env), textOption(invocation, 'browser'))
    : undefined
  const root = workspaceHere(context)
  // Awaited here: the browser is closed when this function ends.
  if (invocation.options['watch'] !== true)
    return await buildNow(invocation, context, { formats, warm })
  const tools = { formats, warm, standing: new StandingBooks(root) }
  const build = (one: Context): Promise<ExitCode> => {
    // What a round says is held until it has ended, and that may take a while.
    context.note(say(context, '正在检查和排版……', 'Checking and laying out …'))
    return buildNow(invocation, one, tools)
  }
  const { watchLint } = await import('../lint/watch-lint.ts')
  return await watchLint([root], build, context)
}

/** What is kept from one build to the next while `--watch` goes on. */
interface BuildTools {
  readonly formats: ReadonlySet<BuildFormat>
  readonly warm: WarmBrowser | undefined
  readonly standing?: StandingBooks
}

async function buildNow(
  invocation: Invocation,
  context: Context,
  { formats, warm, standing }: BuildTools,
): Promise<ExitCode> {
  const { choices } = lintOptions(invocation)
  const read = await readForLint(workspaceHere(context), choices, { invocation, context })
  clearUnfinished(path.join(read.root, read.workspace.config.paths.dist))
  const draft = invocation.options['draft'] === true
  let judged: JudgedWorkspace | undefined
  const judge = (): JudgedWorkspace => {
    judged ??= read.judge()
    return judged
  }
  const progress = showBuildProgress(context)
  const mayWrite = (): boolean => draft || countFindings(judge().findings).errors === 0
  const how = JSON.stringify([[...formats], draft, dateOf(read), read.workspace.config.fonts])
  try {
    const press = pressFor(formats, read, warm, { invocation, context })
    // A browser that was started before goes on to the next build.
    await using _ = warm === undefined ? press : undefined
    const built = await buildDocuments({
      subject: read.subject,
      documents: invocation.positionals,
      formats,
      date: dateOf(read),
      press,
      cacheFolder: cacheFolder(context.env, 'build'),
      onProgress: progress.step,
      ...(standing && { isStanding: (book) => standing.isStanding(book, how) }),
      // The rules run while the browser is at work; nothing is written before they have agreed.
      permit: () => {
        if (!mayWrite()) throw new Error('nothing may be written')
      },
      ...(draft
        ? { draft: { label: textOption(invocation, 'label') ?? '', date: dateOf(read) } }
        : {}),
    })
    // Where every book stands already, nobody has asked the rules yet.
    if (!mayWrite()) return refuse(judge(), invocation, context)
    standing?.written()
    progress.end()
    const { findings } = waiveLater(built.findings, read.subject)
    showBuilt({ ...built, findings }, invocation, context)
    return countFindings(findings).errors > 0 && !draft ? exitCodes.findings : exitCodes.fine
  } catch (cause) {
    standing?.notWritten()
    // Whatever else went wrong: what the writers have to mend comes first.
    if (mayWrite()) throw cause
    return refuse(judge(), invocation, context)
  }
}

/**
 * Writing a book makes very many objects that live for a moment, and the room V8 gives to young objects grows with them:
 * kept as it is, a report with 30 MB of pictures takes 60 MB less and no longer (Node 24).
 */
function keepYoungSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1')
}

function formatsOf(invocation: Invocation): ReadonlySet<BuildFormat> {
  const typed = (textOption(invocation, 'format') ?? 'docx,pdf').split(/[,，、\s]+/u)
  return new Set(
    typed.map((one) => {
      if (one !== 'pdf' && one !== 'docx') throw failure('usage', badFormat, { typed: one })
      return one
    }),
  )
}

/** The day in the files; a workspace without any date says the epoch's first day rather than the clock's. */
function dateOf({ subject }: UnjudgedWorkspace): string {
  return subject.date ?? '1980-01-01'
}

/** Word files can be made without a browser: then only diagrams are left out. */
function pressFor(
  formats: ReadonlySet<BuildFormat>,
  { workspace }: UnjudgedWorkspace,
  warm: WarmBrowser | undefined,
  { invocation, context }: { readonly invocation: Invocation; readonly context: Context },
): Press | undefined {
  const browser = textOption(invocation, 'browser')
  try {
    const settings = {
      ...(browser === undefined ? {} : { browser }),
      fonts: workspace.config.fonts ?? {},
      root: workspace.root,
    }
    const press = openPress(machineOf(context.env), settings, warm)
    // Without fonts nothing can be drawn, but a Word file can be written.
    if (!formats.has('pdf')) press.fonts()
    return press
  } catch (cause) {
    if (formats.has('pdf') || !(cause instanceof Failure)) throw cause
    return undefined
  }
}

function refuse(linted: JudgedWorkspace, invocation: Invocation, context: Context): ExitCode {
  const errors = linted.findings.filter(({ severity }) => severity === 'error')
  if (invocation.options['json'] === true)
    context.out(JSON.stringify(buildAsJson([], errors, context), null, 2))
  else context.note(showFindings(errors, context))
  context.note(
    say(
      context,
      `有 ${errors.length} 处错误，没有印；改正后再印，或用 --draft 印草稿`,
      `${errors.length} errors, nothing was printed; mend them, or print a draft with --draft`,
    ),
  )
  return exitCodes.findings
}

function showBuilt(
  { outputs, findings, substitutions }: Built,
  invocation: Invocation,
  context: Context,
): void {
  for (const { words } of substitutions) {
    const { message, advice } = words[context.language]
    context.note(advice === '' ? message : `${message}\n  ${advice}`)
  }
  if (invocation.options['json'] === true) {
    context.out(JSON.stringify(buildAsJson(outputs, findings, context), null, 2))
    return
  }
  const shown: readonly Finding[] = findings
  if (shown.length > 0) context.note(showFindings(shown, context))
  for (const { path, pages, bytes, pageNumbers } of outputs) {
    const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
    const counted = pages === undefined ? '' : say(context, `${pages} 页，`, `${pages} pages, `)
    const guessed =
      pageNumbers === 'estimated'
        ? say(
            context,
            '（目录页码是估算的：先印 PDF 就准）',
            ' (page numbers are estimated: print the PDF for exact ones)',
          )
        : ''
    context.out(`${path}  ${counted}${size}${guessed}`)
  }
  if (outputs.length === 0)
    context.note(say(context, '没有要重印的材料', 'Nothing needs to be printed anew'))
}
