import { readdirSync } from 'node:fs'
import path from 'node:path'
import { loadAward } from '@ziping/award'
import { rules } from '@ziping/lint'
import { describe, expect, it } from 'vitest'
import { runZiping } from './run-ziping.ts'

const root = path.resolve(import.meta.dirname, '..')

describe('a full report that no rule was tuned to', () => {
  it('has no errors and at most two warnings', async () => {
    const cwd = path.join(root, 'test/reports/nantong-service')
    const { out } = await runZiping(['lint', '--format', 'json'], { cwd })
    const { files, summary } = JSON.parse(out)
    const told = JSON.stringify(files, null, 2)
    expect(summary.errors, told).toBe(0)
    expect(summary.warnings, told).toBeLessThanOrEqual(2)
  })
})

describe('the rules that awards set', () => {
  const known = rules.map(({ id }) => id)
  const awards = readdirSync(path.join(root, 'content/awards'))

  it.each(awards)('are rules there are: %s', async (id) => {
    const award = await loadAward(id)
    expect(Object.keys(award.rules).filter((rule) => !known.includes(rule))).toEqual([])
  })
})
