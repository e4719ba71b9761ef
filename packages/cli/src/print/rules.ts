import { showPlace } from '@ziping/diagnostics'
import { laterRules, type OptionValue, type RuleSetting, type SetBy } from '@ziping/lint'
import type { DataFile } from '@ziping/report'
import { type Context, say } from '../context.ts'
import { displayWidth, padEnd } from './width.ts'

/** The contract's entries. */
export function rulesAsJson(
  settings: readonly RuleSetting[],
): readonly Readonly<Record<string, unknown>>[] {
  const linted = settings.map(({ rule, severity, setBy, parameters, parametersSetBy }) => ({
    id: rule.id,
    severity,
    setBy,
    parameters,
    // Only where somebody decided: the other entries keep the four keys that programs know.
    ...(Object.values(parametersSetBy).every((by) => by === 'rule') ? {} : { parametersSetBy }),
  }))
  const later = laterRules.map(({ id, severity, stage, waivable }) => {
    return { id, severity, setBy: 'rule', parameters: {}, stage, waivable }
  })
  return [...linted, ...later]
}

/** A row for each rule; what ziping.yaml decided with its line there. */
export function rulesAsTable(
  settings: readonly RuleSetting[],
  config: DataFile | undefined,
  context: Context,
): string {
  const { style, language } = context
  const rows = settings.map((setting) => ({
    id: setting.rule.id,
    severity: severityName(setting.severity, context),
    setBy: setByName(setting.setBy, context) + lineOf(setting, config),
    title: setting.rule.title[language],
    parameters: parametersOf(setting, context),
  }))
  const later = laterRules.map(({ id, severity, stage, title }) => ({
    id,
    severity: severityName(severity, context),
    setBy: `ziping ${stage === 'awards' ? 'awards check' : stage}`,
    title: title[language],
    parameters: '',
  }))
  const head = {
    id: say(context, '规则', 'rule'),
    severity: say(context, '轻重', 'severity'),
    setBy: say(context, '由谁规定', 'set by'),
    title: say(context, '查什么', 'finds'),
    parameters: '',
  }
  const laterHead = {
    ...head,
    id: say(context, '打开文件、印制、打包时才查', 'seen only by'),
    setBy: say(context, '由哪个命令', 'command'),
  }
  const width = (column: 'id' | 'severity' | 'setBy'): number =>
    Math.max(...[head, ...rows, laterHead, ...later].map((row) => displayWidth(row[column]))) + 2
  const [id, severity, setBy] = [width('id'), width('severity'), width('setBy')]
  const line = (row: typeof head): string =>
    `${padEnd(row.id, id)}${padEnd(row.severity, severity)}${padEnd(row.setBy, setBy)}${row.title}${row.parameters === '' ? '' : style.dim(`（${row.parameters}）`)}`
  return [
    style.bold(line(head)),
    ...rows.map(line),
    '',
    style.bold(line(laterHead)),
    ...later.map(line),
  ].join('\n')
}

function lineOf({ rule, setBy }: RuleSetting, config: DataFile | undefined): string {
  if (setBy !== 'workspace' || config === undefined) return ''
  return ` ${showPlace(config.placeOf(['rules', rule.id], 'key'))}`
}

/** `most: 120`, and whose word that is unless it is the rule's own. */
function parametersOf({ parameters, parametersSetBy }: RuleSetting, context: Context): string {
  return Object.entries(parameters)
    .map(([name, value]) => {
      const by = parametersSetBy[name] ?? 'rule'
      const from = by === 'rule' ? '' : ` ← ${setByName(by, context)}`
      return `${name}: ${showOption(value)}${from}`
    })
    .join(', ')
}

export function showOption(value: OptionValue): string {
  if (value === '') return '—'
  return typeof value === 'object' ? `[${value.join(', ')}]` : String(value)
}

export function severityName(severity: RuleSetting['severity'], context: Context): string {
  return {
    error: say(context, '错误', 'error'),
    warning: say(context, '警告', 'warning'),
    info: say(context, '提示', 'info'),
    off: say(context, '不查', 'off'),
  }[severity]
}

export function setByName(setBy: SetBy, context: Context): string {
  return {
    rule: say(context, '规则本身', 'the rule'),
    award: say(context, '奖项', 'the award'),
    workspace: say(context, '申报工程', 'the workspace'),
    command: say(context, '命令行', 'the command line'),
  }[setBy]
}
