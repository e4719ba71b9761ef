import path from 'node:path'
import {
  checkAwardFile,
  type ListedAward,
  listAwards,
  loadAward,
  notSpecified,
} from '@ziping/award'
import { failure, nearest, wording } from '@ziping/diagnostics'
import { type Invocation, textOption } from '../command.ts'
import { type Context, say } from '../context.ts'
import { type ExitCode, exitCodes } from '../exit-codes.ts'
import { awardAsJson } from '../print/award-json.ts'
import { showAward } from '../print/award-text.ts'
import { findingAsJson, showFindings } from '../print/findings.ts'
import { displayWidth } from '../print/width.ts'

const notAWay = wording<{ readonly typed: string; readonly meant: string | undefined }>({
  'zh-CN': ({ typed, meant }) => ({
    message: `ziping awards 后面不能写“${typed}”`,
    advice:
      meant === undefined
        ? '可用：ziping awards、ziping awards show 奖项、ziping awards check 文件'
        : `是不是要用 ziping awards ${meant}？`,
  }),
  en: ({ typed, meant }) => ({
    message: `“${typed}” cannot follow ziping awards`,
    advice:
      meant === undefined
        ? 'Use ziping awards, ziping awards show ID or ziping awards check FILE'
        : `Did you mean ziping awards ${meant}?`,
  }),
})

const missing = wording<{ readonly what: 'ID' | 'FILE' }>({
  'zh-CN': ({ what }) => ({
    message: what === 'ID' ? '没有写明要看哪个奖项' : '没有写明要检查哪个文件',
    advice:
      what === 'ID'
        ? '例如 ziping awards show nantong-org-2020'
        : '例如 ziping awards check 我市/award.yaml',
  }),
  en: ({ what }) => ({
    message: `${what} is missing`,
    advice: `e.g. ziping awards ${what === 'ID' ? 'show nantong-org-2020' : 'check city/award.yaml'}`,
  }),
})

export async function runAwards(invocation: Invocation, context: Context): Promise<ExitCode> {
  const [way, name] = invocation.positionals
  const json = textOption(invocation, 'format') === 'json'
  if (way === undefined) return list(json, context)
  if (way === 'show') return show(name, json, context)
  if (way === 'check') return check(name, invocation, context)
  throw failure('usage', notAWay, { typed: way, meant: nearest(way, ['show', 'check']) })
}

async function list(json: boolean, context: Context): Promise<ExitCode> {
  const all = await listAwards()
  if (json) {
    context.out(JSON.stringify(all.map(awardHead), null, 2))
    return exitCodes.fine
  }
  const width = Math.max(...all.map((award) => displayWidth(award.id))) + 2
  const drafts = {
    draft: say(context, '征求意见稿', 'draft'),
    superseded: say(context, '已被取代', 'superseded'),
    official: '',
  }
  for (const award of all) {
    const { id, year, status } = award
    const remarks = [
      year === notSpecified ? say(context, '年度由通知确定', 'year by notice') : '',
      drafts[status],
    ].filter((remark) => remark !== '')
    const shown = remarks.length === 0 ? '' : context.style.dim(`（${remarks.join('，')}）`)
    context.out(
      `${context.style.bold(id)}${' '.repeat(width - displayWidth(id))}${fullName(award, all)}${shown}`,
    )
  }
  return exitCodes.fine
}

async function show(id: string | undefined, json: boolean, context: Context): Promise<ExitCode> {
  if (id === undefined) throw failure('usage', missing, { what: 'ID' })
  const award = await loadAward(id)
  context.out(json ? JSON.stringify(awardAsJson(award), null, 2) : showAward(award, context))
  return exitCodes.fine
}

async function check(
  file: string | undefined,
  invocation: Invocation,
  context: Context,
): Promise<ExitCode> {
  if (file === undefined) throw failure('usage', missing, { what: 'FILE' })
  const findings = await checkAwardFile(
    path.relative(process.cwd(), path.resolve(context.cwd, file)),
  )
  if (textOption(invocation, 'format') === 'json')
    context.out(
      JSON.stringify(
        { version: 1, findings: findings.map((finding) => findingAsJson(finding, context)) },
        null,
        2,
      ),
    )
  else if (findings.length === 0) context.out(say(context, `${file} 没有问题`, `${file} is fine`))
  else context.out(showFindings(findings, context))
  return findings.some((finding) => finding.severity === 'error')
    ? exitCodes.findings
    : exitCodes.fine
}

/** Awards of one name are told apart by their applicants. */
function fullName({ name, applicantLabel }: ListedAward, all: readonly ListedAward[]): string {
  const alone = all.filter((other) => other.name === name).length === 1
  return alone || applicantLabel === '' ? name : `${name}（${applicantLabel}）`
}

/** The contract's entry: id, name, applicant, year, status. */
function awardHead({
  id,
  name,
  applicant,
  year,
  status,
}: ListedAward): Readonly<Record<string, unknown>> {
  return { id, name, applicant, year: year === notSpecified ? null : year, status }
}
