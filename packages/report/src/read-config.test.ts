import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkData } from './check-data.ts'
import { readWorkspace } from './read-workspace.ts'

describe('the days of ziping.yaml', () => {
  it.each([
    ['filed: 2020-08-14', '2020-08-14', []],
    ['filed: 2020/8/14', '2020-08-14', ['wrong-form 2:8 写成 2020-08-14']],
    ['filed: 2020年8月14日', '2020-08-14', ['wrong-form 2:8 写成 2020-08-14']],
    [
      'filed: 2020年8月',
      undefined,
      ['wrong-form 2:8 要写到日，如 2020-08-15；只知道年月的，照原件查到是哪一天'],
    ],
    ['filed: 2020-02-30', undefined, ['no-such-day 2:8 照日历核对月和日']],
    ['filed: 2020-13-01', undefined, ['no-such-day 2:8 照日历核对月和日']],
    [
      'confirmations: { X: { by: 甲, on: 2020-02-30 } }',
      undefined,
      ['no-such-day 2:34 照日历核对月和日'],
    ],
  ])('%s', async (line, filed, found) => {
    const root = mkdtempSync(path.join(tmpdir(), 'ziping-config-'))
    try {
      const overlay = new Map([['ziping.yaml', `award: demo\n${line}\n`]])
      const workspace = readWorkspace(root, { overlay })
      expect(workspace.config.filed).toBe(filed)
      const findings = await checkData(workspace)
      expect(
        findings.map(
          ({ messageId, place, words }) =>
            `${messageId} ${place.line}:${place.column} ${words['zh-CN'].advice}`,
        ),
      ).toEqual(found)
    } finally {
      rmSync(root, { recursive: true })
    }
  })
})
