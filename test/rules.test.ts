import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { laterRules, rules } from '@ziping/lint'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runZiping } from './run-ziping.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping rules '))
const workspace = path.join(scratch, 'workspace')
afterAll(() => rmSync(scratch, { recursive: true, force: true }))
beforeAll(() => {
  mkdirSync(workspace)
  const config =
    'award: nantong-org-2020\nrules:\n  clause-missing: warning\n  sentence-long: { options: { most: 90 } }\n'
  writeFileSync(path.join(workspace, 'ziping.yaml'), config)
})

describe.concurrent('ziping rules', () => {
  it('says how severe each rule is here, and who decided', async () => {
    const { code, out } = await runZiping(['rules', '--format', 'json'], { cwd: workspace })
    expect(code).toBe(0)
    const listed: readonly Record<string, unknown>[] = JSON.parse(out)
    expect(listed.map(({ id }) => id)).toEqual([...rules, ...laterRules].map(({ id }) => id))
    for (const entry of listed)
      expect(Object.keys(entry).slice(0, 4)).toEqual(['id', 'severity', 'setBy', 'parameters'])
    expect(listed.find(({ id }) => id === 'clause-missing')).toEqual({
      id: 'clause-missing',
      severity: 'warning',
      setBy: 'workspace',
      parameters: {},
    })
  })

  it('says whose word a parameter is, where somebody changed it', async () => {
    const { out } = await runZiping(['rules', '--format', 'json'], { cwd: workspace })
    const listed: readonly Record<string, unknown>[] = JSON.parse(out)
    expect(listed.filter((entry) => 'parametersSetBy' in entry)).toEqual([
      expect.objectContaining({
        id: 'activity-too-old',
        parameters: { window: 'trace' },
        parametersSetBy: { window: 'award' },
      }),
      expect.objectContaining({
        id: 'rank-without-proof',
        parametersSetBy: { issuers: 'award', levels: 'award' },
      }),
      expect.objectContaining({
        id: 'sentence-long',
        parameters: { most: 90 },
        parametersSetBy: { most: 'workspace' },
      }),
    ])
    const table = (await runZiping(['rules'], { cwd: workspace })).out
    expect(table).toMatch(/^clause-missing +警告 +申报工程 ziping\.yaml:3:3 /m)
    expect(table).toContain('（most: 90 ← 申报工程）')
  })

  it('follows the command line, last of all', async () => {
    const words = ['rules', '--rule', 'clause-missing=off', '--format', 'json']
    const { out } = await runZiping(words, { cwd: workspace })
    expect(JSON.parse(out)).toContainEqual(
      expect.objectContaining({ id: 'clause-missing', severity: 'off', setBy: 'command' }),
    )
  })

  it('is a table for people, also of an award alone', async () => {
    const words = ['rules', '--award', 'nantong-org-2020']
    const { out } = await runZiping(words, { cwd: scratch })
    expect(out).toMatch(/^clause-missing +错误 +奖项 +条款没有作答/m)
    const nowhere = await runZiping(['rules'], { cwd: scratch })
    expect(nowhere.code).toBe(2)
    expect(nowhere.err).toContain('没有申报工程')
  })
})

describe.concurrent('ziping explain', () => {
  // The pages in docs/rules/ show that every rule's examples run.
  it.each(['clause-missing', rules.at(-1)?.id ?? ''])('%s', async (id) => {
    const { code, out } = await runZiping(['explain', id], { cwd: workspace })
    expect(code).toBe(0)
    const rule = rules.find((candidate) => candidate.id === id)
    expect(out).toContain(rule?.why['zh-CN'])
    expect(out).toContain('依据：')
    expect(out).toContain('会报告的写法')
    expect(out).toContain('可以的写法')
  })

  it('quotes the notice, shows the setting that holds and what the examples raise', async () => {
    const { out } = await runZiping(['explain', 'clause-missing'], { cwd: workspace })
    expect(out).toContain('轻重：警告（由申报工程规定）')
    expect(out).toContain('依据：L-01')
    expect(out).toContain('“逐条说明实施卓越绩效管理的时间、过程、成效和经验”')
    expect(out).toContain('1:1  报告没有回应条款“1.2 责任”')
  })

  it('says of what only other commands see, when it is seen and whether it can be waived', async () => {
    const { code, out } = await runZiping(['explain', 'evidence-file-coarse'], { cwd: workspace })
    expect(code).toBe(0)
    expect(out).toContain('什么时候查：ziping check')
    expect(out).toContain('能否忽略：写进 ziping.yaml 的 waivers')
    const never = await runZiping(['explain', 'evidence-file-encrypted'], { cwd: workspace })
    expect(never.out).toContain('能否忽略：不能')
    const rows = (await runZiping(['rules'], { cwd: workspace })).out
    expect(rows).toMatch(/^evidence-file-coarse +警告 +ziping check +证实性材料印出来不清楚/m)
  })

  it('needs no workspace', async () => {
    const { code, out } = await runZiping(['explain', 'clause-missing', '--lang', 'en'], {
      cwd: scratch,
    })
    expect(code).toBe(0)
    expect(out).toContain('A clause is not answered')
  })

  it.each([
    [['explain', 'clause-mising'], '是不是要用 clause-missing？'],
    [['explain'], '没有写明要说明哪条规则'],
    [['explain', 'evidence-file-corse'], '是不是要用 evidence-file-coarse？'],
    [['lint', '--rule', 'evidence-file-coarse=off'], '轻重不能用 --rule 设'],
  ])('%j', async (words, message) => {
    const { code, err } = await runZiping(words, { cwd: scratch })
    expect(code).toBe(2)
    expect(err).toContain(message)
  })
})
