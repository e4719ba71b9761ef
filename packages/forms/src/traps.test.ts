import { type Award, type AwardIndicator, isSpecified, loadAward } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { type Filled, fill, kindOf, nantong, organization, printed, told } from '../test/fill.ts'
import { fieldsOf, formsOf } from './award-fields.ts'
import { plainFormula } from './explain/plain-formula.ts'
import { printForm } from './form-grid.ts'
import { contentOf } from './form-value.ts'
import type { PrintedForm } from './printed-form.ts'

// What is contradictory, misprinted or easily got wrong in the notices' forms and formulas, and what ziping does about it.
// Each entry of the domain's list of traps (T-01 … T-49) stands here: with its assertion, or where else it is held.

/** The worked example: one full year, money in 万元. */
const figures = `
organization:
  name: 江苏梭澜纺织机械股份有限公司
  region: "320612"
  sector: 工业
  industry: C3551
  employees: 700
  revenue: 72000
  figures:
    productTax: { 2019: 620 }
    vat: { 2019: 2380 }
    interest: { 2019: 410 }
    assetsClose: { 2018: 58000, 2019: 62000 }
    liabilitiesClose: { 2018: 26750, 2019: 27000 }
    currentAssetsClose: { 2018: 29000, 2019: 31000 }
    workingCapitalClose: { 2018: 28000, 2019: 32000 }
    costOfSales: { 2019: 54000 }
    sellingExpense: { 2019: 3600 }
    adminExpense: { 2019: 6200 }
    financeExpense: { 2019: 450 }
    employeesClose: { 2018: 620, 2019: 700 }
    salesOutput: { 2019: 70500 }
    energy: { 2019: 5437.5 }
`
const form = `
t3: { profit: { 2019: 5200 }, sales: { 2019: 72000 }, valueAdded: { 2019: 19800 }, taxState: { 2019: 2310 }, taxLocal: { 2019: 990 } }
t5: { p1: { 2019: 42500 }, p2: { 2019: 20000 }, p3: { 2019: 10000 }, p: { 2019: 72500 }, lossInt: { 2019: 120 }, lossExt: { 2019: 35 }, newOutput: { 2019: 21750 } }
`
const example = (change: (text: string) => string = (text) => text): Promise<Filled> =>
  fill('nantong-org-2020', { applicant: change(figures), form: change(form) })
const at2019 = (filled: Filled, id: string): string | undefined => printed(filled, id, '2019')

describe('the worked example, through the form', () => {
  it.each([
    ['t3.totalAssetContribution', '14.35'],
    ['t3.capitalPreservation', '112.00'],
    ['t3.debtRatio', '43.55'],
    ['t3.currentAssetTurn', '2.40'],
    ['t3.costProfitRate', '8.09'],
    ['t3.laborProductivity', '30.00'],
    ['t3.salesRate', '97.24'],
    ['t3.wcTurnDays', '150.0'],
    ['t3.energyPerOutput', '0.0750'],
    ['t3.taxPerCapita', '5.00'],
    ['t3.profitPerCapita', '7.88'],
    ['t5.gradeRate', '88.97'],
    ['t5.lossRate', '0.21'],
    ['t5.newRate', '30.00'],
  ])('%s is %s', async (id, text) => {
    expect(at2019(await example(), id)).toBe(text)
  })
})

describe('what is easily got wrong in a formula', () => {
  it.each<[string, () => Promise<void>]>([
    [
      '① closing assets alone would give 13.89 %',
      async () => {
        const filled = await example((text) => text.replace('2018: 58000', '2018: 62000'))
        expect(at2019(filled, 't3.totalAssetContribution')).toBe('13.89')
        expect(at2019(await example(), 't3.totalAssetContribution')).toBe('14.35')
      },
    ],
    [
      '① the tax rows of 表3 do not count',
      async () => {
        const filled = await example((text) => text.replace('2310', '9999').replace('990', '9999'))
        expect(at2019(filled, 't3.totalAssetContribution')).toBe('14.35')
      },
    ],
    [
      '① half a year is made a whole one',
      async () => {
        const filled = await example((text) =>
          text.replace('productTax:', 'months: { 2019: 6 }\n    productTax:'),
        )
        expect(at2019(filled, 't3.totalAssetContribution')).toBe('28.70')
        expect(at2019(filled, 't3.debtRatio')).toBe('43.55')
        expect(at2019(filled, 't3.wcTurnDays')).toBe('75.0')
      },
    ],
    [
      '② is measured against the end of last year, not an average',
      async () => {
        const filled = await example((text) => text.replace('2018: 26750', '2018: 23000'))
        expect(at2019(filled, 't3.capitalPreservation')).toBe('100.00')
      },
    ],
    [
      '② means nothing where there was no equity',
      async () => {
        const filled = await example((text) => text.replace('2018: 26750', '2018: 58001'))
        expect(told(filled, 'field-computed').join()).toContain('上年同期期末所有者权益不大于零')
      },
    ],
    [
      '③ takes closing figures, no average',
      async () => {
        const filled = await example((text) => text.replace('2018: 58000', '2018: 1'))
        expect(at2019(filled, 't3.debtRatio')).toBe('43.55')
      },
    ],
    [
      '④ is turns, not per cent',
      async () => {
        const filled = await example((text) =>
          text.replace('t3: {', 't3: { currentAssetTurn: { 2019: 240 },'),
        )
        expect(told(filled, 'field-differs').join()).toContain('填的是 240，按公式算得 2.40')
      },
    ],
    [
      '⑤ has four kinds of cost, 研发费用 is none of them',
      async () => {
        const filled = await example((text) =>
          text.replace('productTax:', 'rdExpense: { 2019: 9999 }\n    productTax:'),
        )
        expect(at2019(filled, 't3.costProfitRate')).toBe('8.09')
      },
    ],
    [
      '⑥ takes the average headcount, and prices out of the value added',
      async () => {
        const filled = await example((text) =>
          text.replace('productTax:', 'priceCoefficient: { 2019: 1.02 }\n    productTax:'),
        )
        expect(at2019(filled, 't3.laborProductivity')).toBe('29.41')
        expect(at2019(await example(), 't3.laborProductivity')).toBe('30.00')
      },
    ],
    [
      '⑦ may exceed 100 %; only far beyond is it doubted',
      async () => {
        const more = await example((text) => text.replace('70500', '80000'))
        expect(at2019(more, 't3.salesRate')).toBe('110.34')
        expect(told(more, 'field-computed')).toEqual([])
        const far = await example((text) => text.replace('70500', '90000'))
        expect(told(far, 'field-computed')).toHaveLength(1)
      },
    ],
    [
      '⑧ counts 360 days unless the team says 365',
      async () => {
        const filled = await example((text) =>
          text.replace('productTax:', 'daysPerYear: { 2019: 365 }\n    productTax:'),
        )
        expect(at2019(filled, 't3.wcTurnDays')).toBe('152.1')
      },
    ],
    [
      '4① lies between 60 % and 100 %, or a figure is wrong',
      async () => {
        const filled = await example((text) =>
          text.replace('p: { 2019: 72500 }', 'p: { 2019: 40000 }'),
        )
        expect(told(filled, 'field-computed').join()).toMatch(/相差超过 0\.5%.*不在 60–100 之内/u)
      },
    ],
    [
      '4② a small loss is never printed as nought',
      async () => {
        const filled = await example((text) =>
          text
            .replace('lossInt: { 2019: 120 }', 'lossInt: { 2019: 1.4 }')
            .replace('lossExt: { 2019: 35 }', 'lossExt: { 2019: 0.15 }'),
        )
        expect(at2019(filled, 't5.lossRate')).toBe('0.0021')
      },
    ],
    [
      'a missing figure leaves the cell open, never nought',
      async () => {
        const filled = await example((text) =>
          text.replace('interest: { 2019: 410 }', 'interest: { 2018: 410 }'),
        )
        expect(kindOf(filled, 't3.totalAssetContribution', '2019')).toBe('missing')
      },
    ],
    [
      'a nought below the line is told, not printed',
      async () => {
        const filled = await example((text) => text.replace('p: { 2019: 72500 }', 'p: { 2019: 0 }'))
        expect(at2019(filled, 't5.lossRate')).toBe('')
        expect(told(filled, 'field-computed').join()).toContain('不大于零')
      },
    ],
    [
      'the notice’s own words are kept beside every formula it gives',
      async () => {
        const award = await loadAward('nantong-org-2020')
        const quoted = award.indicators.flatMap(({ formula }) =>
          formula === undefined ? [] : [plainFormula(formula)],
        )
        expect(quoted).toHaveLength(10)
        expect(quoted.join('\n')).not.toMatch(/[\\${}]/u)
      },
    ],
  ])('%s', (_, assertion) => assertion())
})

describe('traps of the forms', () => {
  it.each<[string, () => Promise<void>]>([
    [
      'T-01: formulas are bound by name; the gap between 表7 and 表9 stays',
      async () => {
        const award = await loadAward('nantong-org-2020')
        expect(indicator(award, 'totalAssetContribution').field).toBe('t3.totalAssetContribution')
        expect(indicator(award, 'gradeRate').field).toBe('t5.gradeRate')
        expect(fieldsOf(award).some(({ id }) => id.startsWith('t8.'))).toBe(false)
      },
    ],
    [
      'T-02: the misprinted unit stays, the value has its own',
      async () => {
        const award = await loadAward('nantong-org-2020')
        expect(indicator(award, 'laborProductivity')).toMatchObject({
          unit: '万元/人',
          printedUnit: '%',
        })
        expect(indicator(award, 'currentAssetTurn')).toMatchObject({ unit: '次', printedUnit: '%' })
        expect(texts(await printedForms(await example()))).toContain('30.00万元/人')
      },
    ],
    [
      'T-03: 周转次数 without ×100 %, printed as days',
      async () => {
        expect(at2019(await example(), 't3.wcTurnDays')).toBe('150.0')
      },
    ],
    [
      'T-04: 工业总产值 must be the sum of the three grades within 0.5 %',
      async () => {
        const near = await example((text) =>
          text.replace('p3: { 2019: 10000 }', 'p3: { 2019: 10300 }'),
        )
        expect(told(near, 'field-computed')).toEqual([])
        const far = await example((text) =>
          text.replace('p3: { 2019: 10000 }', 'p3: { 2019: 10400 }'),
        )
        expect(told(far, 'field-computed').join()).toContain('相差超过 0.5%')
      },
    ],
    [
      'T-10: 表9 has no limit; that of 组织概述 is its own',
      async () => {
        const { limits } = await loadAward('nantong-org-2020')
        const targets = limits.flatMap(({ target }) => ('field' in target ? [target.field] : []))
        expect(targets.filter((id) => id.startsWith('t9.'))).toEqual([])
        expect(
          limits.some(
            ({ target, max }) =>
              'document' in target && target.document === 'overview' && max === 3000,
          ),
        ).toBe(true)
      },
    ],
    [
      'T-11: 表10 prints the report',
      async () => {
        const filled = await nantong('')
        const own = fieldsOf(filled.award).filter(({ id }) => id.startsWith('t10.'))
        expect(own).toHaveLength(23)
        for (const { id } of own) expect(kindOf(filled, id)).toBe('document')
      },
    ],
    [
      'T-12: a 微型 enterprise is not made 小型',
      async () => {
        const filled = await fill('nantong-org-2020', {
          applicant: organization.replace('employees: 1116', 'employees: 9'),
        })
        expect(kindOf(filled, 'cover.size')).toBe('missing')
      },
    ],
    [
      'T-13: 企业类型 is the size, 企业性质 the ownership',
      async () => {
        const filled = await nantong('t1: { ownership: 股份 }')
        expect(printed(filled, 't1.orgType')).toBe('大型')
        expect(printed(filled, 't1.ownership')).toBe('股份')
      },
    ],
    [
      'T-14: 同行排名 is of the last year, by country, province and city',
      async () => {
        const award = await loadAward('nantong-org-2020')
        const sales = fieldsOf(award).find(({ id }) => id === 't3.sales')
        expect(sales?.ranks).toEqual(['国家', '省', '市'])
        expect(award.windows.find(({ id }) => id === 'rank')).toMatchObject({
          from: 'Y-1',
          to: 'Y-1',
        })
      },
    ],
    [
      'T-15: taxes may stand in 国税 with “/” in 地税, and never enter ①',
      async () => {
        const filled = await example((text) =>
          text.replace('taxLocal: { 2019: 990 }', 'taxLocal: { 2019: / }'),
        )
        expect(at2019(filled, 't3.taxLocal')).toBe('/')
        expect(at2019(filled, 't3.totalAssetContribution')).toBe('14.35')
      },
    ],
    [
      'T-16: old names are printed, “/” and what came after them are taken',
      async () => {
        const filled = await nantong(
          't6: { ohsas: { 获得时间: 2019-07, 证书号: 1, 说明: ISO 45001:2018 } }\nt7: { brand: { cn: / } }',
        )
        expect(told(filled)).toEqual([])
        expect(printed(filled, 't6.ohsas')).toContain('ISO 45001')
        expect(printed(filled, 't7.brand.cn')).toBe('/')
        expect(texts(await printedForms(filled))).toContain('通过 OHSAS18001 职业健康安全体系认证')
      },
    ],
    [
      'T-23: 组织类别 of Shenzhen, whose options nobody knows, is free text',
      async () => {
        const filled = await fill('shenzhen-public-org-2020', {})
        const kind = fieldsOf(filled.award).find(({ label }) => /组织类别/u.test(label))
        expect(kind?.type).toBe('text')
      },
    ],
    [
      'T-38: the personal form holds the report',
      async () => {
        expect(kindOf(await fill('nantong-person-2020', {}), 'p.report')).toBe('document')
      },
    ],
    [
      'T-39: coaching counts from January of Y-3, whatever the year',
      async () => {
        const { windows } = await loadAward('nantong-org-2020')
        expect(windows.find(({ id }) => id === 'coaching')?.from).toBe('Y-3')
        const forms = await printedForms(await fill('nantong-org-2020', {}))
        expect(texts(forms).join()).toContain('自2017年1月起至今')
      },
    ],
    [
      'T-41: headcounts have no day of their own and need none',
      async () => {
        const filled = await nantong('t1: { eduCount: 1012 }')
        expect(printed(filled, 't1.eduCount')).toBe('1012')
        expect(told(filled)).toEqual([])
      },
    ],
    [
      'T-42: nothing of the officials in the notices is a default',
      async () => {
        for (const id of ['nantong-org-2020', 'nantong-person-2020', 'shenzhen-economic-2020']) {
          const filled = await fill(id, {})
          for (const [field, value] of filled.values)
            expect([field, contentOf(value)?.kind]).not.toEqual([field, 'text'])
        }
      },
    ],
    [
      'T-45: boxes where the notice forgot to print them',
      async () => {
        const filled = await fill('nantong-person-2020', {
          applicant: 'person: { category: 企业员工 }',
        })
        expect(texts(await printedForms(filled)).join('\n')).toContain('☑企业员工')
      },
    ],
    [
      'T-48: 附件2 is asked for, though the list of materials forgets it',
      async () => {
        const { deliverables, forms } = await loadAward('nantong-org-2020')
        const coaching = deliverables.find(({ source }) => source?.form === 'nantong-coaching')
        expect(coaching?.required).toBe(true)
        expect(isSpecified(forms) && forms.map(({ id }) => id)).toContain('nantong-coaching')
      },
    ],
    [
      'T-49: 法人代表 and 法定代表人 are one person under two labels',
      async () => {
        const labels = texts(await printedForms(await nantong(''))).join('\n')
        expect(labels).toContain('法人代表（签字）')
        expect(labels).toContain('法定代表人')
      },
    ],
  ])('%s', (_, assertion) => assertion())
})

/** Traps that no form springs, and where they are held. */
const elsewhere: Readonly<Record<string, string>> = {
  'T-05': 'lint: standard-name-wrong',
  'T-06': 'pack: what is on the disc',
  'T-07': 'award: one report under three names',
  'T-08': 'pack: file names',
  'T-09': 'eligibility.test.ts, counted to the day',
  'T-17': 'pack: volumes and discs of Jiaxing',
  'T-18': 'award: editions of standards',
  'T-19': 'lint: deadline-passed',
  'T-20': 'award: six of the seven aspects of Shenzhen',
  'T-21': 'award: ids of Shenzhen’s clauses',
  'T-22': 'award: 顾客满意 of Shenzhen',
  'T-24': 'pack: types for upload',
  'T-25': 'award: what a notice does not say is not specified',
  'T-26': 'award: a draft, with its banner',
  'T-27': 'coverage: one of several is enough',
  'T-28': 'award: the window of young projects',
  'T-29': 'award: 三年趋势',
  'T-30': 'report: what is counted',
  'T-31': 'report: 字',
  'T-32': 'award: attached pages count',
  'T-33': 'resolve: two certificates to a page',
  'T-34': 'session: one sequence of page numbers',
  'T-35': 'pack: the spine',
  'T-36': 'eligibility.test.ts, honours',
  'T-37': 'award: 以上 includes the level itself',
  'T-40': 'award: gates',
  'T-43': 'eligibility.test.ts, 超过2起',
  'T-44': 'report: titles compared after NFKC',
  'T-46': 'report: numbering of the standard',
  'T-47': 'award: topics of the personal report',
}

it('every trap of the domain has its place', async () => {
  const here = await import('node:fs').then(({ readFileSync }) =>
    readFileSync(import.meta.filename, 'utf8'),
  )
  const all = Array.from({ length: 49 }, (_, index) => `T-${String(index + 1).padStart(2, '0')}`)
  const missing = all.filter((id) => !here.includes(`'${id}: `) && elsewhere[id] === undefined)
  expect(missing).toEqual([])
})

function indicator({ indicators }: Award, id: string): AwardIndicator {
  const found = indicators.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}

async function printedForms({ award, values, year }: Filled): Promise<readonly PrintedForm[]> {
  return formsOf(award).map((one) => printForm(one, values, year))
}

/** Every text the forms print. */
function texts(forms: readonly PrintedForm[]): readonly string[] {
  const found: string[] = []
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  collect(forms)
  return found
}
