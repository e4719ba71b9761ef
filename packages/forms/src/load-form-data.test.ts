import { describe, expect, it } from 'vitest'
import { fill, nantong, printed, told } from '../test/fill.ts'

describe('findings', () => {
  it('tells a fact that two fields take over once', async () => {
    const filled = await fill('nantong-person-2020', { applicant: 'organization:\n  uscc:\n' })
    const lacking = filled.findings.filter(({ words }) =>
      words['zh-CN'].advice.includes('organization.uscc'),
    )
    expect(lacking.map(({ messageId, place }) => `${messageId} ${place.line}`)).toHaveLength(1)
  })

  it.each([
    ['t1: { adress: 某路 }', 'field-unknown/unknown 1:7 申报表没有“t1.adress”这一栏'],
    ['t8: { x: 1 }', 'field-unknown/unknown 1:1 申报表没有“t8”这一栏'],
    ['t1: { fax: 12345 }', 'field-type/value 1:12 “传真号码”（t1.fax）填的“*****”不是电话号码'],
    [
      't1: { eduCount: 约900 }',
      'field-type/value 1:17 “中专以上学历人数”（t1.eduCount）填的“约900”不是整数',
    ],
    ['t1: { eduCount: [1] }', 'field-type/shape 1:17 “中专以上学历人数”（t1.eduCount）要写成整数'],
    [
      't1: { eduCount: -3 }',
      'field-range/range 1:17 “中专以上学历人数”（t1.eduCount）填的 -3 （不小于0）',
    ],
    [
      't1: { pemSince: 2015 }',
      'field-type/value 1:17 “导入卓越绩效模式时间”（t1.pemSince）填的“2015”不是年月',
    ],
    [
      't1: { ownership: 民营 }',
      'field-option/option 1:18 “企业性质”（t1.ownership）没有“民营”这一选项',
    ],
    [
      't1: { orgName: 梭澜股份 }',
      'field-differs/fact 1:16 “企业名称”（t1.orgName）填的“梭澜股份”与organization.name的“江苏梭澜纺织机械股份有限公司”不一致',
    ],
    [
      't1: { cqoCount: 1 }\nt6: { cqoCount: 2 }',
      'field-differs/same-as 2:17 “首席质量官人数”（t6.cqoCount）填的“2”与t1.cqoCount的“1”不一致',
    ],
    [
      't1: { mgmtCount: 138, qmCount: 139 }',
      'field-rule/rule 1:32 “其中质量管理人数”（t1.qmCount）：质量管理人数多于管理人员数',
    ],
    [
      't1: { eduCount: 2000 }',
      'field-rule/rule 1:17 “中专以上学历人数”（t1.eduCount）：中专以上学历人数多于职工总人数',
    ],
    [
      't2: { methods: 凭经验 }',
      'field-rule/rule 1:16 “实践中运用的主要质量管理方法”（t2.methods）：没有写出通知列举的任何一种质量管理方法（全面质量管理、零缺陷管理、六西格玛、精益管理、标杆管理等），请核对',
    ],
    ['t3: { sales: { 2016: 1 } }', 'field-unknown/unknown 1:16 申报表没有“t3.sales.2016”这一栏'],
    [
      't3: { sales: { 2019: 约八亿 } }',
      'field-type/value 1:22 “销售额（服务业主营业务收入、建筑业建筑总产值）”（t3.sales.2019）填的“约八亿”不是数值',
    ],
    [
      't7: { share1: { domestic: { 2019: 120 } } }',
      'field-range/range 1:35 “市场占有率国内”（t7.share1.domestic.2019）填的 120 （不小于0、不大于100）',
    ],
    [
      't1: { industry: D3551 }',
      'field-check-digit/industry 1:17 “所属行业”（t1.industry） D3551 的门类字母与前两位数字不符，或没有这个大类',
    ],
    ['t1: { health: 待查 }', 'field-open/optional 1:15 “卫生许可证管理情况”（t1.health）待查'],
  ])('%s', async (form, finding) => {
    expect(told(await nantong(form))).toContain(finding)
  })

  it.each([
    ['t1: { ccc: 是 }', 't1.cccSince'],
    ['t1: {}', 't1.env'],
    ['t4: [{ product: 织机 }]', 't4.standard'],
    ['a2: []', 'a2'],
    ['t1: { ownership: 无 }', 't1.ownership'],
  ])('%s: %s is asked for', async (form, id) => {
    const filled = await nantong(form)
    expect(told(filled, 'field-required').filter((one) => one.includes(`（${id}）`))).toHaveLength(
      1,
    )
  })

  it.each([
    ['t1: { ccc: 否 }', 't1.cccSince'],
    ['t1: {}', 't1.constrQual'],
    ['a2: 无', 'a2'],
    ['t1: { ownership: 无：改制中 }', 't1.ownership'],
  ])('%s: %s is not', async (form, id) => {
    const filled = await nantong(form)
    expect(told(filled, 'field-required').filter((one) => one.includes(`（${id}）`))).toEqual([])
  })

  it('names years that are missing together', async () => {
    const filled = await nantong('t3: { sales: { 2019: 1 } }')
    expect(told(filled, 'field-required')).toContain(
      'field-required/missing 1:14 “销售额（服务业主营业务收入、建筑业建筑总产值） 2017年、2018年”（t3.sales）没有填',
    )
  })

  it('a file that is no map of fields is told', async () => {
    expect(told(await nantong('[1, 2]'))).toEqual([
      'field-type/shape 1:1 data/form.yaml要写成“栏目: 值”',
    ])
  })

  it('a broken file is told once, not field by field', async () => {
    expect(told(await nantong('t1: ['), 'field-required')).toEqual([])
  })

  it('what the applicant’s file lacks is told there', async () => {
    const filled = await fill('nantong-org-2020', {
      applicant: 'organization:\n  uscc: 91320600MA1TEKT00L\n',
    })
    const finding = filled.findings.find(({ words }) => words.en.message.includes('t1.address'))
    expect(finding?.place.file).toBe('data/applicant.yaml')
    expect(finding?.words['zh-CN'].advice).toContain('data/applicant.yaml 的 organization.address')
  })
})

describe('the personal form', () => {
  const person = `
organization: { name: 南通沧屿特种电缆股份有限公司, uscc: 91320600MA0000007P }
person:
  name: 施慧筠
  idNo: 32060019900307002X
  category: 首席质量官
  workYears: 9
  qualityYears: 11
honours:
  - { type: 个人荣誉, name: 五一劳动奖章, level: 市, date: 2016-04-27, issuer: 市总工会 }
  - { type: 个人荣誉, name: 优秀推进者, level: 县, date: 2019-06-20, issuer: 区政府 }
`
  it('fills 性别 from the id number and checks what belongs together', async () => {
    const filled = await fill('nantong-person-2020', { applicant: person })
    expect(printed(filled, 'p.sex')).toBe('女')
    expect(printed(filled, 'cover.name')).toBe('施慧筠')
    expect(printed(filled, 'cover.employer')).toBe('南通沧屿特种电缆股份有限公司')
    expect(told(filled)).toContainEqual(expect.stringContaining('工作年限少于从事质量工作年限'))
  })

  it('近三年获奖情况 takes honours of three years and of 市 or above', async () => {
    const recent = '  - { name: 市劳动模范, level: 市, date: 2019-04-28, issuer: 市政府 }\n'
    const filled = await fill('nantong-person-2020', { applicant: person + recent })
    expect(printed(filled, 'p.awards3y')).toBe('2019年4月28日　市劳动模范　市　市政府')
    expect(told(filled, 'field-rule').filter((one) => one.includes('荣誉'))).toEqual([])
  })

  it('honours listed by hand that do not belong there are told', async () => {
    const listed =
      'p: { awards3y: [{ name: 奖章, level: 市, date: 2016-04-27 }, { name: 称号, level: 县, date: 2019-06-20 }] }'
    const filled = await fill('nantong-person-2020', { applicant: person, form: listed })
    expect(told(filled)).toContainEqual(expect.stringContaining('有三年以前的荣誉'))
    expect(told(filled)).toContainEqual(expect.stringContaining('有市级以下或未写明级别的荣誉'))
  })

  it('a sex that contradicts the id number is told', async () => {
    const filled = await fill('nantong-person-2020', { applicant: person, form: 'p: { sex: 男 }' })
    expect(told(filled, 'field-rule')).toContain(
      'field-rule/rule 1:11 “性别”（p.sex）：性别与身份证号第17位不符',
    )
  })

  it('never shows an id number, telephone number or e-mail address', async () => {
    const filled = await fill('nantong-person-2020', {
      applicant: person,
      form: 'p: { idNo: 320600199003070012, contact: { mobile: 1390000061, email: zhang@ } }',
    })
    const all = filled.findings
      .flatMap(({ words }) => Object.values(words))
      .map(({ message, advice }) => message + advice)
    expect(all.join('\n')).toContain('320600********0012')
    for (const secret of ['199003070012', '32060019900307002X', '1390000061', 'zhang@'])
      expect(all.join('\n')).not.toContain(secret)
  })
})

describe('other forms', () => {
  it('Shenzhen: the code without its letter, 投入运行 at least a year ago and after its start', async () => {
    const eco = await fill('shenzhen-economic-2020', {
      applicant: 'organization: { name: 甲, industry: C3983, employees: 486, revenue: 39260 }',
    })
    expect(printed(eco, 'org.industryCode')).toBe('3983')
    expect(printed(eco, 'org.size')).toBe('中型')
    const project = await fill('shenzhen-public-project-2020', {
      applicant: 'project: { name: 小屋, started: 2020-03-20, inService: 2020-01-08 }',
      date: '2020-12-18',
    })
    expect(told(project, 'field-rule')).toEqual([
      expect.stringContaining('投入运行时间早于项目建设开始时间'),
      expect.stringContaining('项目运行实施不满1年'),
    ])
  })

  it('an expression computes a field', async () => {
    const filled = await fill('demo', {
      applicant: 'organization: { employees: 300 }',
      form: 'org: { trained: 100, kind: 企业 }',
    })
    expect(printed(filled, 'org.trainedShare')).toBe('33.3')
  })

  it('an award without forms has none to fill', async () => {
    const filled = await fill('wuhan-person-manager', { year: 2022, form: 'x: 1' })
    expect(told(filled)).toEqual(['field-unknown/unknown 1:1 申报表没有“x”这一栏'])
  })
})
