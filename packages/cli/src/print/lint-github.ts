import type { Finding } from '@ziping/diagnostics'
import { type Context, say } from '../context.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import { outsidePath } from './outside-path.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/** Annotations for GitHub Actions: `::error file=…,line=…::message`, one a line; paths from the repository's root. */
export function lintAsGithub(linted: readonly LintedWorkspace[], context: Context): string {
  const from = context.env['GITHUB_WORKSPACE'] ?? context.calledFrom
  return linted
    .flatMap(({ root, findings }) =>
      findings.map((finding) =>
        annotation(finding, outsidePath(finding.place.file, root, from), context),
      ),
    )
    .join('\n')
}

function annotation(finding: Finding, file: string, context: Context): string {
  const { rule, severity, place, words } = finding
  const { message, advice } = words[context.language]
  const { line, column, endLine, endColumn } = place
  // GitHub takes columns only of what stands on one line.
  const columns = line === endLine ? { col: column, endColumn } : {}
  const properties = Object.entries({ file, line, endLine, ...columns, title: rule })
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',')
  const text =
    advice === '' ? message : `${message}\n${say(context, '怎么改：', 'How to mend it: ')}${advice}`
  return `::${commands[severity]} ${properties}::${escapeData(text)}`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
