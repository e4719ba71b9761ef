import { describe, expect, it } from 'vitest'
import { fill, kindOf, nantong, organization, printed, told } from '../test/fill.ts'
import { cellOf } from './form-value.ts'

describe('values that are given', () => {
  it.each([
    ['t1: { ownership: 股份 }', 't1.ownership', '股份'],
    ['t1: { eduCount: "1,012 人" }', 't1.eduCount', '1012'],
    ['t1: { ccc: 否 }', 't1.ccc', '否'],
    ['t1: { ccc: true, cccSince: 2018年3月 }', 't1.cccSince', '2018年3月'],
    ['cover: { date: 2020-8-14 }', 'cover.date', '2020年8月14日'],
    ['t1.fax: 0513-80000119', 't1.fax', '0513-80000119'],
    ['t2: { methods: [全面质量管理, 精益管理] }', 't2.methods', '全面质量管理\n精益管理'],
    [
      't6: { iso9001: { 获得时间: 2018-05-12, 证书号: 00118Q37777R3M, 说明: 有效 } }',
      't6.iso9001',
      '2018年5月12日，证书号 00118Q37777R3M，有效',
    ],
    ['t6: { iso9001: 已通过 }', 't6.iso9001', '已通过'],
    [
      't6: { patents: { 发明: 12, utility: 30, 外观设计: / } }',
      't6.patents',
      '发明12项、实用新型30项、外观设计/',
    ],
    ['t1: { fax: / }', 't1.fax', '/'],
    ['t1: { health: 无：不涉及 }', 't1.health', '无'],
  ])('%s', async (form, id, text) => {
    const filled = await nantong(form)
    expect(told(filled)).toEqual([])
    expect(kindOf(filled, id)).toMatch(/given|none/)
    expect(printed(filled, id)).toBe(text)
  })

  it('series: values by year, ranks beside them or below', async () => {
    const filled = await nantong(`
t3:
  sales: { 2017: 62480, 2018: 73150.5, 2019: "81,260", 市: 2 }
  taxState: { 2017: 1, 2018: 2, 2019: 待查：财务部 7月20日, 排名: { 省: 5 } }
  taxLocal: { 2017: /, 2018: /, 2019: / }
`)
    expect(printed(filled, 't3.sales', '2018')).toBe('73150.50')
    expect(printed(filled, 't3.sales', '2019')).toBe('81260.00')
    expect(kindOf(filled, 't3.sales', '国家')).toBe('missing')
    expect(kindOf(filled, 't3.taxState', '2019')).toBe('open')
    expect(kindOf(filled, 't3.taxState', '省')).toBe('given')
    expect(kindOf(filled, 't3.taxLocal', '2019')).toBe('none')
    expect(told(filled)).toEqual([
      'field-open/required 4:39 “纳税额国税”（t3.taxState.2019）待查：财务部 7月20日',
    ])
  })

  it('lists: columns by id or label, empty rows left out', async () => {
    const filled = await nantong(`
t4:
  - { 产品名称: SL-R系列高速剑杆织机, standard: Q/320612SL001-2018, indicator: 车速（r/min）, 本企业实测值: 620 }
  - { product: , standard: }
a2:
  - { expert: 郑以恒, institution: 卓桥咨询, content: 培训, period: 2017-03 至 2017-11 }
  - { expert: 蒋南溪, institution: 卓桥咨询, content: 讲座, from: 2018-03, to: 2018-12 }
`)
    expect(told(filled)).toEqual([])
    const t4 = filled.values.get('t4')
    expect(t4?.kind === 'given' && t4.content.kind === 'list' && t4.content.rows.length).toBe(1)
    expect(printed(filled, 'a2')).toContain('2018年3月至2018年12月')
  })
})

describe('values that are filled in', () => {
  it('from the applicant, in the field’s own kind, latest honours first', async () => {
    const filled = await nantong('')
    expect(printed(filled, 't1.orgName')).toBe('江苏梭澜纺织机械股份有限公司')
    expect(printed(filled, 'cover.org')).toBe('江苏梭澜纺织机械股份有限公司')
    expect(printed(filled, 't1.cqoSince')).toBe('2018年1月')
    expect(printed(filled, 't1.industry')).toBe('C3551 纺织专用设备制造')
    expect(printed(filled, 't1.contact')).toBe('质量管理部 邵一宁')
    expect(printed(filled, 't1.honours')).toBe(
      '2018年12月　省质量信用AAA\n2017年11月　通州区区长质量奖',
    )
    expect(filled.values.get('t1.orgName')).toMatchObject({
      kind: 'filled',
      from: 'organization.name',
      place: { file: 'data/applicant.yaml', line: 3 },
    })
  })

  it('from indicators and figures, as the writer says, in the form’s unit', async () => {
    const filled = await fill('nantong-org-2020', {
      applicant: organization,
      indicators: '主营收入: { unit: 亿元, values: { 2017: 6.248, 2018: 7.315, 2019: 8.126 } }',
      form: `
t3:
  sales: { 取自: indicators.主营收入, 市: 2 }
  taxState: { 取自: organization.figures.vat }
  rd: { 取自: indicators.研发费用 }
`,
    })
    expect(printed(filled, 't3.sales', '2019')).toBe('81260.00')
    expect(filled.values.get('t3.sales')).toMatchObject({ kind: 'given' })
    expect(cellOf(filled.values.get('t3.sales'), '2019')).toMatchObject({
      kind: 'filled',
      from: 'indicators.主营收入',
    })
    expect(printed(filled, 't3.taxState', '2019')).toBe('2380.00')
    expect(told(filled)).toEqual([
      'field-unknown/reference 5:13 “研发费用投入”（t3.rd）取自“indicators.研发费用”，可是没有这项数据',
    ])
  })

  it('from a field that says the same', async () => {
    const filled = await nantong('t1: { cqoCount: 1 }')
    expect(filled.values.get('t6.cqoCount')).toMatchObject({
      kind: 'filled',
      from: 'form.t1.cqoCount',
    })
  })

  it('T-11, T-38: the report is printed in its fields, never written twice', async () => {
    const filled = await nantong('t10: { c11: 高层领导确定了…… }')
    expect(filled.values.get('t10.c12')).toMatchObject({
      kind: 'document',
      document: 'report',
      clause: '1.2',
    })
    expect(told(filled)).toEqual([
      'field-unknown/printed-elsewhere 1:8 “1.1 高层领导的作用”（t10.c11）由自评报告印出，这里填的不印',
    ])
  })

  it('a long field may be a file of its own', async () => {
    const filled = await fill('nantong-person-2020', {
      documents: [
        { id: 'deeds', path: 'form/deeds.md' },
        { id: 'o.postIntro', path: 'form/o.postIntro.md' },
        { id: 'post', path: 'form/post.md' },
      ],
    })
    expect(filled.values.get('p.deeds')).toMatchObject({
      kind: 'document',
      document: 'form/deeds.md',
    })
    expect(filled.values.get('o.postIntro')).toMatchObject({ kind: 'document' })
    expect(told(filled)).toEqual(['field-unknown/document 1:1 form/post.md 不知填入哪一栏'])
  })

  it('signatures, seals, their dates and what the office fills in stay blank', async () => {
    const filled = await nantong('pledge: { signature: 顾承泽 }\ncover: { no: 7 }')
    for (const id of ['pledge.signature', 'pledge.seal', 'pledge.date', 'cover.no'])
      expect(kindOf(filled, id)).toBe('by-hand')
    expect(told(filled)).toEqual([
      'field-unknown/by-hand 1:11 “法人代表（签字）”（pledge.signature）由受理机构填写或手签，填了也不印',
      'field-unknown/by-hand 2:10 “编号”（cover.no）由受理机构填写或手签，填了也不印',
    ])
  })
})

describe('企业规模', () => {
  it('T-13: 企业类型 is the size by the rule', async () => {
    const filled = await nantong('')
    expect(printed(filled, 't1.orgType')).toBe('大型')
    expect(printed(filled, 'cover.size')).toBe('大型')
    expect(kindOf(filled, 'cover.size')).toBe('computed')
  })

  it('T-12: 微型 is never turned into 小型', async () => {
    const micro = organization.replace('employees: 1116', 'employees: 9')
    const filled = await fill('nantong-org-2020', { applicant: micro })
    expect(kindOf(filled, 'cover.size')).toBe('missing')
    expect(printed(filled, 't1.orgType')).toBe('微型')
    expect(told(filled, 'field-option')).toEqual([
      'field-option/size 1:1 按划分办法本组织是微型，“企业规模”（cover.size）却没有这一选项',
    ])
    const answered = await fill('nantong-org-2020', {
      applicant: micro,
      form: 'cover: { size: 小型 }',
    })
    expect(printed(answered, 'cover.size')).toBe('小型')
    expect(told(answered, 'field-differs')).toHaveLength(1)
  })

  it('is not guessed while a figure is missing', async () => {
    const filled = await fill('nantong-org-2020', {
      applicant: organization.replace('revenue: 81260', ''),
    })
    expect(filled.values.get('cover.size')).toMatchObject({ lacks: ['organization.revenue'] })
  })
})
