import { loadAward } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { dataFile } from '../test/fill.ts'
import { type Plan, readPlan } from './read-plan.ts'

describe('data/plan.yaml', () => {
  it('says who writes what until when, and the days before the deadline in their order', async () => {
    const plan = await planned(`
clauses:
  "1.1": { owner: 战略企管部 孟书衡, due: 2020-07-20, status: 初稿 }
  高层领导的作用: { owner: 甲 }
  "4.1.3": { owner: 乙 }
documents:
  overview: { owner: 办公室, due: 2020-07-25 }
dates:
  送达: 2020-08-14
  初审: 2020-08-05
`)
    expect(plan.findings).toEqual([])
    expect(plan.clauses[0]).toMatchObject({
      id: '1.1',
      owner: '战略企管部 孟书衡',
      due: '2020-07-20',
      status: '初稿',
      place: { line: 3 },
    })
    expect(plan.documents).toMatchObject([{ id: 'overview', owner: '办公室' }])
    expect(plan.dates.map(({ name, day }) => `${name} ${day}`)).toEqual([
      '初审 2020-08-05',
      '送达 2020-08-14',
    ])
  })

  it('tells a clause the award does not have, and leaves out a day the calendar does not have', async () => {
    const plan = await planned(
      'clauses:\n  "1.9": { owner: 甲, due: 2020-02-30 }\ndates:\n  初审: 2020-06-31\n',
    )
    expect(plan.findings.map(({ messageId, place }) => `${messageId} ${place.line}`)).toEqual([
      'plan-clause 2',
    ])
    expect(plan.dates).toEqual([])
  })

  it('is empty where there is none', async () => {
    const award = await loadAward('demo')
    expect(readPlan(undefined, award)).toEqual({
      clauses: [],
      documents: [],
      dates: [],
      findings: [],
    })
  })
})

async function planned(text: string): Promise<Plan> {
  return readPlan(dataFile('data/plan.yaml', text), await loadAward('nantong-org-2020'))
}
