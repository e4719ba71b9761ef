import type { Finding } from '@ziping/diagnostics'
import type { Overlay } from '@ziping/report'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { type AskedWorkspace, askedFiles, isAsked } from '../lint/asked-files.ts'
import { checkChosen } from '../lint/choose-rules.ts'
import { countFindings } from '../lint/count-findings.ts'
import { fixWorkspace } from '../lint/fix-workspace.ts'
import { factsHere } from '../lint/kept-facts.ts'
import { type LintOptions, lintOptions } from '../lint/lint-options.ts'
import {
  type JudgedWorkspace,
  type LintedWorkspace,
  lintWorkspace,
} from '../lint/lint-workspace.ts'
import { pipedFile } from '../lint/piped-file.ts'
import { longRun, shortRun } from '../lint/short-run.ts'
import { noteNotRun } from '../lint/team-rules.ts'
import { workspaceHere } from '../open-workspace.ts'
import { printLint } from '../print/lint.ts'

export async function runLint(invocation: Invocation, context: Context): Promise<ExitCode> {
  const options = lintOptions(invocation)
  const lint = (one: Context): Promise<ExitCode> => lintNow(invocation, options, one)
  if (!options.watch) {
    shortRun()
    return lint(context)
  }
  const { workspaces } = await whatToLint(invocation, { ...context, note: () => undefined })
  // Nothing to watch: that is said as it is without --watch.
  if (workspaces.length === 0) return lint(context)
  const { watchLint } = await import('../lint/watch-lint.ts')
  return watchLint(
    workspaces.map(({ root }) => root),
    lint,
    context,
  )
}

async function lintNow(
  invocation: Invocation,
  options: LintOptions,
  context: Context,
): Promise<ExitCode> {
  const { workspaces, overlay } = await whatToLint(invocation, context)
  if (workspaces.length === 0) return exitCodes.failure
  const linted: LintedWorkspace[] = []
  if (workspaces.length > 1) longRun()
  for (const asked of workspaces)
    linted.push(await lintAsked(asked, { options, overlay, invocation, context }))
  checkChosen(options.choices.severities, linted)
  for (const { notRun } of linted) noteNotRun(notRun, context)
  if (options.baseline?.write === true) return exitCodes.fine
  const shown = printLint(linted, textOption(invocation, 'format'), context)
  if (shown !== '') context.out(shown)
  return exitCode(linted, options.mostWarnings, context)
}

async function whatToLint(
  invocation: Invocation,
  context: Context,
): Promise<{ readonly workspaces: readonly AskedWorkspace[]; readonly overlay?: Overlay }> {
  const piped = await pipedFile(invocation, context)
  if (piped !== undefined) return piped
  if (invocation.positionals.length === 0) return { workspaces: [{ root: workspaceHere(context) }] }
  const { workspaces, outside, absent } = askedFiles(invocation.positionals, context.cwd)
  for (const name of absent)
    context.note(say(context, `没有 ${name} 这个文件，没有检查`, `There is no file ${name}`))
  for (const name of outside)
    context.note(
      say(
        context,
        `${name} 不在任何申报工程（ziping.yaml）中，没有检查`,
        `${name} belongs to no workspace (ziping.yaml) and was not checked`,
      ),
    )
  return { workspaces }
}

interface Asking {
  readonly options: LintOptions
  readonly overlay: Overlay | undefined
  readonly invocation: Invocation
  readonly context: Context
}

/** One workspace: all of it is read, what was asked for is kept. */
async function lintAsked(asked: AskedWorkspace, asking: Asking): Promise<LintedWorkspace> {
  const { options, overlay, context } = asking
  const { root } = asked
  const lint = (texts: Overlay | undefined): Promise<LintedWorkspace> =>
    lintWorkspace(
      root,
      options.choices,
      { ...asking, factsOf: factsHere(asking.invocation, context) },
      texts,
    ).then(withoutSubject)
  const wanted = (file: string): boolean => isAsked(file, asked)
  let linted: LintedWorkspace
  if (options.fix) {
    const fixed = await fixWorkspace(lint, wanted)
    noteFixes(fixed.fixes, context)
    linted = fixed.linted
  } else linted = await lint(overlay)
  const standing = await withoutKnown(linted, options.baseline, context)
  return { ...linted, findings: standing.filter(({ place }) => wanted(place.file)) }
}

/** What was parsed may go: of a hundred reports it would fill the memory until all are printed. */
function withoutSubject({ subject: _, workspace, ...linted }: JudgedWorkspace): LintedWorkspace {
  return { ...linted, workspace: { config: workspace.config } }
}

/** Leaves out what the baseline holds, or makes it hold everything. */
async function withoutKnown(
  linted: LintedWorkspace,
  baseline: LintOptions['baseline'],
  context: Context,
): Promise<readonly Finding[]> {
  if (baseline === undefined) return linted.findings
  const { leaveOutKnown, recordFindings } = await import('../lint/baseline-file.ts')
  const { file } = baseline
  if (!baseline.write) return leaveOutKnown(linted, file)
  recordFindings(linted, file)
  const count = linted.findings.length
  context.note(say(context, `${file} 记下了 ${count} 处问题`, `${file} records ${count} findings`))
  return []
}

function noteFixes(fixes: ReadonlyMap<string, number>, context: Context): void {
  for (const [file, count] of fixes)
    context.note(say(context, `${file}：改正了 ${count} 处`, `${file}: ${count} mended`))
}

function exitCode(
  linted: readonly LintedWorkspace[],
  mostWarnings: number | undefined,
  context: Context,
): ExitCode {
  const { errors, warnings } = countFindings(linted.flatMap(({ findings }) => findings))
  if (errors > 0) return exitCodes.findings
  if (mostWarnings === undefined || warnings <= mostWarnings) return exitCodes.fine
  context.note(
    say(
      context,
      `警告 ${warnings} 处，多于 --max-warnings 允许的 ${mostWarnings} 处`,
      `${warnings} warnings, more than the ${mostWarnings} that --max-warnings allows`,
    ),
  )
  return exitCodes.findings
}
