import { comparePlaces, type Finding } from '@ziping/diagnostics'
import type { Rule } from './define-rule.ts'
import { holdBack } from './hold-back.ts'
import { nameAsHere } from './name-as-here.ts'
import type { OptionValue, RuleContext } from './rule-context.ts'
import type { RuleSetting } from './settings.ts'
import type { LintSubject } from './subject.ts'
import { waiveFindings } from './waive.ts'
import { waiverFindings } from './waiver-findings.ts'
import { asSet, waiverRules } from './waiver-rules.ts'

/** Runs every rule that applies and leaves out what is waived; findings in the order of their places. */
export function lintReport(
  subject: LintSubject,
  settings: readonly RuleSetting[],
): readonly Finding[] {
  const raised = settings.flatMap((setting) =>
    setting.severity === 'off' || waiverRules.includes(setting.rule)
      ? []
      : runRule(subject, setting),
  )
  const waived = waiveFindings(raised, subject.report, subject.workspace)
  const told = holdBack(waived.findings, subject.workspace, settings)
  const all = [...told, ...asSet(waiverFindings(waived, settings), settings)]
  return [...nameAsHere(all, subject.workspace)].sort(byPlace)
}

/** Runs one rule, as its setting says. */
export function runRule(
  subject: LintSubject,
  { rule, severity, setBy, parameters }: RuleSetting,
): readonly Finding[] {
  const given = setBy === 'rule' || severity === 'off' ? {} : { severity }
  const context: RuleContext = {
    ...subject,
    ...given,
    setting: JSON.stringify([given, parameters]),
    numberOption: (name) => Number(parameterOf(rule, parameters, name)),
    textOption: (name) => String(parameterOf(rule, parameters, name)),
    listOption: (name) => {
      const value = parameterOf(rule, parameters, name)
      return typeof value === 'object' ? value : [String(value)]
    },
  }
  return rule.run(context)
}

function parameterOf(
  rule: Rule,
  parameters: Readonly<Record<string, OptionValue>>,
  name: string,
): OptionValue {
  const value = parameters[name]
  if (value === undefined) throw new Error(`rule ${rule.id} has no option ${name}`)
  return value
}

function byPlace(a: Finding, b: Finding): number {
  return comparePlaces(a.place, b.place) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0)
}
