import { mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { type Finding, failure, nearest, wording } from '@ziping/diagnostics'
import { checkEvidenceFiles, copyEvidence, listEvidence, planEvidence } from '@ziping/evidence'
import type { LintSubject } from '@ziping/lint'
import type { Invocation } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { evidenceAsJson, showEvidence } from '../print/evidence.ts'
import { showFindings } from '../print/findings.ts'
import { writeWhole } from '../write-output.ts'

const noSuch = wording<{ readonly typed: string; readonly meant: string | undefined }>({
  'zh-CN': ({ typed, meant }) => ({
    message: `evidence 后面不能写“${typed}”`,
    advice:
      meant === undefined
        ? 'ziping evidence 列出目录；ziping evidence add 文件… 登记文件'
        : `是不是要用 ziping evidence ${meant}？`,
  }),
  en: ({ typed, meant }) => ({
    message: `“${typed}” cannot follow evidence`,
    advice:
      meant === undefined
        ? 'ziping evidence lists, ziping evidence add FILE… registers'
        : `Did you mean ziping evidence ${meant}?`,
  }),
})

const noFiles = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明要登记哪些文件',
    advice: '例如 ziping evidence add 质量管理体系认证证书.pdf',
  }),
  en: () => ({ message: 'Register which files?', advice: 'e.g. ziping evidence add iso9001.pdf' }),
})

const brokenIndex = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `${file} 写法有误，没有登记新的文件`,
    advice: '先按 ziping lint 的提示改好',
  }),
  en: ({ file }) => ({
    message: `${file} is not sound, so nothing was registered`,
    advice: 'Mend what ziping lint says first',
  }),
})

export async function runEvidence(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [action, ...files] = invocation.positionals
  if (action === 'add') return add(files, invocation, context)
  if (action !== undefined)
    throw failure('usage', noSuch, { typed: action, meant: nearest(action, ['add']) })
  return list(invocation, context)
}

async function list(invocation: Invocation, context: Context): Promise<ExitCode> {
  const subject = await subjectHere(invocation, context)
  const listed = listEvidence(subject.evidence, subject)
  const findings = invocation.options['files'] === true ? await health(subject, context) : []
  if (invocation.options['json'] === true)
    context.out(JSON.stringify(evidenceAsJson(listed, findings, context), null, 2))
  else {
    context.out(showEvidence(listed, subject.date, context))
    if (findings.length > 0) context.out(`\n${showFindings(findings, context)}`)
    else if (invocation.options['files'] === true)
      context.out(`\n${say(context, '各文件都能打开、看得清', 'Every file opens and is legible')}`)
  }
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine
}

function health(subject: LintSubject, context: Context): Promise<readonly Finding[]> {
  return checkEvidenceFiles({
    ...subject,
    onFile: (file, index, count) => {
      if (context.isScreen)
        context.note(`${say(context, '检查', 'Checking')} ${index}/${count}  ${file}`)
    },
  })
}

async function add(
  typed: readonly string[],
  invocation: Invocation,
  context: Context,
): Promise<ExitCode> {
  if (typed.length === 0) throw failure('usage', noFiles, {})
  const { workspace, evidence } = await subjectHere(invocation, context)
  const { paths } = workspace.config
  const folder = path.join(workspace.root, paths.evidence)
  const index = `${paths.evidence}/evidence.yaml`
  if ((workspace.evidence?.findings.length ?? 0) > 0)
    throw failure('evidence/index-broken', brokenIndex, { file: index })
  mkdirSync(folder, { recursive: true })
  const file = path.join(workspace.root, index)
  const addition = planEvidence({
    folder,
    text:
      statSync(file, { throwIfNoEntry: false }) === undefined
        ? undefined
        : readFileSync(file, 'utf8'),
    known: evidence.all,
    files: typed.map((one) => ({ typed: one, absolute: path.resolve(context.calledFrom, one) })),
  })
  copyEvidence(folder, addition)
  writeWhole(file, addition.text)
  for (const { name, isCopied, entry } of addition.files)
    context.out(
      say(
        context,
        `${entry.id}  ${name}${isCopied ? '（已复制到 evidence/）' : ''}  引用：（见[证](#${entry.id})）`,
        `${entry.id}  ${name}${isCopied ? ' (copied into evidence/)' : ''}  refer to it by [证](#${entry.id})`,
      ),
    )
  context.note(
    say(
      context,
      `已登记 ${addition.files.length} 个文件；颁发机构、日期、种类写的是“待查”，请在 ${index} 中补上（ziping open 列出待查的内容）`,
      `${addition.files.length} registered; fill in issuer, dates and kind in ${index} (ziping open lists what is open)`,
    ),
  )
  return exitCodes.fine
}
