import type { Bilingual, Finding } from '@ziping/diagnostics'
import type { Example, Rule } from './define-rule.ts'
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

/** Gives what is found in the data a rule of its own, so that it is explained, set and waived like any other. */
export function dataRule(declared: DataRule): Rule {
  return {
    ...declared,
    severity: 'error',
    messages: {},
    run: (context) => {
      const { severity } = context
      const findings = foundFor(context, declared.id)
      return severity === undefined
        ? findings
        : findings.map((finding) => ({ ...finding, severity }))
    },
  }
}
