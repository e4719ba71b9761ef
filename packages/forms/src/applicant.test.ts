import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type IndustryCodes, loadIndustryCodes } from '@ziping/award'
import { DataFile } from '@ziping/report'
import { beforeAll, describe, expect, it } from 'vitest'
import { show } from '../test/fill.ts'
import { type Applicant, loadApplicant } from './applicant.ts'
import { applicantSchema } from './facts/applicant-schema.ts'

let industries: IndustryCodes
beforeAll(async () => {
  industries = await loadIndustryCodes('gbt4754-2017')
})

function load(text: string): {
  readonly applicant: Applicant
  readonly findings: readonly string[]
} {
  const file = new DataFile('data/applicant.yaml', text)
  const { applicant, findings } = loadApplicant(file, industries)
  return { applicant, findings: findings.map(show) }
}

describe('loadApplicant', () => {
  it('reads facts by their kinds', () => {
    const { applicant, findings } = load(`
organization:
  name: 江苏梭澜纺织机械股份有限公司
  shortNames: [梭澜股份]
  formerNames: [{ name: 南通梭澜纺织机械有限公司, until: 2017-12 }]
  uscc: 91320600MA1TEKT00L
  region: 320612
  legalPerson: 是
  registered: 2003-04-18
  industry: C3551
  employees: 1,116
  revenue: 81260.50
  holdings: [{ name: 梭澜配件有限公司, folder: 配件, incidents: [] }]
  figures: { assetsClose: { 2018: 100, 2019: 120.5 } }
honours:
  - { type: 县级政府质量奖, date: 2017-11, evidence: district }
incidents: []
`)
    expect(findings).toEqual([])
    expect(applicant).toMatchObject({
      name: '江苏梭澜纺织机械股份有限公司',
      shortNames: ['梭澜股份'],
      formerNames: [{ name: '南通梭澜纺织机械有限公司', until: '2017-12' }],
      holdings: [{ name: '梭澜配件有限公司', folder: '配件' }],
      honours: [{ type: '县级政府质量奖', name: '县级政府质量奖', date: '2017-11' }],
      incidents: [],
    })
    expect(applicant.fact('organization.legalPerson')).toBe(true)
    expect(applicant.fact('organization.registered')).toBe('2003-04-18')
    expect(String(applicant.fact('organization.revenue'))).toBe('81260.5')
    expect(String(applicant.fact('organization.figures.assetsClose.2019'))).toBe('120.5')
  })

  it('derives what follows from other facts and knows where they stand', () => {
    const { applicant, findings } = load(`organization: { name: 甲公司, industry: C3551 }
person: { idNo: 32060019900307002X }
people:
  legalRepresentative: { name: 顾承泽 }
  chiefQualityOfficer: { name: 沈蔚然, since: 2018-01 }
`)
    expect(findings).toEqual([])
    expect(applicant.fact('organization.sector')).toBe('工业')
    expect(applicant.fact('organization.legalRepresentative')).toBe('顾承泽')
    expect(applicant.fact('organization.cqo.since')).toBe('2018-01')
    expect(applicant.fact('person.employer')).toBe('甲公司')
    expect(applicant.fact('person.sex')).toBe('女')
    expect(applicant.fact('person.birth')).toBe('1990-03-07')
    expect(applicant.placeOf('organization.cqo.name').line).toBe(5)
    expect(applicant.placeOf('organization.sector').line).toBe(1)
  })

  it('understands other spellings of a key', () => {
    const { applicant, findings } = load(`people: { contact: { dept: 质量部, tel: 0513-80000118 } }
person: { gender: 女 }`)
    expect(findings).toEqual([])
    expect(applicant.fact('people.contact.department')).toBe('质量部')
    expect(applicant.fact('people.contact.phone')).toBe('0513-80000118')
    expect(applicant.fact('person.sex')).toBe('女')
  })

  it('keeps what is open or does not exist', () => {
    const { applicant, findings } = load(`organization:
  fax: 待查：办公室 7月20日
  parent: 无：没有上级单位
  email: { 待查: 信息部 }
  website: /
`)
    expect(findings).toEqual([])
    expect(applicant.gap('organization.fax')).toEqual({ kind: 'open', note: '办公室 7月20日' })
    expect(applicant.gap('organization.parent')).toMatchObject({ reason: '没有上级单位' })
    expect(applicant.gap('organization.email')).toEqual({ kind: 'open', note: '信息部' })
    expect(applicant.gap('organization.website')).toEqual({ kind: 'none', written: '/' })
    expect(applicant.fact('organization.fax')).toBeUndefined()
  })
})

describe('findings', () => {
  it.each([
    ['organisation: {}', 'misspelt-key 1:1 没有“organisation”这一项'],
    ['organization:\n  adress: 某路', 'misspelt-key 2:3 organization 下没有“adress”这一项'],
    ['organization: { 食堂: 3 }', 'unknown-key 1:17 organization 下没有“食堂”这一项'],
    ['people: { contct: { name: 甲 } }', 'misspelt-key 1:11 people 下没有“contct”这一项'],
    ['organization: 甲公司', 'wrong-shape 1:15 组织（organization）要写成“键: 值”'],
    [
      'honours: { type: 奖 }',
      'wrong-shape 1:10 荣誉（honours）要写成列表，每项以“- ”开头，没有的写 []',
    ],
    [
      'organization: { registered: 2003-13-01 }',
      'wrong-value 1:29 登记注册日期（organization.registered）“2003-13-01”不是日期',
    ],
    [
      'organization: { registered: 2006/3/18 }',
      'date-form 1:29 登记注册日期（organization.registered）的写法不对：2006/3/18',
    ],
    [
      'organization: { employees: 一千 }',
      'wrong-value 1:28 从业人员（organization.employees）“一千”不是整数',
    ],
    [
      'organization: { phone: 12345678901 }',
      'wrong-value 1:24 电话（organization.phone）“12*******01”不是电话号码',
    ],
    [
      'person: { idNo: 32060019900307001 }',
      'wrong-value 1:17 身份证号（person.idNo）“3206*********7001”不是公民身份号码',
    ],
    [
      'person: { idNo: 320600199003070012 }',
      'id-number 1:17 身份证号 320600********0012 的出生日期或校验位不对',
    ],
    [
      'organization: { uscc: 91350100M0001TGQXM }',
      'credit-code 1:23 统一社会信用代码 91350100M0001TGQXM 的校验位不对',
    ],
    [
      'person: { sex: 男, idNo: 32060019900307002X }',
      'contradiction 1:16 person.sex“男”与身份证号不符',
    ],
    [
      'organization: { sector: 服务业, industry: C3551 }',
      'contradiction 1:25 organization.sector“服务业”与行业代码不符',
    ],
  ])('%s', (text, finding) => {
    expect(load(text).findings).toEqual([`data-invalid/${finding}`])
  })

  it('a sector in other words than the covers’ is the applicant’s own', () => {
    expect(load('organization: { sector: 卫生, industry: "8422" }').findings).toEqual([])
  })

  it.each([
    [
      'organization: { figures: { assetsClose: { 2018: 1, 2019: 46,820 } } }',
      '多半是数里写了千分位逗号：花括号里把“…,820”写成不带逗号的数，或整个数加引号',
    ],
    [
      'organization: { figures: { assetsClose: { 2018：1， 2019: 2 } } }',
      '冒号、逗号改成半角：2018: 1, 2019',
    ],
  ])('%s: told as a slip of signs', (text, advice) => {
    const file = new DataFile('data/applicant.yaml', text)
    expect(loadApplicant(file).findings.map(({ words }) => words['zh-CN'].advice)).toEqual([advice])
  })

  it('an unknown role is a role', () => {
    expect(
      load('people: { 总工程师: { name: 钱柏舟 }, president: { name: 顾南舟 } }').findings,
    ).toEqual([])
  })

  it('names the nearest key', () => {
    const file = new DataFile('data/applicant.yaml', 'organization: { adress: 某路 }')
    const [finding] = loadApplicant(file).findings
    expect(finding?.words['zh-CN'].advice).toBe('是不是“address”？')
    expect(finding?.words.en.advice).toBe('Did you mean “address”?')
  })
})

describe('the schema for editors', () => {
  it('is the table of facts', () => {
    const file = path.resolve(import.meta.dirname, '../../../content/schemas/applicant.schema.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(applicantSchema())
  })
})
