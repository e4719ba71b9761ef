import { comparePlaces, type Finding, showPlace } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'

/** Findings for a person, in the order of their places. */
export function showFindings(findings: readonly Finding[], context: Context): string {
  const { style, language } = context
  const words = {
    error: style.red(say(context, '错误', 'error')),
    warning: style.yellow(say(context, '警告', 'warning')),
    info: style.dim(say(context, '提示', 'info')),
  }
  return [...findings]
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map((finding) => {
      const { message, advice } = finding.words[language]
      const head = `${style.cyan(showPlace(finding.place))}  ${words[finding.severity]}  ${style.dim(finding.rule)}`
      return `${head}\n  ${message}${advice === '' ? '' : `\n  ${say(context, '怎么改：', 'How to mend it: ')}${advice}`}`
    })
    .join('\n')
}

/** The contract's shape of a finding in JSON. */
export function findingAsJson(
  finding: Finding,
  context: Context,
): Readonly<Record<string, unknown>> {
  const { message, advice } = finding.words[context.language]
  const { file, line, column, endLine, endColumn, cell } = finding.place
  return {
    rule: finding.rule,
    severity: finding.severity,
    message,
    advice,
    file,
    line,
    column,
    endLine,
    endColumn,
    ...(cell === undefined ? {} : { cell }),
  }
}
