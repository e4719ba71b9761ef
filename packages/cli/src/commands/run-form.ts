import path from 'node:path'
import { isSpecified } from '@ziping/award'
import { defineFinding, type Finding, failure, wording } from '@ziping/diagnostics'
import { loadCodeLists, maskPersonal, printForm } from '@ziping/forms'
import { type FilledForm, type FormMap, fillForm, type UnplacedField } from '@ziping/import-docx'
import { createSubject, type LintSubject } from '@ziping/lint'
import { type Workspace, workspacePath } from '@ziping/report'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { parseWorkspace, workspaceHere } from '../open-workspace.ts'
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

const outside = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `ziping.yaml 里的 formTemplate（${file}）不在申报工程的文件夹里`,
    advice: '把申报表复制到申报工程里，再写相对路径',
  }),
  en: ({ file }) => ({
    message: `formTemplate in ziping.yaml (${file}) is not in the workspace`,
    advice: 'Copy the form into the workspace and write its path from there',
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

const notPlaced = defineFinding<UnplacedField & { readonly template: string }>({
  rule: 'field-not-placed',
  messageId: 'absent',
  severity: 'warning',
  words: wording<UnplacedField & { readonly template: string }>({
    'zh-CN': ({ field, label, value, template, why }) => ({
      message: `“${label}”（${field}）没有填进 ${template}：${why === 'no-label' ? '找不到对应的格子' : '格子里没有位置'}，内容为“${maskPersonal(value)}”`,
      advice: `在 ziping.yaml 的 formMap 下写一行“${field}: 表1第2行第3格”（或写表中的标签），或在填好的文件里手工填写`,
    }),
    en: ({ field, label, value, template, why }) => ({
      message: `“${label}” (${field}) was not placed in ${template}: ${why === 'no-label' ? 'no cell for it was found' : 'its cell has no room'}; it is “${maskPersonal(value)}”`,
      advice: `Write “${field}: 表1第2行第3格” (or the form's own label) under formMap in ziping.yaml, or fill it in by hand`,
    }),
  }),
})

export async function runForm(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [action, named] = invocation.positionals
  if (action !== 'map' && action !== 'fill') throw failure('usage', noAction, {})
  const subject = await subjectHere(invocation, context)
  const { award, workspace } = subject
  if (!isSpecified(award.forms) || award.forms.length === 0) throw failure('form/none', noForm, {})
  const template = templateOf(named, workspace)
  const filled = fillForm(readDocx(template, context), {
    file: path.basename(template),
    forms: award.forms.map((form) => printForm(form, subject.form.values, subject.year)),
    map: formMapOf(workspace),
  })
  const place = workspace.configFile.placeOf([named === undefined ? 'formTemplate' : 'award'])
  const findings = filled.notPlaced.map((field) =>
    notPlaced(place, { ...field, template: path.basename(template) }),
  )
  const output =
    action === 'fill' ? write(filled, template, invocation, subject, context) : undefined
  if (invocation.options['json'] === true) context.out(asJson(filled, findings, output, context))
  else showFilled(filled, findings, output, context)
  return exitCodes.fine
}

async function subjectHere(invocation: Invocation, context: Context): Promise<LintSubject> {
  const parsed = await parseWorkspace(workspaceHere(context), invocation, context)
  const codes = await loadCodeLists(parsed.award)
  return createSubject(parsed.workspace, parsed.report, codes, { found: parsed.findings })
}

function templateOf(named: string | undefined, { config, configFile, root }: Workspace): string {
  if (named !== undefined) return named
  const { formTemplate } = config
  if (formTemplate === undefined) throw failure('form/no-template', noTemplate, {})
  const place = configFile.placeOf(['formTemplate'])
  const found = workspacePath(formTemplate)
  if (found === 'leaves-workspace' || found === 'reserved-name' || found === 'illegal-character')
    throw failure('form/outside', outside, { file: formTemplate }, { place })
  return path.join(root, found)
}

function formMapOf({ configFile }: Workspace): FormMap {
  const config = configFile.value
  const map =
    typeof config === 'object' && config !== null && 'formMap' in config ? config.formMap : {}
  const entries = Object.entries(typeof map === 'object' && map !== null ? map : {})
  return new Map(entries.map(([field, cell]) => [field, String(cell)]))
}

function write(
  { file }: FilledForm,
  template: string,
  invocation: Invocation,
  { workspace }: LintSubject,
  context: Context,
): string {
  const asked = textOption(invocation, 'output')
  const target =
    asked === undefined
      ? path.join(workspace.root, workspace.config.paths.dist, path.basename(template))
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
