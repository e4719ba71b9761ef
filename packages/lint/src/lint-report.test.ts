import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { loadCodeLists } from '@ziping/forms'
import { checkData, openReport, readWorkspace } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { lintReport } from './lint-report.ts'
import { rules } from './rules/index.ts'
import { settleRules } from './settings.ts'
import { createSubject } from './subject.ts'

const chapters = {
  'report/1.md': '# 1.1 使命\n\n收入[81260万元](#revenue.2019)，见[证](#audit)和[表](#main)。\n',
  'data/indicators.yaml': 'revenue: { name: 收入, unit: 万元, values: { 2019: 81260 } }\n',
  'evidence/evidence.yaml': 'audit: { title: 审计报告, file: audit.pdf }\n',
}

/** What is told of a folder with these files. */
async function told(
  files: Readonly<Record<string, string | Uint8Array>>,
): Promise<readonly string[]> {
  const root = mkdtempSync(path.join(tmpdir(), 'ziping-lint-report-'))
  try {
    for (const [file, content] of Object.entries({
      'ziping.yaml': 'award: demo\nyear: 2020\n',
      ...files,
    })) {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
      writeFileSync(path.join(root, file), content)
    }
    const award = await loadAward('demo')
    const workspace = readWorkspace(root)
    const subject = createSubject(
      workspace,
      openReport(workspace, award),
      await loadCodeLists(award),
      {
        found: [...workspace.findings, ...(await checkData(workspace))],
      },
    )
    return lintReport(subject, settleRules(rules, { rules: {} }, {}, {})).map(
      ({ rule, messageId, words }) =>
        `${rule}/${messageId} ${words['zh-CN'].message} ${words['zh-CN'].advice}`,
    )
  } finally {
    rmSync(root, { recursive: true })
  }
}

const ids = (all: readonly string[]): readonly string[] => all.map((one) => one.split(' ')[0] ?? '')

/** “使命” in GBK, which is no UTF-8. */
const gbk = Uint8Array.from([0x23, 0x20, 0xca, 0xb9, 0xc3, 0xfc, 0x0a])

describe('one cause, one finding', () => {
  it('tells what is missing while all can be read', async () => {
    const found = ids(await told(chapters))
    expect(found).toContain('clause-missing/absent')
    expect(found).toContain('reference-unresolved/label')
    expect(found.filter((id) => id.endsWith('/notChecked'))).toEqual([])
  })

  it('a chapter that cannot be read is not blamed for what may stand in it', async () => {
    const all = await told({ ...chapters, 'report/2.md': gbk })
    expect(ids(all)).toContain('workspace-invalid/gbk')
    expect(ids(all)).not.toContain('clause-missing/absent')
    expect(ids(all)).not.toContain('reference-unresolved/label')
    expect(all.find((one) => one.startsWith('workspace-invalid/notChecked'))).toMatch(
      /report\/2\.md 没有读入，与它有关的检查这次没有做：.*条款没有作答/,
    )
  })

  it.each([
    ['data/indicators.yaml', 'revenue: { name: [\n', 'reference-unresolved/indicator'],
    ['evidence/evidence.yaml', 'audit: { title: [\n', 'reference-unresolved/label'],
  ])('%s that cannot be read has no page of consequences', async (file, text, follows) => {
    const all = ids(await told({ ...chapters, [file]: text }))
    expect(all).toContain('data-invalid/yaml-syntax')
    expect(all).toContain('data-invalid/notChecked')
    expect(all).not.toContain(follows)
  })
})

it('advice names the file the team keeps its indicators in', async () => {
  const { 'data/indicators.yaml': text, ...rest } = chapters
  const moved = await told({
    ...rest,
    'ziping.yaml': 'award: demo\nyear: 2020\npaths: { indicators: data/zhibiao.yaml }\n',
    'data/zhibiao.yaml': text,
  })
  const advice = moved.find((one) => one.startsWith('indicator-without-source'))
  expect(advice).toContain('data/zhibiao.yaml')
  expect(moved.join('\n')).not.toContain('data/indicators.yaml')
})
