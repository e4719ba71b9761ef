import { setFlagsFromString } from 'node:v8'
import { Failure, type Finding, failure, wording } from '@ziping/diagnostics'
import { machineOf } from '@ziping/pdf'
import {
  type BuildFormat,
  type Built,
  buildDocuments,
  openPress,
  type Press,
  type WarmBrowser,
  warmBrowser,
} from '@ziping/session'
import { cacheFolder } from '../cache-folder.ts'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { countFindings } from '../lint/count-findings.ts'
import { lintOptions } from '../lint/lint-options.ts'
import { type JudgedWorkspace, lintWorkspace } from '../lint/lint-workspace.ts'
import { workspaceHere } from '../open-workspace.ts'
import { buildAsJson } from '../print/build-json.ts'
import { showBuildStep } from '../print/build-progress.ts'
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
  keepYoungSmall()
  const formats = formatsOf(invocation)
  const { choices } = lintOptions(invocation)
  await using warm = formats.has('pdf')
    ? warmBrowser(machineOf(context.env), textOption(invocation, 'browser'))
    : undefined
  const linted = await lintWorkspace(workspaceHere(context), choices, { invocation, context })
  const draft = invocation.options['draft'] === true
  const { errors } = countFindings(linted.findings)
  if (errors > 0 && !draft) return refuse(linted, invocation, context)
  await using press = pressFor(formats, linted, warm, { invocation, context })
  const built = await buildDocuments({
    subject: linted.subject,
    documents: invocation.positionals,
    formats,
    date: dateOf(linted),
    press,
    cacheFolder: cacheFolder(context.env, 'build'),
    onProgress: showBuildStep(context),
    ...(draft
      ? { draft: { label: textOption(invocation, 'label') ?? '', date: dateOf(linted) } }
      : {}),
  })
  showBuilt(built, invocation, context)
  return countFindings(built.findings).errors > 0 && !draft ? exitCodes.findings : exitCodes.fine
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
function dateOf({ subject }: JudgedWorkspace): string {
  return subject.date ?? '1980-01-01'
}

/** Word files can be made without a browser: then only diagrams are left out. */
function pressFor(
  formats: ReadonlySet<BuildFormat>,
  { workspace }: JudgedWorkspace,
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
}
