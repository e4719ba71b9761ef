import type { Award } from '@ziping/award'
import { comparePlaces, type Finding, type Severity } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import {
  createSubject,
  type LintSubject,
  lintReport,
  type RuleSetting,
  rules,
  settleRules,
} from '@ziping/lint'
import type { Overlay, Workspace } from '@ziping/report'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { parseWorkspace } from '../open-workspace.ts'
import { SourceTexts } from './source-texts.ts'

/** A workspace with everything found in it. */
export interface LintedWorkspace {
  readonly root: string
  readonly workspace: Workspace
  readonly award: Award
  readonly settings: readonly RuleSetting[]
  readonly findings: readonly Finding[]
  readonly sources: SourceTexts
}

/** How to lint, as the command line says. */
export interface LintChoices {
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  readonly date?: string
}

/** Reads a workspace and judges all of it. */
export async function lintWorkspace(
  root: string,
  choices: LintChoices,
  { invocation, context }: { readonly invocation: Invocation; readonly context: Context },
  overlay: Overlay = new Map(),
): Promise<LintedWorkspace> {
  const parsed = await parseWorkspace(root, invocation, context, overlay)
  const { workspace, award, report } = parsed
  const given = {
    found: parsed.findings,
    ...(choices.date === undefined ? {} : { date: choices.date }),
  }
  const subject = createSubject(workspace, report, await loadCodeLists(award), given)
  const settings = settleRules(rules, award, rulesOf(workspace), choices.severities)
  const findings = [...withoutRule(subject, settings), ...lintReport(subject, settings)]
  return {
    root,
    workspace,
    award,
    settings,
    findings: findings.sort((a, b) => comparePlaces(a.place, b.place)),
    sources: new SourceTexts(root, overlay),
  }
}

/** What was found while reading and is no rule's to report or to leave out. */
function withoutRule(
  { found, dataFindings }: LintSubject,
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const ids = new Set(settings.map(({ rule }) => rule.id))
  return [...found, ...dataFindings].filter(({ rule }) => !ids.has(rule))
}

/** What ziping.yaml says about rules. */
export function rulesOf({ configFile }: Workspace): Readonly<Record<string, unknown>> {
  const { value } = configFile
  if (typeof value !== 'object' || value === null || !('rules' in value)) return {}
  const { rules: given } = value
  return typeof given === 'object' && given !== null ? { ...given } : {}
}
