import path from 'node:path'
import { isSpecified } from '@ziping/award'
import { type Finding, failure, wording } from '@ziping/diagnostics'
import { maskPersonal } from '@ziping/forms'
import type { FilledForm } from '@ziping/import-docx'
import type { LintSubject } from '@ziping/lint'
import type { Workspace } from '@ziping/report'
import { fillOfficeForm, type OfficeTemplate, readOfficeTemplate } from '@ziping/session'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { findingAsJson, showFindings } from '../print/findings.ts'
import { writeWhole } from '../write-output.ts'
import { readDocx } from './run-import.ts'

const noAction = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: 'form 后面要写 map 或 fill',
    advice: 'ziping form map 列出每项填到哪一格；ziping form fill 填好申报表',
  }),
  en: () => ({
    message: 'form takes map or fill',
    advice: 'ziping form map shows which value goes where; ziping form fill fills the form',
  }),
})

const noTemplate = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明受理机构的 Word 申报表',
    advice: '写在命令后面，或在 ziping.yaml 写一行“formTemplate: 申报表.docx”',
  }),
  en: () => ({
    message: "Which form? The office's Word file is not named",
    advice: 'Name it behind the command, or write “formTemplate: FORM.docx” in ziping.yaml',
  }),
})

const noForm = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '这个奖项方案没有申报表，不知道要填哪些内容',
    advice: '用 ziping awards show 奖项 查看方案里有什么',
  }),
  en: () => ({
    message: 'This award has no form, so there is nothing to fill in',
    advice: 'See what it has with ziping awards show ID',
  }),
})

export async function runForm(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [action, named] = invocation.positionals
  if (action !== 'map' && action !== 'fill') throw failure('usage', noAction, {})
  const subject = await subjectHere(invocation, context)
  const { award, workspace } = subject
  if (!isSpecified(award.forms) || award.forms.length === 0) throw failure('form/none', noForm, {})
  const template = templateOf(named, workspace, context)
  const filled = fillOfficeForm(subject, template)
  const { findings } = filled
  const output =
    action === 'fill' ? write(filled, template, invocation, subject, context) : undefined
  if (invocation.options['json'] === true) context.out(asJson(filled, findings, output, context))
  else showFilled(filled, findings, output, context)
  return exitCodes.fine
}

function templateOf(
  named: string | undefined,
  workspace: Workspace,
  context: Context,
): OfficeTemplate {
  if (named !== undefined) {
    const place = workspace.configFile.placeOf(['award'])
    return { file: path.basename(named), bytes: readDocx(named, context), place }
  }
  const template = readOfficeTemplate(workspace)
  if (template === undefined) throw failure('form/no-template', noTemplate, {})
  return template
}

function write(
  { file }: FilledForm,
  template: OfficeTemplate,
  invocation: Invocation,
  { workspace }: LintSubject,
  context: Context,
): string {
  const asked = textOption(invocation, 'output')
  const target =
    asked === undefined
      ? path.join(workspace.root, workspace.config.paths.dist, path.basename(template.file))
      : path.resolve(context.calledFrom, asked)
  writeWhole(target, file)
  return path.relative(workspace.root, target).replaceAll('\\', '/')
}

function asJson(
  { placed, notPlaced: missing }: FilledForm,
  findings: readonly Finding[],
  output: string | undefined,
  context: Context,
): string {
  const shown = {
    version: 1,
    ...(output === undefined ? {} : { output }),
    placed: placed.map((field) => ({ ...field, value: maskPersonal(field.value) })),
    notPlaced: missing.map((field) => ({ ...field, value: maskPersonal(field.value) })),
    findings: findings.map((finding) => findingAsJson(finding, context)),
  }
  return JSON.stringify(shown, null, 2)
}

const sureness = {
  map: { 'zh-CN': 'formMap 指定', en: 'by formMap' },
  label: { 'zh-CN': '标签一致', en: 'same label' },
  similar: { 'zh-CN': '标签相近，请核对', en: 'similar label, check it' },
} as const

function showFilled(
  { placed, notPlaced: missing }: FilledForm,
  findings: readonly Finding[],
  output: string | undefined,
  context: Context,
): void {
  const lines = placed.map(
    ({ field, label, cell, sure, value }) =>
      `${field}  ${label}  →  ${cell}（${sureness[sure][context.language]}）${value === '' ? '' : `：${maskPersonal(value).replaceAll('\n', ' ').slice(0, 40)}`}`,
  )
  if (output === undefined) context.out(lines.join('\n'))
  else context.out(say(context, `已填好：${output}`, `Filled: ${output}`))
  if (findings.length > 0) context.note(showFindings(findings, context))
  context.note(
    say(
      context,
      `找到位置 ${placed.length} 项，没有找到位置 ${missing.length} 项`,
      `${placed.length} placed, ${missing.length} not placed`,
    ),
  )
}
