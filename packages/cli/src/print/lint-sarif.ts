import type { Finding, Place } from '@ziping/diagnostics'
import type { Rule } from '@ziping/lint'
import type { Context } from '../context.ts'
import type { LintedWorkspace } from '../lint/lint-workspace.ts'
import { version } from '../version.ts'
import { outsidePath } from './outside-path.ts'

type Json = Readonly<Record<string, unknown>>

const levels = { error: 'error', warning: 'warning', info: 'note', off: 'none' } as const

/** SARIF 2.1.0, which code-scanning pages read; places relative to the folder the command was called in. */
export function lintAsSarif(linted: readonly LintedWorkspace[], context: Context): Json {
  const findings = linted.flatMap((workspace) => workspace.findings)
  const rules = linted.flatMap(({ settings }) => settings.map(({ rule }) => rule))
  const ids = [...new Set([...rules.map(({ id }) => id), ...findings.map(({ rule }) => rule)])]
  const driver = {
    name: 'ziping',
    semanticVersion: version,
    rules: ids.map((id) => descriptor(id, rules, context)),
  }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: context.language,
        columnKind: 'utf16CodeUnits',
        results: linted.flatMap((workspace) =>
          workspace.findings.map((finding) => result(finding, ids, workspace, context)),
        ),
      },
    ],
  }
}

function descriptor(id: string, rules: readonly Rule[], { language }: Context): Json {
  const rule = rules.find((candidate) => candidate.id === id)
  if (rule === undefined) return { id }
  return {
    id,
    shortDescription: { text: rule.title[language] },
    fullDescription: { text: rule.why[language] },
    defaultConfiguration:
      rule.severity === 'off' ? { enabled: false } : { level: levels[rule.severity] },
    properties: { source: rule.source },
  }
}

function result(
  finding: Finding,
  ids: readonly string[],
  workspace: LintedWorkspace,
  context: Context,
): Json {
  const { rule, severity, place, words, clause, related = [] } = finding
  const { message, advice } = words[context.language]
  const locate = (where: Place): Json => location(where, workspace, context)
  const changes = fixes(finding, workspace, context)
  return {
    ruleId: rule,
    ruleIndex: ids.indexOf(rule),
    level: levels[severity],
    message: { text: advice === '' ? message : `${message}\n${advice}` },
    locations: [locate(place)],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, index) => ({
            id: index,
            ...locate(other.place),
            message: { text: other.words[context.language] },
          })),
        }),
    ...(changes.length === 0 ? {} : { fixes: changes }),
    ...(clause === undefined ? {} : { properties: { clause } }),
  }
}

function location(place: Place, { root }: LintedWorkspace, { calledFrom }: Context): Json {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(outsidePath(place.file, root, calledFrom)) },
      region: regionOf(place),
    },
  }
}

function fixes(
  { fix = [], words }: Finding,
  { root, sources }: LintedWorkspace,
  { calledFrom, language }: Context,
): readonly Json[] {
  if (fix.length === 0) return []
  const files = [...new Set(fix.map(({ file }) => file))]
  const artifactChanges = files.map((file) => ({
    artifactLocation: { uri: uriOf(outsidePath(file, root, calledFrom)) },
    replacements: fix
      .filter((edit) => edit.file === file)
      .flatMap((edit) => {
        const place = sources.find(file)?.place(edit)
        return place === undefined
          ? []
          : [{ deletedRegion: regionOf(place), insertedContent: { text: edit.text } }]
      }),
  }))
  if (artifactChanges.some(({ replacements }) => replacements.length === 0)) return []
  return [{ description: { text: words[language].advice }, artifactChanges }]
}

function regionOf({ line, column, endLine, endColumn }: Place): Json {
  return { startLine: line, startColumn: column, endLine, endColumn }
}

function uriOf(file: string): string {
  return file.split('/').map(encodeURIComponent).join('/')
}
