import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { DiskCache, openReport, readWorkspace } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { lintReport } from './lint-report.ts'
import { sentenceLong } from './rules/sentence-long.ts'
import { settleRules } from './settings.ts'
import { createSubject, type LintSubject } from './subject.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ziping-views-'))
afterAll(() => rmSync(root, { recursive: true }))

const demo = await loadAward('demo')

/** Reads states of one workspace one after the other, as an editor does. */
class Session {
  readonly #cache = new DiskCache()

  subject(texts: Readonly<Record<string, string>>): LintSubject {
    const overlay = new Map(
      Object.entries({ 'ziping.yaml': 'award: demo\nyear: 2020\n', ...texts }),
    )
    const workspace = readWorkspace(root, { overlay })
    return createSubject(workspace, openReport(workspace, demo, this.#cache), {})
  }

  /** What is found about long sentences. */
  found(texts: Readonly<Record<string, string>>): readonly Finding[] {
    const settings = settleRules(
      [sentenceLong],
      demo,
      { 'sentence-long': { options: { most: 20 } } },
      {},
    )
    return lintReport(this.subject(texts), settings)
  }
}

const chapter = (text: string): string => `# 1.1 使命\n\n${text}\n`
const words = '公司使命由全体员工讨论确定并每年评审，'

describe('what was found in a file', () => {
  it('is found again while nothing changes', () => {
    const session = new Session()
    const texts = { 'report/1.md': chapter(words.repeat(2)) }
    const [before, after] = [session.subject(texts), session.subject(texts)]
    expect(after.views).toEqual(before.views)
    expect(after.views[0]).toBe(before.views[0])
    expect(session.found(texts)).toHaveLength(1)
  })

  it('changes with a value of the data', () => {
    const session = new Session()
    const report = chapter('二〇一九年完成:指标[revenue.2019]，比上年多。')
    const state = (unit: string): readonly Finding[] =>
      session.found({
        'report/1.md': report,
        'data/indicators.yaml': `revenue: { name: 收入, unit: ${unit}, values: { 2019: 5 } }\n`,
      })
    expect(state('元')).toHaveLength(0)
    expect(state('万元人民币按年度平均汇率折算')).toHaveLength(1)
    expect(state('元')).toHaveLength(0)
  })

  it('is counted anew with a value of the data', () => {
    const session = new Session()
    const counts = (unit: string): readonly (number | undefined)[] => {
      const { coverage } = session.subject({
        'report/1.md': chapter('二〇一九年完成:指标[revenue.2019]。'),
        'data/indicators.yaml': `revenue: { name: 收入, unit: ${unit}, values: { 2019: 5 } }\n`,
      })
      return [coverage.clauses[0]?.count, coverage.documents[0]?.length.characters]
    }
    const [clause = 0, document = 0] = counts('元')
    expect(counts('万元人民币')).toEqual([clause + 4, document + 4])
    expect(counts('元')).toEqual([clause, document])
  })

  it('changes with what a reference prints', () => {
    const session = new Session()
    const report = chapter('公司使命由全体员工共同讨论，见[证](#a)。')
    const state = (evidence: string): readonly Finding[] =>
      session.found({ 'report/1.md': report, 'evidence/evidence.yaml': evidence })
    expect(state('b: { title: 证书 }\n')).toHaveLength(0)
    expect(state('a: { title: 证书 }\n')).toHaveLength(1)
  })

  it('changes with the clause that runs on from the file before', () => {
    const session = new Session()
    const state = (clause: string): readonly (string | undefined)[] =>
      session
        .found({ 'report/1.md': `# ${clause}\n\n正文。\n`, 'report/2.md': words.repeat(2) })
        .map((finding) => finding.clause)
    const [first, second] = demo.clauses.flatMap(({ children }) => children)
    expect(state(`${first?.number} ${first?.title}`)).toEqual([first?.id])
    expect(state(`${second?.number} ${second?.title}`)).toEqual([second?.id])
  })

  it('changes with what of its clause stands in the next file', () => {
    const session = new Session()
    const heading = '# 1.1 使命\n\n正文十个字在这里。\n'
    const count = (more: string): number | undefined =>
      session.subject({ 'report/1.md': heading, 'report/2.md': more }).coverage.clauses[0]?.count
    const alone = count('# 1.2 责任\n')
    expect(alone).toBeGreaterThan(0)
    expect(count(words)).toBeGreaterThan(alone ?? 0)
    expect(count('# 1.2 责任\n')).toBe(alone)
  })

  it('changes with the data of the form', () => {
    const session = new Session()
    const faults = (form: string): number =>
      session
        .subject({ 'data/form.yaml': form })
        .dataFindings.filter(({ messageId }) => messageId === 'unknown').length
    const none = faults('org: {}\n')
    expect(faults('org: {}\nnobodyKnows: 1\n')).toBe(none + 1)
    expect(faults('org: {}\n')).toBe(none)
  })

  it('changes with the kind of document it is', () => {
    const session = new Session()
    const text = chapter(words.repeat(2))
    expect(session.subject({ 'report/1.md': text }).views[0]?.document.kind).toBe('report')
    expect(session.subject({ 'cases/1.md': text }).views[0]?.document.kind).toBe('case')
  })
})
