import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { createSubject, lintReport, rules, settleRules } from '@ziping/lint'
import { openReport, readWorkspace } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { KeptFacts } from './kept-facts.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping-facts-'))
afterAll(() => rmSync(scratch, { recursive: true }))

const demo = await loadAward('demo')

/** One run after the other over states of one workspace; each starts with the facts the last one kept. */
function found(
  rule: string,
  texts: Readonly<Record<string, string>>,
  options: Readonly<Record<string, unknown>> = {},
): readonly Finding[] {
  const overlay = new Map(Object.entries({ 'ziping.yaml': 'award: demo\nyear: 2020\n', ...texts }))
  const workspace = readWorkspace(scratch, { overlay })
  const subject = createSubject(workspace, openReport(workspace, demo), {})
  const kept = new KeptFacts(path.join(scratch, rule), scratch, 'program')
  kept.give(subject.views)
  const chosen = rules.filter(({ id }) => id === rule)
  const findings = lintReport(subject, settleRules(chosen, demo, { [rule]: { options } }, {}))
  kept.keep(subject.views)
  return findings
}

describe('kept facts hold no longer', () => {
  it('when a reference prints otherwise', () => {
    const report = '# 1.1 使命\n\n公司使命由全体员工共同讨论，见[证](#a)。\n'
    const state = (evidence: string): number =>
      found(
        'sentence-long',
        { 'report/1.md': report, 'evidence/evidence.yaml': evidence },
        { most: 20 },
      ).length
    expect(state('b: { title: 证书 }\n')).toBe(0)
    expect(state('a: { title: 证书 }\n')).toBe(1)
  })

  it('when an option is another', () => {
    const report = '# 1.1 使命\n\n公司使命由全体员工共同讨论，每年评审一次，每三年修订一次。\n'
    const state = (most: number): number =>
      found('sentence-long', { 'report/1.md': report }, { most }).length
    expect([state(100), state(20), state(100)]).toEqual([0, 1, 0])
  })

  it('when an indicator has another name', () => {
    const report = '# 1.1 使命\n\n2019年营业收入812万元。\n'
    const state = (name: string): number =>
      found('value-conflict', {
        'report/1.md': report,
        'data/indicators.yaml': `revenue: { name: ${name}, unit: 万元, values: { 2019: 900 } }\n`,
      }).length
    expect([state('利税'), state('营业收入'), state('利税')]).toEqual([0, 1, 0])
  })
})
