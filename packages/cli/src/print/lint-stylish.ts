import path from 'node:path'
import { listNotSpecified } from '@ziping/award'
import { type Finding, type Place, showPlace } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'
import { countFindings } from '../lint/count-findings.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import { codeFrame } from './code-frame.ts'

/** Findings for a person: the line with the place marked, what is wrong, what to do about it. */
export function showLint(linted: readonly LintedWorkspace[], context: Context): string {
  const several = linted.length > 1
  const parts = linted.flatMap((workspace) => [
    ...(several ? [context.style.bold(folderOf(workspace, context))] : []),
    ...workspace.findings.map((finding) => showFinding(finding, workspace, context)),
    ...notChecked(workspace, context),
  ])
  return [...parts, summary(linted, context)].join('\n\n')
}

function folderOf({ root }: LintedWorkspace, { calledFrom }: Context): string {
  return path.relative(calledFrom, root) || '.'
}

function showFinding(finding: Finding, workspace: LintedWorkspace, context: Context): string {
  const { style, language } = context
  const { message, advice } = finding.words[language]
  const related = (finding.related ?? []).map(
    ({ place, words }) => `  ${style.cyan(showPlace(place))}  ${style.dim(words[language])}`,
  )
  return [
    `${style.cyan(showPlace(finding.place))}  ${severityWord(finding, context)}  ${style.dim(finding.rule)}`,
    ...frame(finding.place, workspace, context),
    `  ${message}`,
    ...(advice === '' ? [] : [`  ${say(context, '怎么改：', 'How to mend it: ')}${advice}`]),
    ...related,
  ].join('\n')
}

function severityWord({ severity }: Finding, context: Context): string {
  const { style } = context
  switch (severity) {
    case 'error':
      return style.red(say(context, '错误', 'error'))
    case 'warning':
      return style.yellow(say(context, '警告', 'warning'))
    case 'info':
      return style.dim(say(context, '提示', 'info'))
    default:
      return severity satisfies never
  }
}

function frame(
  place: Place,
  linted: LintedWorkspace,
  { style, columns }: Context,
): readonly string[] {
  const line = linted.sources.line(place.file, place.line)
  if (line === undefined || line.trim() === '' || !maySee(place, linted)) return []
  const number = String(place.line)
  const to = place.endLine === place.line ? place.endColumn : line.length + 1
  const shown = codeFrame(
    line,
    { from: place.column, to },
    Math.max(40, columns - number.length - 6),
  )
  return [
    `  ${style.dim(`${number} │`)} ${shown.line}`,
    `  ${style.dim(`${' '.repeat(number.length)} │`)} ${style.red(shown.marks)}`,
  ]
}

/** A whole file is no place to point at; the form's lines may hold what is personal, even mistyped. */
function maySee(place: Place, { workspace }: LintedWorkspace): boolean {
  const { applicant, formData } = workspace.config.paths
  const wholeFile =
    place.line === 1 && place.column === 1 && place.endLine === 1 && place.endColumn === 1
  return !wholeFile && place.file !== applicant && place.file !== formData
}

/** What a finding could have been about, had the notice said it. */
const concernsLint = [
  'year',
  'schedule',
  'schedule.closes',
  'dimensions',
  'windows',
  'limits',
  'forms',
]

function notChecked({ award, workspace }: LintedWorkspace, context: Context): readonly string[] {
  const { year, deadline } = workspace.config
  const given = new Set([
    ...(year === undefined ? [] : ['year']),
    ...(deadline === undefined ? [] : ['schedule', 'schedule.closes']),
  ])
  const names = listNotSpecified(award)
    .filter(({ id }) => concernsLint.includes(id) && !given.has(id))
    .map(({ name }) => name[context.language])
  if (names.length === 0) return []
  const words = say(
    context,
    `通知没有规定、因而没有检查：${names.join('、')}`,
    `Not specified by this award, so not checked: ${names.join(', ')}`,
  )
  return [context.style.dim(words)]
}

function summary(linted: readonly LintedWorkspace[], context: Context): string {
  const { style } = context
  const { errors, warnings, infos, fixable } = countFindings(
    linted.flatMap(({ findings }) => findings),
  )
  if (errors + warnings + infos === 0)
    return style.green(say(context, '没有发现问题', 'No findings'))
  const counts = say(
    context,
    `${errors} 处错误，${warnings} 处警告，${infos} 处提示`,
    `${errors} errors, ${warnings} warnings, ${infos} infos`,
  )
  const coloured = errors > 0 ? style.red(counts) : warnings > 0 ? style.yellow(counts) : counts
  const mendable = say(
    context,
    `；其中 ${fixable} 处可用 ziping lint --fix 改正`,
    `; ${fixable} of them can be mended by ziping lint --fix`,
  )
  return `${coloured}${fixable === 0 ? '' : mendable}`
}
