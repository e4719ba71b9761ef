import { type Award, loadAward } from '@ziping/award'
import { type Evidence, readIndicators } from '@ziping/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataFile, show } from '../test/fill.ts'
import { type Applicant, loadApplicant } from './applicant.ts'
import { assessEligibility, type ConditionResult, type Confirmation } from './eligibility.ts'
import { factsOf } from './form-facts.ts'
import { checkRecordTypes } from './record-types.ts'

const awards = new Map<string, Award>()
beforeAll(async () => {
  for (const id of [
    'nantong-org-2020',
    'nantong-person-2020',
    'jiaxing-org-2020',
    'shenzhen-economic-2020',
    'shenzhen-public-project-2020',
    'wuhan-person-manager',
  ])
    awards.set(id, await loadAward(id))
})

const date = '2020-08-21'
const yes: Confirmation = { by: '施慧筠', on: '2020-07-01', answer: true }

interface Told {
  readonly award?: string
  readonly date?: string
  readonly indicators?: string
  readonly confirmed?: Readonly<Record<string, Confirmation>>
  readonly evidence?: readonly Evidence[]
}

function assess(id: string, applicant: string, told: Told = {}): ConditionResult {
  const award = awardOf(told.award ?? 'nantong-org-2020')
  const indicators = readIndicators(dataFile('data/indicators.yaml', told.indicators))
  const reference = { year: 2020, date: told.date ?? date }
  const results = assessEligibility(award, {
    facts: factsOf(read(applicant), indicators, new Map(), reference),
    confirmations: told.confirmed ?? {},
    evidence: told.evidence ?? [],
  })
  const result = results.find(({ condition }) => condition.id === id)
  if (result === undefined) throw new Error(`no condition ${id}`)
  return result
}

function read(text: string): Applicant {
  return loadApplicant(dataFile('data/applicant.yaml', text)).applicant
}

function awardOf(id: string): Award {
  const award = awards.get(id)
  if (award === undefined) throw new Error(`no award ${id}`)
  return award
}

describe('登记注册 5 年以上, counted to the day (T-09)', () => {
  const registered = (day: string): string =>
    `organization: { region: "320612", legalPerson: true, registered: ${day} }`

  it.each([
    ['2015-08-21', 'met'],
    ['2015-08-22', 'not-met'],
    ['2003-04-18', 'met'],
  ])('registered on %s: %s', (day, outcome) => {
    expect(assess('NT-O-E1', registered(day)).outcome).toBe(outcome)
  })

  it('shows the day it really means', () => {
    expect(assess('NT-O-E1', registered('2015-08-21')).windows).toEqual([
      { kind: 'not-after', fact: 'organization.registered', day: '2015-08-21' },
    ])
  })

  it('elsewhere, or without legal personality, is not met', () => {
    expect(assess('NT-O-E1', registered('2003-04-18').replace('3206', '3205')).outcome).toBe(
      'not-met',
    )
    expect(assess('NT-O-E1', registered('2003-04-18').replace('true', '否')).outcome).toBe(
      'not-met',
    )
  })

  it('names the facts without which it can’t be decided', () => {
    expect(assess('NT-O-E1', 'organization: { region: "320612" }')).toMatchObject({
      outcome: 'undecided',
      missing: ['organization.legalPerson', 'organization.registered'],
    })
  })
})

describe('荣誉奖项之一 (T-36)', () => {
  it.each([
    ['[{ type: 省质量信用AAA, date: 2015-08-21 }]', 'met'],
    ['[{ type: 省质量信用AAA, date: 2015-08-20 }]', 'not-met'],
    ['[{ type: 全国行业质量奖, date: 2017-08-21 }]', 'met'],
    ['[{ type: 全国行业质量奖, date: 2016-12-01 }]', 'not-met'],
    ['[{ type: 鲁班奖, date: 2019-11-01 }]', 'not-met'],
    ['[{ type: 鲁班奖, date: 2019-11-01 }, { type: 国优工程奖, date: 2018-11-01 }]', 'met'],
    ['[]', 'not-met'],
  ])('%s: %s', (honours, outcome) => {
    expect(assess('NT-O-E3', `honours: ${honours}`).outcome).toBe(outcome)
  })

  it('tells which way it is met, and the evidence that goes with it', () => {
    const index: readonly Evidence[] = [
      { id: 'credit', title: '证书', kind: 'honour', sealed: false },
      { id: 'audit', title: '审计报告', kind: 'record', sealed: false },
    ]
    const result = assess('NT-O-E3', 'honours: [{ type: 省质量信用AAA, date: 2018-12-18 }]', {
      evidence: index,
    })
    expect(
      result.alternatives.filter(({ outcome }) => outcome === 'met').map(({ id }) => id),
    ).toEqual(['NT-O-E3a'])
    expect(result.evidence).toMatchObject([{ kind: 'honour', min: 1, found: ['credit'] }])
    expect(result.windows).toContainEqual({
      kind: 'within',
      list: 'honours',
      from: '2015-08-21',
      to: date,
    })
  })

  it('an honour known only to the month may leave it open', () => {
    expect(assess('NT-O-E3', 'honours: [{ type: 省质量信用AAA, date: 2015-08 }]').outcome).toBe(
      'undecided',
    )
    expect(assess('NT-O-E3', 'honours: [{ type: 省质量信用AAA, date: 2015-09 }]').outcome).toBe(
      'met',
    )
  })

  it('honours not told yet leave it open', () => {
    expect(assess('NT-O-E3', 'organization: {}')).toMatchObject({
      outcome: 'undecided',
      missing: ['honours'],
    })
  })
})

describe('what a person has to confirm', () => {
  const since = 'organization: { excellenceSince: 2015-09, cqo: { name: 沈蔚然 } }'

  it('facts alone do not meet a condition that also needs a person’s word', () => {
    const result = assess('NT-O-E2', since)
    expect(result.outcome).toBe('undecided')
    expect(result.toConfirm).toContain('取得显著成效')
  })

  it('with that word it is met, against it not', () => {
    expect(assess('NT-O-E2', since, { confirmed: { 'NT-O-E2': yes } })).toMatchObject({
      outcome: 'met',
      confirmed: yes,
    })
    const no = { 'NT-O-E2': { ...yes, answer: false } }
    expect(assess('NT-O-E2', since, { confirmed: no }).outcome).toBe('not-met')
  })

  it('a word does not replace facts that deny or lack', () => {
    const confirmed = { 'NT-O-E2': yes }
    expect(assess('NT-O-E2', since.replace('2015', '2019'), { confirmed }).outcome).toBe('not-met')
    expect(assess('NT-O-E2', 'organization: {}', { confirmed }).outcome).toBe('undecided')
  })

  it('but for what has not happened it is enough', () => {
    expect(assess('NT-O-X6', 'organization: { name: 甲 }').outcome).toBe('undecided')
    expect(
      assess('NT-O-X6', 'organization: { name: 甲 }', { confirmed: { 'NT-O-X6': yes } }).outcome,
    ).toBe('met')
  })

  it('a condition that only a person can judge', () => {
    expect(assess('NT-O-X1', '').outcome).toBe('undecided')
    expect(assess('NT-O-X1', '', { confirmed: { 'NT-O-X1': yes } }).outcome).toBe('met')
  })
})

describe('事故与不良记录', () => {
  const confirmed = { 'NT-O-X3': yes, 'NT-O-E5': yes }
  const accidents = (count: number, sector: string, level = '一般'): string =>
    `organization: { sector: ${sector} }\nincidents: [${Array.from({ length: count }, (_, index) => `{ type: 安全事故, level: ${level}, date: 2019-0${index + 1}-01 }`).join(', ')}]`

  it.each([
    [accidents(2, '建筑业'), 'met'],
    [accidents(3, '建筑业'), 'not-met'],
    [accidents(1, '建筑业', '较大'), 'not-met'],
    [accidents(1, '工业'), 'not-met'],
    [accidents(0, '工业'), 'met'],
    ['organization: { sector: 工业 }\nincidents: [{ type: 安全事故, date: 2017-08-20 }]', 'met'],
    [
      'organization: { sector: 工业 }\nincidents: [{ type: 税收违法, date: 2018-01-05 }]',
      'not-met',
    ],
  ])('T-43: %s: %s', (text, outcome) => {
    expect(assess('NT-O-X3', text, { confirmed }).outcome).toBe(outcome)
  })

  it.each([
    ['{ sector: 工业, environmentGrade: 蓝色, safetyGrade: 二级 }', 'met'],
    ['{ sector: 工业, environmentGrade: 黄色, safetyGrade: 二级 }', 'not-met'],
    ['{ sector: 工业, environmentGrade: 绿色, safetyGrade: 三级 }', 'not-met'],
    ['{ sector: 服务业 }', 'met'],
  ])('grades are asked of industry alone: %s: %s', (organization, outcome) => {
    const text = `organization: ${organization}\nincidents: []`
    expect(assess('NT-O-E5', text, { confirmed }).outcome).toBe(outcome)
  })
})

describe('other awards', () => {
  const group = (incidents: string): string => `organization:
  isGroup: true
  holdings: [{ name: 甲, incidents: [] }, { name: 乙, ${incidents} }]`
  const jiaxing = { award: 'jiaxing-org-2020', confirmed: { 'JX-E7': yes } }

  it.each([
    ['incidents: []', 'met'],
    ['incidents: [{ type: 安全事故, level: 重大, date: 2019-05-01 }]', 'not-met'],
    ['folder: 乙', 'undecided'],
  ])('Jiaxing: every company of a group: %s: %s', (incidents, outcome) => {
    expect(assess('JX-E7', group(incidents), jiaxing).outcome).toBe(outcome)
  })

  it('Jiaxing: no group, no question', () => {
    expect(assess('JX-E7', 'organization: { isGroup: 否 }', jiaxing).outcome).toBe('not-applicable')
  })

  it.each([
    ['{ forProfit: true, policyIndustry: true }', '', 'met'],
    ['{ forProfit: true, policyIndustry: false }', '{ 2017: 1, 2018: 2, 2019: 3 }', 'met'],
    ['{ forProfit: true, policyIndustry: false }', '{ 2017: 1, 2018: -2, 2019: 3 }', 'not-met'],
    ['{ forProfit: true, policyIndustry: false }', '{ 2017: 1, 2018: 2 }', 'undecided'],
    ['{ forProfit: false }', '', 'met'],
  ])('Shenzhen: 行业地位 %s %s: %s', (organization, profit, outcome) => {
    const result = assess('SZ-E3', `organization: ${organization}`, {
      award: 'shenzhen-economic-2020',
      indicators: profit === '' ? '{}' : `profit: { values: ${profit} }`,
      confirmed: { 'SZ-E3': yes },
    })
    expect(result.outcome).toBe(outcome)
  })

  it('Shenzhen: a project that has run for a year', () => {
    const told = {
      award: 'shenzhen-public-project-2020',
      date: '2020-12-18',
      confirmed: { 'SZ-E6': yes },
    }
    expect(assess('SZ-E6', 'project: { inService: 2019-12-18 }', told).outcome).toBe('met')
    expect(assess('SZ-E6', 'project: { inService: 2019-12-19 }', told).outcome).toBe('not-met')
  })

  it('person: ten years, and not beside the organization', () => {
    const told = { award: 'nantong-person-2020', confirmed: { 'NT-I-E1': yes } }
    const person =
      'organization: { region: "320600" }\nperson: { qualityYears: 10, category: 首席质量官 }'
    expect(assess('NT-I-E1', person, told).outcome).toBe('met')
    expect(assess('NT-I-X1', person, told).outcome).toBe('not-applicable')
  })

  it('an award that names no conditions has none', () => {
    const facts = { date }
    expect(
      assessEligibility(awardOf('wuhan-person-manager'), {
        facts,
        confirmations: {},
        evidence: [],
      }),
    ).toEqual([])
  })
})

describe('types that conditions would pass over', () => {
  it.each([
    [
      'honours: [{ type: 省质量信用AAA级 }]',
      'honour-type 1:19 荣誉类型“省质量信用AAA级”与申报条件的写法“省质量信用AAA”不同，不会算作它',
    ],
    [
      'incidents: [{ type: 生产事故 }]',
      'incident-type 1:21 申报条件里没有“生产事故”这一类型，判断条件时不会算它',
    ],
  ])('%s', (text, finding) => {
    const findings = checkRecordTypes(awardOf('nantong-org-2020'), read(text))
    expect(findings.map(show)).toEqual([`data-invalid/${finding}`])
  })

  it('other honours are none of the conditions’ business', () => {
    expect(
      checkRecordTypes(awardOf('nantong-org-2020'), read('honours: [{ type: 优秀质量管理小组 }]')),
    ).toEqual([])
  })
})
