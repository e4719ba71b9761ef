import type { Finding } from '@ziping/diagnostics'
import type { Context } from '../context.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import { outsidePath } from './outside-path.ts'

/** The XML of Checkstyle, which Jenkins, GitLab converters and Gitee read. */
export function lintAsCheckstyle(linted: readonly LintedWorkspace[], context: Context): string {
  const files = linted.flatMap(({ root, findings }) =>
    [...new Set(findings.map(({ place }) => place.file))].map((file) => {
      const errors = findings
        .filter(({ place }) => place.file === file)
        .map((finding) => `    ${error(finding, context)}`)
      const name = escapeXml(outsidePath(file, root, context.calledFrom))
      return `  <file name="${name}">\n${errors.join('\n')}\n  </file>`
    }),
  )
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<checkstyle version="4.3">',
    ...files,
    '</checkstyle>',
  ].join('\n')
}

function error({ rule, severity, place, words }: Finding, { language }: Context): string {
  const { message, advice } = words[language]
  const text = advice === '' ? message : `${message} — ${advice}`
  const attributes = {
    line: String(place.line),
    column: String(place.column),
    severity,
    message: text,
    source: `ziping.${rule}`,
  }
  const written = Object.entries(attributes).map(([name, value]) => `${name}="${escapeXml(value)}"`)
  return `<error ${written.join(' ')}/>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text for an attribute; characters that XML 1.0 cannot hold are replaced. */
function escapeXml(text: string): string {
  return text
    .replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? character)
    .replace(/[^\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
}
