import { pathToFileURL } from 'node:url'
import type { Diagnostic } from './language-client.ts'

const severities = ['error', 'warning', 'info']

interface Printed {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly advice: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** What `ziping lint --format json` printed, each finding as one line of text behind its file. */
export function toldByCommand(out: string): readonly string[] {
  const { files }: { files: readonly { path: string; findings: readonly Printed[] }[] } =
    JSON.parse(out)
  return files
    .flatMap(({ path: file, findings }) =>
      findings.map(({ rule, severity, message, advice, ...at }) => {
        const words = advice === '' ? message : `${message}\n怎么改：${advice}`
        const place = `${at.line}:${at.column}-${at.endLine}:${at.endColumn}`
        return `${file} ${place} ${severity} ${rule} ${words}`
      }),
    )
    .sort()
}

/** The same of what the server told an editor. */
export function toldByServer(
  root: string,
  all: ReadonlyMap<string, readonly Diagnostic[]>,
): readonly string[] {
  const start = `${pathToFileURL(root).href}/`
  return [...all]
    .filter(([uri]) => uri.startsWith(start))
    .flatMap(([uri, diagnostics]) =>
      diagnostics.map(({ range, severity, code, message }) => {
        const file = decodeURIComponent(uri.slice(start.length))
        const [from, to] = [range.start, range.end]
        const place = `${from.line + 1}:${from.character + 1}-${to.line + 1}:${to.character + 1}`
        return `${file} ${place} ${severities[severity - 1]} ${code} ${message}`
      }),
    )
    .sort()
}
