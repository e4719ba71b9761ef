import { isSpecified } from '@ziping/award'
import type { CheckedDeliverable, CheckReport } from '@ziping/check'
import type { Finding } from '@ziping/diagnostics'
import type { ConditionResult } from '@ziping/forms'
import { type Context, say } from '../context.ts'
import { dateLine, daysLeft, outcomeWord, stateWords, verdict, windowWords } from './check-words.ts'
import { showFindings } from './findings.ts'
import { displayWidth, padEnd, truncate } from './width.ts'

/** The whole check on a terminal; `today` is told to a person only. */
export function checkAsText(
  report: CheckReport,
  today: string | undefined,
  context: Context,
): string {
  return [
    ...head(report, today, context),
    '',
    ...deliverables(report, context),
    ...conditions(report, context),
    ...route(report, context),
    ...problems(report, context),
    '',
    (report.ready ? context.style.green : context.style.red)(verdict(report, context)),
  ].join('\n')
}

function head(report: CheckReport, today: string | undefined, context: Context): readonly string[] {
  const { award, applicant, deadline } = report
  const year = isSpecified(award.year) ? ` ${award.year}` : ''
  const left =
    today === undefined || deadline === undefined ? '' : `  ${daysLeft(today, deadline, context)}`
  return [
    context.style.bold(
      `${award.name}${year} · ${applicant ?? say(context, '（未写明申报者）', '(no applicant yet)')}`,
    ),
    ...(award.banner === undefined ? [] : [context.style.yellow(award.banner)]),
    dateLine(report, context) + left,
  ]
}

function deliverables(report: CheckReport, context: Context): readonly string[] {
  const { style } = context
  const nothingAsked = report.award.deliverables.length === 0
  const note = say(
    context,
    '（本奖项没有规定，列出现有的）',
    ' (not specified by this award: what there is)',
  )
  const width = Math.min(
    44,
    Math.max(8, ...report.deliverables.map(({ title }) => displayWidth(title))),
  )
  return [
    style.bold(say(context, '申报材料', 'Documents')) + (nothingAsked ? style.dim(note) : ''),
    ...report.deliverables.map((one) => deliverableLine(one, width, context)),
  ]
}

function deliverableLine(
  { state, title, notes, findings }: CheckedDeliverable,
  width: number,
  context: Context,
): string {
  const { style, language } = context
  const { sign, word } = stateWords(state, context)
  const paint = {
    ready: style.green,
    open: style.yellow,
    missing: style.red,
    'not-needed': style.dim,
  }
  const light = paint[state](padEnd(`${sign} ${word}`, context.language === 'en' ? 12 : 8))
  const counted = countWords(findings, context)
  const rest = [...notes.map((note) => note[language]), ...counted].join(say(context, '；', '; '))
  return `  ${light}  ${padEnd(truncate(title, width), width)}  ${rest}`.trimEnd()
}

function countWords(findings: readonly Finding[], context: Context): readonly string[] {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  const [errors, warnings] = [of('error'), of('warning')]
  return [
    ...(errors === 0
      ? []
      : [context.style.red(say(context, `${errors} 处错误`, `${errors} errors`))]),
    ...(warnings === 0
      ? []
      : [context.style.yellow(say(context, `${warnings} 处警告`, `${warnings} warnings`))]),
  ]
}

function conditions({ conditions: results }: CheckReport, context: Context): readonly string[] {
  const { style } = context
  const title = style.bold(say(context, '申报条件', 'Conditions'))
  if (results === undefined)
    return ['', `${title}  ${say(context, '本奖项没有规定', 'not specified by this award')}`]
  const met = results.filter(({ outcome }) => outcome === 'met').length
  const apart = results.filter(({ outcome }) => outcome === 'not-applicable').length
  const rest = results.filter(({ outcome }) => outcome === 'not-met' || outcome === 'undecided')
  const counted = say(
    context,
    `${met} 条满足${apart === 0 ? '' : `，${apart} 条不适用`}，${rest.length} 条待处理`,
    `${met} met, ${apart} not applicable, ${rest.length} open`,
  )
  return [
    '',
    `${title}  ${counted}`,
    ...rest.flatMap((result) => {
      const { condition, windows, toConfirm, missing, reasons } = result
      const word = outcomeWord(result, context)
      const days = windows.map((window) => windowWords(window, context)).join('、')
      return [
        `  ${result.outcome === 'not-met' ? style.red(word) : style.yellow(word)}  ${condition.id}  ${condition.src.quote ?? condition.text}`,
        ...(days === '' ? [] : [`    ${say(context, '起止', 'days')}：${days}`]),
        ...(toConfirm === undefined
          ? []
          : [`    ${say(context, '请确认', 'to confirm')}：${toConfirm}`]),
        ...(missing.length === 0
          ? []
          : [`    ${say(context, '缺', 'missing')}：${missing.join('、')}`]),
        ...reasons.map(
          (reason) => `    ${say(context, '依据', 'because')}：${reason[context.language]}`,
        ),
      ]
    }),
    ...howToConfirm(rest, context),
  ]
}

function howToConfirm(open: readonly ConditionResult[], context: Context): readonly string[] {
  const first = open.find(({ toConfirm }) => toConfirm !== undefined)
  if (first === undefined) return []
  const { id } = first.condition
  return [
    context.style.dim(
      say(
        context,
        `  确认后写进 ziping.yaml 的 confirmations，例如 ${id}: { by: 质量部 张三, on: 2020-08-01, note: 凭什么 }`,
        `  Then write into confirmations of ziping.yaml, e.g. ${id}: { by: who, on: 2020-08-01, note: why }`,
      ),
    ),
  ]
}

function route({ plan }: CheckReport, context: Context): readonly string[] {
  const title = context.style.bold(say(context, '报送路径', 'Route'))
  const none = say(context, '（未定日期）', '(no day set)')
  const steps = (plan.route ?? []).map(({ day, by, text }) => {
    const who = by === undefined ? '' : `${by}：`
    return `  ${day ?? context.style.dim(none)}  ${who}${truncate(text, 70)}`
  })
  const own = plan.dates.map(({ day, name }) => `  ${day}  ${name}`)
  if (plan.route === undefined)
    return [
      '',
      `${title}  ${say(context, '本奖项没有规定', 'not specified by this award')}`,
      ...own,
    ]
  return ['', title, ...steps, ...own]
}

/** Errors in full, and the clerk's own warnings: of data, files and dates. Those of the texts are for their authors. */
function problems(report: CheckReport, context: Context): readonly string[] {
  const { findings } = report
  const own = new Set(report.own)
  const shown = findings.filter(
    (finding) =>
      !finding.rule.startsWith('condition-') &&
      (finding.severity === 'error' ||
        (finding.severity === 'warning' && (own.has(finding) || !isText(finding)))),
  )
  const isElsewhere = (finding: Finding): boolean =>
    finding.severity === 'warning' && !finding.rule.startsWith('condition-')
  const rest = findings.filter(isElsewhere).length
  const kept = shown.filter(isElsewhere).length
  return [
    ...(shown.length === 0 ? [] : ['', showFindings(shown, context)]),
    ...(rest === kept
      ? []
      : [
          '',
          say(
            context,
            `另有 ${rest - kept} 处警告在文字里，用 ziping lint 逐条查看`,
            `${rest - kept} more warnings are in the texts: see ziping lint`,
          ),
        ]),
  ]
}

function isText({ place }: Finding): boolean {
  return place.file.endsWith('.md')
}

/** What is to be done once the application is in. */
export function dutiesAsText({ award }: CheckReport, context: Context): string {
  const { style } = context
  if (!isSpecified(award.duties))
    return say(
      context,
      '报送之后的义务：本奖项没有规定',
      'Duties after handing in: not specified by this award',
    )
  const { duties } = award
  const titles = {
    'after-filing': say(context, '报送之后、评审期间', 'After handing in'),
    'after-award': say(context, '获奖之后', 'After the award'),
  }
  const groups = (['after-filing', 'after-award'] as const).flatMap((when) => {
    const own = duties.filter((duty) => duty.when === when)
    if (own.length === 0) return []
    const lines = own.map((duty) => `  ${dutyMark(duty, context)}${duty.text}`)
    return ['', style.bold(titles[when]), ...lines]
  })
  return [style.bold(award.name), ...groups].join('\n')
}

function dutyMark(
  duty: { readonly days?: number; readonly workdays?: number; readonly hours?: number },
  context: Context,
): string {
  const { days, workdays, hours } = duty
  const words = [
    ...(days === undefined ? [] : [say(context, `${days} 天内`, `within ${days} days`)]),
    ...(workdays === undefined
      ? []
      : [say(context, `${workdays} 个工作日内`, `within ${workdays} working days`)]),
    ...(hours === undefined
      ? []
      : [say(context, `不少于 ${hours} 小时`, `at least ${hours} hours`)]),
  ]
  return words.length === 0 ? '' : `${context.style.yellow(`[${words.join('，')}]`)} `
}
