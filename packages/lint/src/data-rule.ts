import type { Bilingual, Finding } from '@ziping/diagnostics'
import type { Example, Rule } from './define-rule.ts'
import type { RuleContext } from './rule-context.ts'
import { settledSeverity } from './settled-severity.ts'
import type { LintSubject } from './subject.ts'

/** A rule that somebody else has checked: while the workspace was read, or its data loaded. */
interface DataRule {
  readonly id: string
  readonly source: readonly string[]
  readonly title: Bilingual
  readonly why: Bilingual
  readonly examples: readonly Example[]
}

/** What reading and checking the data has found for one rule. */
export function foundFor({ found, dataFindings }: LintSubject, rule: string): readonly Finding[] {
  return [...found, ...dataFindings].filter((finding) => finding.rule === rule)
}

/** The same, as severe as the rule is set. */
export function foundAsSet(
  context: RuleContext,
  { id, severity: rule }: RuleId,
): readonly Finding[] {
  const { severity: set } = context
  const found = foundFor(context, id)
  if (set === undefined) return found
  return found.map((one) => ({
    ...one,
    severity: settledSeverity({ rule, own: one.severity, set }),
  }))
}

type RuleId = Pick<Rule, 'id' | 'severity'>

/** Gives what is found in the data a rule of its own, so that it is explained, set and waived like any other. */
export function dataRule(declared: DataRule): Rule {
  const rule = { ...declared, severity: 'error', messages: {} } as const
  return { ...rule, scope: 'data', run: (context) => foundAsSet(context, rule) }
}
