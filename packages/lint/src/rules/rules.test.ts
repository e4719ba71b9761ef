import { describe, expect, it } from 'vitest'
import { applyEdits } from '../apply-edits.ts'
import { exampleChapter, exampleSubject } from '../example-subject.ts'
import { runRule } from '../lint-report.ts'
import { settleRules } from '../settings.ts'
import { rules } from './index.ts'

/** Every rule proves itself with its own examples. */
describe.each(rules)('$id', (rule) => {
  it('has an example that raises it and one that does not', () => {
    expect(rule.examples.some(({ finds }) => finds.length > 0)).toBe(true)
    expect(rule.examples.some(({ finds }) => finds.length === 0)).toBe(true)
  })

  it.each(rule.examples)('$name', async (example) => {
    const subject = await exampleSubject(rule, example)
    const [setting] = settleRules(
      [rule],
      { ...subject.award, rules: {} },
      example.options ?? {},
      {},
    )
    if (setting === undefined) throw new Error('no setting')
    const findings = runRule(subject, {
      ...setting,
      severity: setting.severity === 'off' ? 'warning' : setting.severity,
    })
    const shown = findings.map(({ place, messageId }) => {
      const file = place.file === exampleChapter ? '' : `${place.file}:`
      return `${file}${place.line}:${place.column} ${messageId}`
    })
    expect(shown).toEqual(example.finds)
    for (const finding of findings)
      for (const words of Object.values(finding.words)) {
        expect(words.message).not.toBe('')
        expect(words.advice).not.toBe('')
      }
    if (example.fixed !== undefined && typeof example.report === 'string')
      expect(
        applyEdits(
          example.report,
          findings.flatMap((finding) => finding.fix ?? []),
        ),
      ).toBe(example.fixed)
  })
})
