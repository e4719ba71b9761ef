import type { Award } from '@ziping/award'
import { comparePlaces, type Finding, type Severity } from '@ziping/diagnostics'
import { loadCodeLists } from '@ziping/forms'
import {
  createSubject,
  type LintSubject,
  lintReport,
  type RuleSetting,
  ruleSettings,
  rules,
  settingFindings,
  settleRules,
} from '@ziping/lint'
import type { Overlay, Workspace } from '@ziping/report'
import type { Invocation } from '../command.ts'
import type { Context } from '../context.ts'
import { parseWorkspace } from '../open-workspace.ts'
import type { KeptFacts } from './kept-facts.ts'
import { SourceTexts } from './source-texts.ts'
import { teamRulesHere } from './team-rules.ts'

/** A workspace with everything found in it, and no more: a hundred of them may be held until all are printed. */
export interface LintedWorkspace {
  readonly root: string
  readonly workspace: Pick<Workspace, 'config'>
  readonly award: Award
  readonly settings: readonly RuleSetting[]
  readonly findings: readonly Finding[]
  readonly sources: SourceTexts
  /** The team's own rules that nobody allowed to run. */
  readonly notRun: readonly string[]
}

/** With all that was read and parsed for it. */
export interface JudgedWorkspace extends LintedWorkspace {
  readonly workspace: Workspace
  /** What the rules judged, and what is printed. */
  readonly subject: LintSubject
}

/** How to lint, as the command line says. */
export interface LintChoices {
  readonly severities: Readonly<Record<string, Severity | 'off'>>
  readonly date?: string
  /** Whether programs that lie in the workspace may run. */
  readonly allowTeamRules: boolean
}

/** All that the rules want to see; they run when they are asked to. */
export interface UnjudgedWorkspace extends Omit<JudgedWorkspace, 'findings'> {
  judge(): JudgedWorkspace
}

/** What a workspace is linted with. */
export interface LintingHere {
  readonly invocation: Invocation
  readonly context: Context
  /** Where facts about a workspace are kept between runs, if they are. */
  readonly factsOf?: (workspace: Workspace, award: Award) => KeptFacts | undefined
}

/** Reads a workspace and judges all of it. */
export async function lintWorkspace(
  ...read: Parameters<typeof readForLint>
): Promise<JudgedWorkspace> {
  return (await readForLint(...read)).judge()
}

/** Reads a workspace, to be judged later: the rules take a while, in which something else can be waited for. */
export async function readForLint(
  root: string,
  choices: LintChoices,
  { invocation, context, factsOf }: LintingHere,
  overlay: Overlay = new Map(),
): Promise<UnjudgedWorkspace> {
  const parsed = await parseWorkspace(root, invocation, context, overlay)
  const { workspace, award, report } = parsed
  const team = await teamRulesHere(workspace, choices.allowTeamRules)
  const all = [...rules, ...team.rules]
  const teamRulesUnknown = team.notRun.length > 0
  const given = {
    found: [
      ...parsed.findings,
      ...settingFindings(workspace.configFile, all, { teamRulesUnknown }),
      ...team.findings,
    ],
    ...referenceDate(choices, workspace, context),
  }
  const subject = createSubject(workspace, report, await loadCodeLists(award), given)
  const settings = settleRules(all, award, ruleSettings(workspace.configFile), choices.severities)
  const read = {
    root,
    workspace,
    award,
    subject,
    settings,
    sources: new SourceTexts(root, overlay),
    notRun: team.notRun,
  }
  return {
    ...read,
    judge: () => {
      const facts = factsOf?.(workspace, award)
      facts?.give(subject.views)
      const findings = [...withoutRule(subject, settings), ...lintReport(subject, settings)]
      facts?.keep(subject.views)
      return { ...read, findings: findings.sort((a, b) => comparePlaces(a.place, b.place)) }
    },
  }
}

/** The day asked for goes before the day of filing, that before `SOURCE_DATE_EPOCH`, that before the deadline. */
function referenceDate(
  { date }: LintChoices,
  { config }: Workspace,
  { env }: Context,
): { readonly date?: string } {
  if (date !== undefined) return { date }
  const seconds = Number(env['SOURCE_DATE_EPOCH'] ?? Number.NaN)
  if (config.filed !== undefined || !Number.isFinite(seconds)) return {}
  return { date: new Date(seconds * 1000).toISOString().slice(0, 10) }
}

/** What was found while reading and is no rule's to report or to leave out. */
function withoutRule(
  { found, dataFindings }: LintSubject,
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const ids = new Set(settings.map(({ rule }) => rule.id))
  return [...found, ...dataFindings].filter(({ rule }) => !ids.has(rule))
}
