import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import type { Context } from '../context.ts'
import { countFindings, isFixable } from '../lint/count-findings.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'

type Json = Readonly<Record<string, unknown>>

/** The contract's JSON; where files of several workspaces were named, one such object for each. */
export function lintAsJson(linted: readonly LintedWorkspace[], context: Context): Json {
  const [one, ...others] = linted
  if (one !== undefined && others.length === 0)
    return { version: 1, ...workspaceAsJson(one, context) }
  return {
    version: 1,
    workspaces: linted.map((workspace) => ({
      path: relative(context.calledFrom, workspace.root),
      ...workspaceAsJson(workspace, context),
    })),
    summary: countFindings(linted.flatMap(({ findings }) => findings)),
  }
}

function workspaceAsJson({ award, findings }: LintedWorkspace, context: Context): Json {
  const files = new Set(findings.map(({ place }) => place.file))
  return {
    award: award.id,
    files: [...files].map((file) => ({
      path: file,
      findings: findings
        .filter(({ place }) => place.file === file)
        .map((finding) => findingAsJson(finding, context)),
    })),
    summary: countFindings(findings),
  }
}

function findingAsJson(finding: Finding, { language }: Context): Json {
  const { rule, severity, place, words, clause } = finding
  const { message, advice } = words[language]
  const { line, column, endLine, endColumn, cell } = place
  return {
    rule,
    severity,
    message,
    advice,
    line,
    column,
    endLine,
    endColumn,
    ...(cell === undefined ? {} : { cell }),
    ...(clause === undefined ? {} : { clause }),
    fixable: isFixable(finding),
  }
}

function relative(from: string, to: string): string {
  return path.relative(from, to).split(path.sep).join('/') || '.'
}
