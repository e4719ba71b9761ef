import { loadAward } from '@ziping/award'
import { readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { dataFile } from '../test/fill.ts'
import { loadApplicant } from './applicant.ts'
import { assessEligibility, type Confirmation } from './eligibility.ts'
import { factsOf } from './form-facts.ts'

async function reasons(
  award: string,
  id: string,
  facts: string,
  confirmed: Readonly<Record<string, Confirmation>> = {},
): Promise<readonly string[]> {
  const { applicant } = loadApplicant(dataFile('data/applicant.yaml', facts))
  const results = assessEligibility(await loadAward(award), {
    facts: factsOf(applicant, readIndicators(undefined), new Map(), {
      year: 2020,
      date: '2020-12-20',
    }),
    confirmations: confirmed,
    evidence: [],
  })
  const result = results.find(({ condition }) => condition.id === id)
  return (result?.reasons ?? []).map((reason) => reason['zh-CN'])
}

describe('why a condition is not met', () => {
  it('names the fact that is lacking, for each of the ways', async () => {
    const facts = 'organization: { policyIndustry: true }\nhonours: []\n'
    expect(await reasons('shenzhen-economic-2020', 'SZ-E4', facts)).toEqual([
      '“申报单位已纳入深圳市政府新兴产业统计监测企业名录库”：honours 里没有 type 为“新兴产业统计监测企业名录库”的一项',
      '“经相关权威机构证明其具有领先的行业地位”：honours 里没有 type 为“行业领先地位证明”的一项',
      '“上年度产值、利润、纳税等主要业绩指标之一处于本市同行业(含细……”：organization.policyIndustry 是“是”（true）',
      '“上年度产值、利润、纳税等主要业绩指标之一处于本市同行业(含细……”：honours 里没有 type 为“市内同行业前20位”的一项',
    ])
  })

  it('names the value that decided', async () => {
    const facts = 'organization: { region: "320612", legalPerson: true, registered: 2018-08-22 }\n'
    expect(await reasons('nantong-org-2020', 'NT-O-E1', facts)).toContain(
      'organization.registered 是 2018-08-22',
    )
  })

  it('names who denied it', async () => {
    const denied = { 'SZ-E8': { by: '张三', on: '2020-12-01', answer: false } }
    expect(await reasons('shenzhen-economic-2020', 'SZ-E8', 'organization: {}\n', denied)).toEqual([
      '张三 2020-12-01 在 confirmations 的 SZ-E8 里答的是“否”（answer: false）',
    ])
  })

  it('says nothing of what is met', async () => {
    const said = { 'SZ-E8': { by: '张三', on: '2020-12-01', answer: true } }
    expect(await reasons('shenzhen-economic-2020', 'SZ-E8', 'organization: {}\n', said)).toEqual([])
  })
})
