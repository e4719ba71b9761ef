import { describe, expect, it } from 'vitest'
import { applyEdits } from '../apply-edits.ts'
import type { Example, Rule } from '../define-rule.ts'
import { exampleChapter } from '../example-subject.ts'
import { runExample } from '../run-example.ts'
import { rules } from './index.ts'

/** What a rule finds in one of its examples, as the example would put it down. */
async function raisedBy(rule: Rule, example: Example): Promise<readonly string[]> {
  const findings = await runExample(rule, example)
  return findings.map(({ place, messageId }) => {
    const file = place.file === exampleChapter ? '' : `${place.file}:`
    return `${file}${place.line}:${place.column} ${messageId}`
  })
}

function messageOf(find: string): string {
  return find.slice(find.lastIndexOf(' ') + 1)
}

/** The first of a rule's examples that do not hold for another rule in its place. */
async function betrayedBy(rule: Rule, instead: Rule['run']): Promise<string | undefined> {
  const raising = rule.examples.filter(({ finds }) => finds.length > 0)
  for (const example of raising) {
    const raised = await raisedBy({ ...rule, run: instead }, example)
    if (raised.join('\n') !== example.finds.join('\n')) return example.name
  }
  return undefined
}

/** Every rule proves itself with its own examples. */
describe.each(rules)('$id', (rule) => {
  const raised = new Set(rule.examples.flatMap(({ finds }) => finds.map(messageOf)))

  it('has an example that raises it and one that does not', () => {
    expect(rule.examples.some(({ finds }) => finds.length > 0)).toBe(true)
    expect(rule.examples.some(({ finds }) => finds.length === 0)).toBe(true)
  })

  it('has an example for each of its messages', () => {
    expect(Object.keys(rule.messages).filter((id) => !raised.has(id))).toEqual([])
  })

  it('fails its examples without its check', async () => {
    expect(await betrayedBy(rule, () => [])).toBeDefined()
  })

  it.each([...raised])('fails its examples without what raises “%s”', async (id) => {
    const lacking: Rule['run'] = (context) =>
      rule.run(context).filter(({ messageId }) => messageId !== id)
    expect(await betrayedBy(rule, lacking)).toBeDefined()
  })

  it.each(rule.examples)('$name', async (example) => {
    const findings = await runExample(rule, example)
    expect(await raisedBy(rule, example)).toEqual(example.finds)
    expect(findings.every((finding) => finding.rule === rule.id)).toBe(true)
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
