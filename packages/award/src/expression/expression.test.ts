import { describe, expect, it } from 'vitest'
import { Decimal } from './decimal.ts'
import type { ExpressionEnvironment } from './environment.ts'
import {
  checkExpression,
  type Evaluation,
  evaluateExpression,
  expressionFacts,
} from './expression.ts'
import type { Facts } from './gather-facts.ts'

const facts: Facts = {
  organization: {
    registered: '2003-04-18',
    excellenceSince: '2015-09',
    employees: 1116,
    revenue: 0.1,
    share: new Decimal('0.2'),
    region: '320612',
    listed: false,
    fax: null,
    figures: { 2018: 3, 2019: 4 },
    holdings: [],
  },
  honours: [
    { type: '省质量信用AAA', date: '2018-12-18' },
    { type: '县级政府质量奖', date: '2015-08-14' },
    { type: '鲁班奖', date: '2014-01-01' },
  ],
  undated: [{ type: '鲁班奖' }],
  form: { 't1.staff': 12, t2: { share: 5 } },
  values: [1, 2, 4.5],
  gaps: [1, null],
  date: '2020-08-14',
  year: 2020,
}

function show(evaluation: Evaluation): unknown {
  if (evaluation.kind === 'undecided') return evaluation.missing
  if (evaluation.kind === 'error') return evaluation.reason
  const { value } = evaluation
  return value instanceof Decimal ? Number(value) : value
}

describe('numbers are Decimals', () => {
  it.each([
    ['12 / 5', 2.4],
    ['5 / 2 * 2', 5],
    ['0.1 + 0.2 == 0.3', true],
    ['organization.revenue + organization.share == 0.3', true],
    ['1 + organization.revenue', 1.1],
    ['organization.employees * 2 >= 2232', true],
    ['-organization.employees + 1116 == 0', true],
    ['-(2 - 5)', 3],
    ['organization.employees == 1116.0', true],
    ['organization.employees != 1116', false],
    ['7 % 4', 3],
    ['9007199254740993 - 9007199254740992', 1],
    ['size(values) / 2', 1.5],
    ['values.size() / 2', 1.5],
    ['organization.figures["2019"] / organization.figures["2018"] > 1.33', true],
    ['values[0] + 1', 2],
    ['1 < 1.5 && 1.5 <= 2 && 3 > 2.5 && 2.5 >= 2.5', true],
  ])('%s is %s', (source, value) => {
    expect(show(evaluateExpression(source, facts))).toBe(value)
  })
})

describe('functions', () => {
  it.each([
    ['avg(values)', 2.5],
    ['avg(1, 2, 4.5)', 2.5],
    ['sum(values)', 7.5],
    ['sum(organization.holdings)', 0],
    ['sum(1, organization.employees)', 1117],
    ['max(1, 3, 2) - min(values)', 2],
    ['round(2.345, 2)', 2.35],
    ['round(2.5)', 3],
    ['round(-2.5)', -3],
    ['abs(1 - 3)', 2],
    ['years(organization.registered, date)', 17],
    ['years("2015-08-14", date)', 5],
    ['years("2015-08-15", date)', 4],
    ['years(organization.excellenceSince, date)', 4],
    ['size(within(honours, "5y"))', 2],
    ['size(within(honours, "4y"))', 1],
    ['within(honours, "5y").exists(h, h.type == "县级政府质量奖")', true],
    ['within(honours, "5y").exists(h, h.type == "鲁班奖")', false],
    ['size("质量奖")', 3],
    ['organization.region.startsWith("3206")', true],
    ['organization.region.matches("^32[0-9]{4}$")', true],
    ['"  大型 ".trim() == "大型"', true],
    ['"市长质量奖".substring(0, 2)', '市长'],
    ['"市长质量奖".contains("质量") && "质量奖".endsWith("奖")', true],
    ['honours.all(h, h.date > "2013")', true],
    ['size(honours.filter(h, h.date >= "2015"))', 2],
    ['sum(values.map(v, v * 2))', 15],
    ['"鲁班奖" in honours.map(h, h.type)', true],
    ['year - 3 == 2017', true],
    ['organization.registered < date', true],
    ['has(organization.fax)', false],
    ['form.t1.staff - form.t2.share', 7],
    ['organization.listed ? "上市" : "未上市"', '未上市'],
  ])('%s is %s', (source, value) => {
    expect(show(evaluateExpression(source, facts))).toBe(value)
  })
})

describe('an expression is undecided while what it needs is missing', () => {
  it.each([
    ['organization.capital > 1', ['organization.capital']],
    ['organization.fax == "1"', ['organization.fax']],
    ['project.inService > "2019"', ['project.inService']],
    ['years(person.since, date) >= 5', ['person.since']],
    ['organization.a > 1 && organization.b > 2', ['organization.a', 'organization.b']],
    ['organization.a > 1 || organization.b', ['organization.a', 'organization.b']],
    ['honours.exists(h, h.level == "国家")', ['honours[].level']],
    ['size(within(undated, "3y")) > 0', ['undated[].date']],
    ['avg(gaps)', ['gaps']],
    ['max(organization.holdings)', ['organization.holdings']],
    ['years("2015", date)', ['date']],
    ['organization.figures["2017"]', ['organization.figures["2017"]']],
  ])('%s needs %j', (source, missing) => {
    expect(show(evaluateExpression(source, facts))).toEqual(missing)
  })

  it.each([
    ['organization.a > 1 && organization.listed', false],
    ['organization.a > 1 || organization.employees > 1000', true],
    ['organization.listed ? organization.a > 1 : true', true],
    ['honours.exists(h, h.type == "鲁班奖" || h.level == "国家")', true],
  ])('%s is %s all the same', (source, value) => {
    expect(show(evaluateExpression(source, facts))).toBe(value)
  })

  it('needs the reference date for a period', () => {
    const source = 'size(within(honours, "3y")) > 0'
    expect(show(evaluateExpression(source, { honours: [] }))).toEqual(['date'])
  })

  it('does not guess a day that would decide', () => {
    const honours = [{ date: '2017-08' }]
    const source = 'size(within(honours, "3y"))'
    expect(show(evaluateExpression(source, { honours, date: '2020-08-14' }))).toEqual([
      'honours[].date',
    ])
    expect(show(evaluateExpression(source, { honours, date: '2020-07-31' }))).toBe(1)
    expect(show(evaluateExpression(source, { honours, date: '2020-09-01' }))).toBe(0)
  })
})

describe('what can not be calculated is an error, not a value', () => {
  it.each([
    ['1 / (organization.employees - 1116)', 'division-by-zero'],
    ['5 % 0', 'division-by-zero'],
    ['organization.region > 5', 'wrong-kind'],
    ['years("去年", date) > 1', 'not-a-date'],
    ['size(within(honours, "5 years"))', 'not-a-date'],
    ['organization.region && true', 'wrong-kind'],
    [`${'9e300 * '.repeat(4)}1`, 'too-large'],
  ])('%s: %s', (source, reason) => {
    expect(show(evaluateExpression(source, facts))).toBe(reason)
  })

  it('words it in both languages', () => {
    expect(evaluateExpression('1 / 0', {})).toMatchObject({
      words: { 'zh-CN': { message: '除数为零' }, en: { message: 'Division by zero' } },
    })
  })

  it('refuses lists that would take for ever', () => {
    const list = Array.from({ length: 2000 }, () => 1)
    const source = 'list.all(a, list.all(b, list.all(c, a + b + c > 0)))'
    expect(show(evaluateExpression(source, { list }))).toBe('too-large')
  })
})

describe('checkExpression', () => {
  const environment: ExpressionEnvironment = {
    variables: {
      organization: 'any',
      honours: 'list',
      date: 'date',
      year: 'number',
      form: { t1: { staff: 'number', name: 'text', founded: 'date', listed: 'boolean' } },
    },
    result: 'boolean',
  }

  it.each([
    'organization.legalPerson && years(organization.registered, date) >= 5',
    'size(within(honours, "3y").filter(h, h.type in ["鲁班奖", "国优工程奖"])) >= 2',
    'form.t1.listed || form.t1.staff / 2 > 10 || form.t1.founded < date',
    'years(form.t1.founded, "2020-01-01") > 1',
    '["精益", "标杆"].exists(m, form.t1.name.contains(m))',
    'organization.sector == "工业" ? organization.safetyLevel in ["一级", "二级"] : true',
  ])('takes %s', (source) => {
    expect(checkExpression(source, environment)).toBeUndefined()
  })

  it.each([
    ['honurs.exists(h, true)', 'unknown-name', 0, 6, '是不是想写“honours”？'],
    ['form.t1.staf > 5', 'unknown-name', 8, 12, '是不是想写“form.t1.staff”？'],
    ['form.t2.staff > 5', 'unknown-name', 5, 7, '是不是想写“form.t1”？'],
    ['yeers(organization.a, date) > 5', 'unknown-function', 0, 27, '是不是想写“years”？'],
    ['organization.a.startWith("3")', 'unknown-function', 0, 29, '是不是想写“startsWith”？'],
    ['form.t1.name > 5', 'wrong-kinds', 0, 16, '数只与数比较'],
    ['form.t1.staff + "人" == "5人"', 'wrong-kinds', 0, 19, '数只与数比较'],
    ['years(5, date) > 5', 'wrong-kinds', 0, 14, '数只与数比较'],
    ['size(within(honours, 3)) > 1', 'wrong-kinds', 5, 23, '数只与数比较'],
    ['form.t1.staff', 'wrong-result', 0, 13, '补上比较'],
    ['form.t1.staff > ', 'syntax', 16, 16, '检查末尾'],
    ['form.t1.staff = 5', 'syntax', 14, 15, '相等写 =='],
    ['"a".matches("(a+)+")', 'unsafe-pattern', 12, 19, '不超过 200 个字符'],
    ['duration("3s") == duration("3s")', 'unknown-function', 0, 14, '可用的有'],
  ])('%s: %s', (source, id, start, end, advice) => {
    const problem = checkExpression(source, environment)
    expect(problem).toMatchObject({ id, start, end })
    expect(problem?.words['zh-CN'].advice).toContain(advice)
    expect(problem?.words.en.message).not.toBe('')
  })

  it('bounds what may be written', () => {
    expect(checkExpression(`${'1 + '.repeat(5000)}1 > 0`, environment)?.id).toBe('syntax')
    expect(checkExpression(`${'('.repeat(100)}true${')'.repeat(100)}`, environment)?.id).toBe(
      'syntax',
    )
  })
})

it('an expression tells which facts it reads', () => {
  const source =
    'organization.legalPerson && within(honours, "3y").exists(h, h.type == organization.kind)'
  expect(expressionFacts(source)).toEqual([
    'organization.legalPerson',
    'honours',
    'organization.kind',
  ])
})
