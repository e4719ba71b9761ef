import type { Finding } from '@ziping/diagnostics'
import type { Example, Rule } from './define-rule.ts'
import { exampleSubject } from './example-subject.ts'
import { runRule } from './lint-report.ts'
import { settleRules } from './settings.ts'

/** What a rule finds in one of its examples, with the example's settings and nobody else's. */
export async function runExample(rule: Rule, example: Example): Promise<readonly Finding[]> {
  const subject = await exampleSubject(rule, example)
  const award = { ...subject.award, rules: {} }
  return settleRules([rule], award, example.options ?? {}, {}).flatMap((setting) =>
    runRule(subject, {
      ...setting,
      severity: setting.severity === 'off' ? 'warning' : setting.severity,
    }),
  )
}
