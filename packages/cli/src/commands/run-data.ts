import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { failure, nearest, wording } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import { createSubject } from '@ziping/lint'
import { DataFile, readIndicators, readIndicatorsWorkbook } from '@ziping/report'
import type { Invocation } from '../command.ts'
import { type Context, say } from '../context.ts'
import { compareData, type DataDifference } from '../data/compare-data.ts'
import { writeIndicators } from '../data/write-indicators.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { subjectHere } from '../open-subject.ts'
import { differenceAsJson, showDifference } from '../print/data-diff.ts'
import { showFindings } from '../print/findings.ts'
import { writeWhole } from '../write-output.ts'

const noAction = wording<{ readonly meant: string | undefined }>({
  'zh-CN': ({ meant }) => ({
    message: 'data 后面要写 template 或 diff',
    advice:
      meant === undefined
        ? 'ziping data template 生成指标样表；ziping data diff 文件.xlsx 比较'
        : `是不是要用 ziping data ${meant}？`,
  }),
  en: ({ meant }) => ({
    message: 'data takes template or diff',
    advice:
      meant === undefined
        ? 'ziping data template writes a workbook; ziping data diff FILE.xlsx compares'
        : `Did you mean ziping data ${meant}?`,
  }),
})

const noFile = wording<Record<never, never>>({
  'zh-CN': () => ({
    message: '没有写明与哪个文件比较',
    advice: '例如 ziping data diff 财务部交来.xlsx',
  }),
  en: () => ({ message: 'Compare with which file?', advice: 'e.g. ziping data diff new.xlsx' }),
})

const unreadable = wording<{ readonly file: string; readonly reason: string }>({
  'zh-CN': ({ file, reason }) => ({
    message: `${file} 读不了（${reason}）`,
    advice: '核对文件名；文件正在 Excel 或 WPS 中打开时，请先关闭',
  }),
  en: ({ file, reason }) => ({
    message: `${file} cannot be read (${reason})`,
    advice: 'Check its name, and close it where it is open',
  }),
})

const exists = wording<{ readonly file: string }>({
  'zh-CN': ({ file }) => ({
    message: `${file} 已经有了，没有改动`,
    advice: '换一个文件名：ziping data template 文件.xlsx',
  }),
  en: ({ file }) => ({
    message: `${file} exists and was left as it is`,
    advice: 'Choose another name: ziping data template FILE.xlsx',
  }),
})

export async function runData(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [action, file] = invocation.positionals
  if (action === 'template') return writeTemplate(file ?? '指标.xlsx', invocation, context)
  if (action !== 'diff') {
    const meant = action === undefined ? undefined : nearest(action, ['template', 'diff'])
    throw failure('usage', noAction, { meant })
  }
  if (file === undefined) throw failure('usage', noFile, {})
  return showChanges(file, invocation, context)
}

/** The workbook to send round: with the indicators there are, or an example. */
async function writeTemplate(
  file: string,
  invocation: Invocation,
  context: Context,
): Promise<ExitCode> {
  const { indicators, year } = await subjectHere(invocation, context)
  const target = path.resolve(context.calledFrom, file)
  if (existsSync(target)) throw failure('output/exists', exists, { file })
  writeWhole(target, await writeIndicators(indicators, year))
  context.out(say(context, `已写入 ${file}`, `Written: ${file}`))
  context.note(
    say(
      context,
      `填好后另存为申报工程的 data/indicators.xlsx（原来的 indicators.yaml 移走），或先用 ziping data diff ${file} 看有什么变化`,
      `Keep it as data/indicators.xlsx in place of indicators.yaml, or see first what it changes: ziping data diff ${file}`,
    ),
  )
  return exitCodes.fine
}

async function showChanges(
  file: string,
  invocation: Invocation,
  context: Context,
): Promise<ExitCode> {
  const before = await subjectHere(invocation, context)
  const read = readOther(path.resolve(context.calledFrom, file), file)
  const workspace = { ...before.workspace, indicators: read.data }
  const after = createSubject(workspace, before.report, await loadCodeLists(before.award), {
    ...(before.date === undefined ? {} : { date: before.date }),
    files: before.files,
  })
  const findings = [...read.findings, ...(await read.data.check('indicators'))]
  const difference: DataDifference = compareData(before, after, context.language)
  if (invocation.options['json'] === true)
    context.out(JSON.stringify(differenceAsJson(difference, findings, context), null, 2))
  else {
    if (findings.length > 0) context.note(`${showFindings(findings, context)}\n`)
    const nothing = readIndicators(read.data).all.length === 0
    if (!nothing || findings.length === 0) context.out(showDifference(difference, context))
  }
  return findings.some(({ severity }) => severity === 'error') ? exitCodes.findings : exitCodes.fine
}

/** A workbook, or the YAML of another day. */
function readOther(
  target: string,
  file: string,
): { readonly data: DataFile; readonly findings: DataFile['findings'] } {
  const bytes = contentOf(target, file)
  if (/\.ya?ml$/iu.test(file)) {
    const data = new DataFile(file, bytes.toString('utf8'))
    return { data, findings: data.findings }
  }
  const { text, findings } = readIndicatorsWorkbook(file, bytes)
  return { data: new DataFile(file, text), findings }
}

function contentOf(target: string, file: string): Buffer {
  try {
    return readFileSync(target)
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw failure('data/unreadable', unreadable, { file, reason }, { cause })
  }
}
