import { loadAward } from '@ziping/award'
import { DataFile } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { type ReportScore, scoreReport } from './score-report.ts'

describe('self-scores', () => {
  it('are weighted by the award’s points, clause by clause and in total', async () => {
    // 1.1 counts for 50 points, 1.2 and 1.3 for 30 each.
    const score = await scored('"1.1": 60\n"1.2": { score: 45.5, note: 缺内审证据 }\n')
    expect(
      score.clauses
        .slice(0, 3)
        .map(({ clause, points, percent, earned, note }) => [
          clause.id,
          points?.toFixed(),
          percent?.toFixed(),
          earned?.toFixed(),
          note,
        ]),
    ).toEqual([
      ['1.1', '50', '60', '30', undefined],
      ['1.2', '30', '45.5', '13.65', '缺内审证据'],
      ['1.3', '30', undefined, undefined, undefined],
    ])
    const [leadership] = score.categories
    expect(leadership?.points?.toFixed()).toBe('110')
    expect(leadership?.scored?.toFixed()).toBe('80')
    expect(leadership?.earned?.toFixed()).toBe('43.65')
    expect(leadership?.percent?.toFixed(4)).toBe('54.5625')
    expect(score.total.points?.toFixed()).toBe('1000')
    expect(score.total.earned?.toFixed()).toBe('43.65')
  })

  it('what is not scored yet is a hole, never nought', async () => {
    const score = await scored('"1.1": 60\n')
    expect(score.holes).toHaveLength(22)
    expect(score.holes[0]?.id).toBe('1.2')
    expect(score.total.percent?.toFixed()).toBe('60')
    expect((await scored('')).total.percent).toBeUndefined()
  })

  it('a clause may be called by its title or the standard’s number', async () => {
    const score = await scored('高层领导的作用: 50\n"4.1.3": 40\n')
    expect(score.clauses[0]?.percent?.toFixed()).toBe('50')
    expect(score.clauses[1]?.percent?.toFixed()).toBe('40')
    expect(score.unknown).toEqual([])
  })

  it('a key that is no clause, or names one twice, is told with its place', async () => {
    const { unknown } = await scored('"1.11": 60\n"2": 50\n"1.1": 50\n高层领导的作用: 60\n')
    expect(unknown.map(({ key, place }) => `${key}@${place.line}`)).toEqual([
      '2@2',
      '1.11@1',
      '高层领导的作用@4',
    ])
  })

  it('without points in the notice, the average of the scores', async () => {
    const { total, clauses } = await scored('产品服务: 1\n', 'shenzhen-economic-2020')
    expect(total.points).toBeUndefined()
    const [first, second] = clauses.map(({ clause }) => clause.id)
    const both = await scored(`"${first}": 40\n"${second}": 61\n`, 'shenzhen-economic-2020')
    expect(both.total.percent?.toFixed()).toBe('50.5')
  })

  it.each(['wuhan-person-manager', 'wuhan-person-executive', 'jiaxing-org-2020'])(
    '%s adds up to what its notice gives',
    async (id) => {
      const award = await loadAward(id)
      expect((await scored('', id)).total.points?.toNumber()).toBe(award.total)
    },
  )
})

async function scored(text: string, award = 'nantong-org-2020'): Promise<ReportScore> {
  return scoreReport(await loadAward(award), new DataFile('data/scores.yaml', text))
}
