import type { RuleSetting, SetBy } from '@ziping/lint'
import { type Context, say } from '../context.ts'
import { displayWidth, padEnd } from './width.ts'

/** The contract's entries. */
export function rulesAsJson(
  settings: readonly RuleSetting[],
): readonly Readonly<Record<string, unknown>>[] {
  return settings.map(({ rule, severity, setBy, parameters }) => ({
    id: rule.id,
    severity,
    setBy,
    parameters,
  }))
}

export function rulesAsTable(settings: readonly RuleSetting[], context: Context): string {
  const { style, language } = context
  const rows = settings.map(({ rule, severity, setBy, parameters }) => ({
    id: rule.id,
    severity: severityName(severity, context),
    setBy: setByName(setBy, context),
    title: rule.title[language],
    parameters: Object.entries(parameters)
      .map(([name, value]) => `${name}: ${value}`)
      .join(', '),
  }))
  const head = {
    id: say(context, '规则', 'rule'),
    severity: say(context, '轻重', 'severity'),
    setBy: say(context, '由谁规定', 'set by'),
    title: say(context, '查什么', 'finds'),
    parameters: '',
  }
  const width = (column: 'id' | 'severity' | 'setBy'): number =>
    Math.max(...[head, ...rows].map((row) => displayWidth(row[column]))) + 2
  const [id, severity, setBy] = [width('id'), width('severity'), width('setBy')]
  const line = (row: typeof head): string =>
    `${padEnd(row.id, id)}${padEnd(row.severity, severity)}${padEnd(row.setBy, setBy)}${row.title}${row.parameters === '' ? '' : style.dim(`（${row.parameters}）`)}`
  return [style.bold(line(head)), ...rows.map(line)].join('\n')
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
