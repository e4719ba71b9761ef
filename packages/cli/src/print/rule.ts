import type { Source } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { Example, RuleSetting } from '@ziping/lint'
import { type Context, say } from '../context.ts'
import { setByName, severityName, showOption } from './rules.ts'

/** A rule with all there is to say about it. */
export interface ExplainedRule {
  readonly setting: RuleSetting
  /** What the award's notice says. */
  readonly source: Source | undefined
  readonly examples: readonly { readonly example: Example; readonly findings: readonly Finding[] }[]
}

export function showRule({ setting, source, examples }: ExplainedRule, context: Context): string {
  const { rule, severity, setBy } = setting
  const { style, language } = context
  const raising = examples.filter(({ findings }) => findings.length > 0)
  const passing = examples.filter(({ findings }) => findings.length === 0)
  return [
    `${style.bold(rule.id)}  ${rule.title[language]}`,
    '',
    rule.why[language],
    '',
    `${say(context, '轻重', 'Severity')}：${severityName(severity, context)}（${say(context, `由${setByName(setBy, context)}规定`, `set by ${setByName(setBy, context)}`)}）`,
    ...(rule.source.length === 0
      ? []
      : [`${say(context, '依据', 'Source')}：${rule.source.join('、')}`]),
    ...sentence(source),
    ...options(setting, context),
    ...section(say(context, '会报告的写法', 'This is reported'), raising, context),
    ...section(say(context, '可以的写法', 'This is fine'), passing, context),
  ].join('\n')
}

/** The notice's own words. */
function sentence(source: Source | undefined): readonly string[] {
  return source?.quote === undefined ? [] : [`  “${source.quote}”——${source.doc}`]
}

function options(
  { rule, parameters, parametersSetBy }: RuleSetting,
  context: Context,
): readonly string[] {
  const entries = Object.entries(rule.options ?? {})
  if (entries.length === 0) return []
  return [
    '',
    context.style.bold(say(context, '设置', 'Options')),
    ...entries.map(([name, { usual, help }]) => {
      const value = parameters[name] ?? usual
      const by = parametersSetBy[name] ?? 'rule'
      const was = say(
        context,
        `由${setByName(by, context)}规定，缺省 ${showOption(usual)}`,
        `set by ${setByName(by, context)}, ${showOption(usual)} by default`,
      )
      const changed = by === 'rule' ? '' : context.style.dim(`（${was}）`)
      return `  ${name} = ${showOption(value)}${changed}  ${help[context.language]}`
    }),
  ]
}

function section(
  title: string,
  examples: ExplainedRule['examples'],
  context: Context,
): readonly string[] {
  if (examples.length === 0) return []
  return [
    '',
    context.style.bold(title),
    ...examples.flatMap(({ example, findings }, index) => [
      ...(index === 0 ? [] : ['']),
      ...filesOf(example, context),
      ...findings.flatMap((finding) => message(finding, context)),
    ]),
  ]
}

function filesOf({ report }: Example, { style }: Context): readonly string[] {
  if (typeof report === 'string') return quoted(report)
  return Object.entries(report).flatMap(([name, text]) => [
    `  ${style.cyan(name)}`,
    ...quoted(text),
  ])
}

function quoted(text: string): readonly string[] {
  return text
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => `  │ ${line}`.trimEnd())
}

function message({ place, words }: Finding, context: Context): readonly string[] {
  const { message, advice } = words[context.language]
  return [
    `  ${context.style.yellow(`${place.line}:${place.column}`)}  ${message}`,
    ...(advice === '' ? [] : [`    ${say(context, '怎么改：', 'How to mend it: ')}${advice}`]),
  ]
}
