import { isSpecified } from '@ziping/award'
import type { CheckedDeliverable, CheckReport } from '@ziping/check'
import { type Finding, showPlace } from '@ziping/diagnostics'
import type { ConditionResult } from '@ziping/forms'
import { type Context, say } from '../context.ts'
import { renderTemplate } from '../render-template.ts'
import { dateLine, outcomeWord, stateWords, verdict, windowWords } from './check-words.ts'

/** The check as a page to be printed for the project meeting. */
export function checkAsHtml(report: CheckReport, context: Context): string {
  const { award, applicant, deliverables, others, plan } = report
  const year = isSpecified(award.year) ? ` ${award.year}` : ''
  return renderTemplate('html/check.hbs', {
    lang: context.language,
    title: `${award.name}${year} · ${say(context, '报送前检查', 'check before handing in')}`,
    applicant: applicant ?? '',
    banner: award.banner ?? '',
    dates: dateLine(report, context),
    verdict: verdict(report, context),
    state: report.ready ? 'ready' : 'missing',
    words: wordsOf(report, context),
    deliverables: deliverables.map((one) => deliverableView(one, context)),
    conditions: report.conditions?.map((result) => conditionView(result, context)) ?? [],
    route: [
      ...(plan.route ?? []).map(({ day, by, text }) => ({ day: day ?? '', by: by ?? '', text })),
      ...plan.dates.map(({ day, name }) => ({ day, by: '', text: name })),
    ],
    groups: [
      ...deliverables.map(({ title, findings }) => groupView(title, findings, context)),
      groupView(say(context, '整个申报工程', 'The workspace'), unconditional(others), context),
    ].filter(({ findings }) => findings.length > 0),
  })
}

function wordsOf(report: CheckReport, context: Context): Readonly<Record<string, string>> {
  const unasked = say(context, '本奖项没有规定', 'not specified by this award')
  return {
    documents: say(context, '申报材料', 'Documents'),
    documentsNote: report.award.deliverables.length === 0 ? unasked : '',
    document: say(context, '材料', 'Document'),
    state: say(context, '情况', 'State'),
    there: say(context, '现有', 'There is'),
    errors: say(context, '错误', 'Errors'),
    warnings: say(context, '警告', 'Warnings'),
    conditions: say(context, '申报条件', 'Conditions of eligibility'),
    conditionsNote: report.conditions === undefined ? unasked : '',
    condition: say(context, '通知原文', 'The notice says'),
    days: say(context, '起止日期', 'Days'),
    confirmed: say(context, '确认', 'Confirmation'),
    route: say(context, '报送路径和时间', 'Route and dates'),
    routeNote: report.plan.route === undefined ? unasked : '',
    day: say(context, '日期', 'Day'),
    step: say(context, '事项', 'Step'),
    by: say(context, '由谁', 'By'),
    findings: say(context, '要处理的问题', 'What is to be mended'),
    owner: say(context, '负责人', 'Owner'),
    noDay: say(context, '未定', 'not set'),
  }
}

function deliverableView(
  { title, state, notes, findings }: CheckedDeliverable,
  context: Context,
): Readonly<Record<string, unknown>> {
  const { sign, word } = stateWords(state, context)
  return {
    title,
    state,
    light: `${sign} ${word}`,
    notes: notes.map((note) => note[context.language]).join('；'),
    errors: count(findings, 'error'),
    warnings: count(findings, 'warning'),
  }
}

function count(findings: readonly Finding[], severity: Finding['severity']): string {
  const number = findings.filter((finding) => finding.severity === severity).length
  return number === 0 ? '' : String(number)
}

function conditionView(
  result: ConditionResult,
  context: Context,
): Readonly<Record<string, unknown>> {
  const { condition, outcome, windows, confirmed, toConfirm, missing } = result
  const lacks =
    missing.length === 0 ? '' : `${say(context, '缺：', 'missing: ')}${missing.join('、')}`
  const asks = toConfirm === undefined ? '' : `${say(context, '请确认：', 'confirm: ')}${toConfirm}`
  const said =
    confirmed === undefined ? '' : [confirmed.by, confirmed.on, confirmed.note ?? ''].join(' ')
  return {
    id: condition.id,
    text: condition.src.quote ?? condition.text,
    outcome: outcomeWord(result, context),
    state: outcomeStates[outcome],
    days: windows.map((window) => windowWords(window, context)).join('\n'),
    confirmed: [said.trim(), asks, lacks].filter((part) => part !== '').join('；'),
  }
}

const outcomeStates = {
  met: 'ready',
  'not-met': 'missing',
  undecided: 'open',
  'not-applicable': 'not-needed',
} as const

/** What is told beside its condition is not told again. */
function unconditional(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ rule }) => !rule.startsWith('condition-'))
}

/** Errors and warnings; what is only a hint stays on the screen. */
function groupView(
  title: string,
  findings: readonly Finding[],
  context: Context,
): { readonly title: string; readonly findings: readonly unknown[] } {
  const words = {
    error: say(context, '错误', 'error'),
    warning: say(context, '警告', 'warning'),
    info: '',
  }
  const shown = findings.filter(({ severity }) => severity !== 'info')
  const sorted = [
    ...shown.filter(({ severity }) => severity === 'error'),
    ...shown.filter(({ severity }) => severity === 'warning'),
  ]
  return {
    title,
    findings: sorted.map(({ severity, place, words: told, rule }) => ({
      severity: words[severity],
      state: severity === 'error' ? 'missing' : 'open',
      place: showPlace(place),
      rule,
      ...told[context.language],
    })),
  }
}
