import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { openReport, readWorkspace } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { evidenceExpired } from './rules/evidence-expired.ts'
import { evidenceUnused } from './rules/evidence-unused.ts'
import { settleRules } from './settings.ts'
import { waiveFindings } from './waive.ts'
import { waiverFindings } from './waiver-findings.ts'

const demo = await loadAward('demo')
const settings = settleRules([evidenceExpired, evidenceUnused], demo, {}, {})

/** What stands, and what is said of the waivers, for findings at `file:line`. */
function waive(
  files: Readonly<Record<string, string>>,
  raised: readonly (readonly [rule: string, file: string, line: number, clause?: string])[],
): { readonly standing: readonly string[]; readonly waivers: readonly string[] } {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-waive-'))
  try {
    const overlay = new Map(Object.entries({ 'ziping.yaml': 'award: demo\n', ...files }))
    const workspace = readWorkspace(root, { overlay })
    const findings = raised.map(([rule, file, line, clause]) => at(rule, file, line, clause))
    const waived = waiveFindings(findings, openReport(workspace, demo), workspace)
    const show = ({ rule, place }: Finding): string => `${place.file}:${place.line} ${rule}`
    return {
      standing: waived.findings.map(show),
      waivers: waiverFindings(waived, settings).map(show),
    }
  } finally {
    rmSync(root, { recursive: true })
  }
}

function at(rule: string, file: string, line: number, clause: string | undefined): Finding {
  const words = { message: '问题', advice: '改' }
  return {
    rule,
    messageId: 'it',
    severity: 'error',
    place: { file, line, column: 3, endLine: line, endColumn: 4 },
    words: { 'zh-CN': words, en: words },
    ...(clause === undefined ? {} : { clause }),
  }
}

const index = 'evidence/evidence.yaml'

describe('a waiver above a key of a data file', () => {
  it('covers the key with all that belongs to it, and nothing after it', () => {
    const yaml =
      '# ziping-忽略 evidence-expired: 换证受理回执见下一份\niso9001:\n  title: 证书\n  expires: 2020-01-01\nother:\n  expires: 2020-01-01\n'
    expect(
      waive({ [index]: yaml }, [
        ['evidence-expired', index, 4],
        ['evidence-expired', index, 6],
        ['evidence-unused', index, 2],
      ]),
    ).toEqual({
      standing: [`${index}:6 evidence-expired`, `${index}:2 evidence-unused`],
      waivers: [],
    })
  })

  it('covers one line of an entry, in English and with a full-width colon', () => {
    const yaml =
      'iso9001:\n  title: 证书\n  # ziping-ignore evidence-expired：renewal under way\n  expires: 2020-01-01\n  note: 一\n'
    expect(
      waive({ [index]: yaml }, [
        ['evidence-expired', index, 4],
        ['evidence-expired', index, 5],
      ]).standing,
    ).toEqual([`${index}:5 evidence-expired`])
  })

  it('covers an item of a list, and several may stand above one key', () => {
    const file = 'data/applicant.yaml'
    const yaml =
      'honours:\n  # ziping-忽略 evidence-expired: 甲\n  # ziping-忽略 evidence-unused: 乙\n  - type: 市长质量奖\n    date: 2019-05-01\n  - type: 省长质量奖\n'
    expect(
      waive({ [file]: yaml }, [
        ['evidence-expired', file, 5],
        ['evidence-unused', file, 4],
        ['evidence-unused', file, 6],
      ]),
    ).toEqual({ standing: [`${file}:6 evidence-unused`], waivers: [] })
  })

  it('waives nothing without a reason, and is told so', () => {
    const yaml = '# ziping-忽略 evidence-expired\niso9001: { expires: 2020-01-01 }\n'
    expect(waive({ [index]: yaml }, [['evidence-expired', index, 2]])).toEqual({
      standing: [`${index}:2 evidence-expired`],
      waivers: [`${index}:1 waiver-without-reason`],
    })
  })

  it('is told where it is not needed, stands above nothing, or names no rule', () => {
    const yaml =
      '# ziping-忽略 evidence-expired: 已换证\niso9001: { expires: 2030-01-01 }\n# ziping-忽略 evidence-expird: 拼错\nother: { title: 报告 }\n# ziping-忽略 evidence-unused: 后面没有了\n'
    expect(waive({ [index]: yaml }, [['evidence-expired', index, 4]])).toEqual({
      standing: [`${index}:4 evidence-expired`],
      waivers: [`${index}:1 waiver-unused`, `${index}:3 waiver-unused`, `${index}:5 waiver-unused`],
    })
  })

  it('is no other comment', () => {
    const yaml = '# 忽略过期的证书\niso9001: { expires: 2020-01-01 }\n'
    expect(waive({ [index]: yaml }, [['evidence-expired', index, 2]])).toEqual({
      standing: [`${index}:2 evidence-expired`],
      waivers: [],
    })
  })
})

describe('a waiver in a chapter', () => {
  const chapter = (note: string): Readonly<Record<string, string>> => ({
    'report/1.md': `# 1.1 使命\n\n${note}\n\n公司使命。\n\n公司愿景。\n`,
  })

  it('covers the block it stands before', () => {
    expect(
      waive(chapter('<!-- ziping-忽略 evidence-unused: 见合同 -->'), [
        ['evidence-unused', 'report/1.md', 5],
        ['evidence-unused', 'report/1.md', 7],
      ]),
    ).toEqual({ standing: ['report/1.md:7 evidence-unused'], waivers: [] })
  })

  it('needs a reason, and something to waive', () => {
    const found = [['evidence-unused', 'report/1.md', 5]] as const
    expect(waive(chapter('<!-- ziping-忽略 evidence-unused -->'), found)).toEqual({
      standing: ['report/1.md:5 evidence-unused'],
      waivers: ['report/1.md:3 waiver-without-reason'],
    })
    expect(waive(chapter('<!-- ziping-忽略 evidence-unused: 见合同 -->'), []).waivers).toEqual([
      'report/1.md:3 waiver-unused',
    ])
  })
})

describe('a waiver in ziping.yaml', () => {
  const config = (waivers: string): Readonly<Record<string, string>> => ({
    'ziping.yaml': `award: demo\nwaivers:\n${waivers}`,
  })

  it('covers a rule everywhere, or in one file or clause', () => {
    const waivers =
      '  - { rule: evidence-expired, reason: 甲 }\n  - { rule: evidence-unused, reason: 乙, file: report/1.md }\n  - { rule: evidence-unused, reason: 丙, clause: "1.2" }\n'
    expect(
      waive(config(waivers), [
        ['evidence-expired', index, 2],
        ['evidence-unused', 'report/1.md', 1],
        ['evidence-unused', 'report/2.md', 1],
        ['evidence-unused', 'report/2.md', 3, '1.2'],
      ]),
    ).toEqual({ standing: ['report/2.md:1 evidence-unused'], waivers: [] })
  })

  it('is told where it is not needed, at its own line', () => {
    const waivers =
      '  - { rule: evidence-expired, reason: 甲 }\n  - { rule: evidence-unused, reason: 乙 }\n'
    expect(waive(config(waivers), [['evidence-expired', index, 2]]).waivers).toEqual([
      'ziping.yaml:4 waiver-unused',
    ])
  })
})
