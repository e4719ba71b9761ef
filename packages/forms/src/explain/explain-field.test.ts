import { loadAward } from '@ziping/award'
import { readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { dataFile, fill, organization } from '../../test/fill.ts'
import { loadApplicant } from '../applicant.ts'
import { type ExplainedField, explainField } from './explain-field.ts'
import { plainFormula } from './plain-formula.ts'

const form = `
t3: { profit: { 2019: 5200 }, sales: { 2018: 待查：财务部 7月20日, 2019: { 取自: indicators.revenue } } }
t1: { ccc: 否 }
`.replace('{ 取自: indicators.revenue }', '72000')
const balances = organization.replace(
  'assetsClose: { 2018: 58000, 2019: 62000 }',
  'assetsClose: { 2018: 58000, 2019: 62000 }\n    currentAssetsClose: { 2018: 29000, 2019: 31000 }',
)

describe('where a computed cell comes from', () => {
  it('shows the notice’s formula as it reads', async () => {
    const { indicator } = await explain('t3.totalAssetContribution')
    expect(plainFormula(indicator?.formula ?? '')).toBe(
      '①总资产贡献率=[(利润总额+税金总额+利息支出)÷平均资产总额]×(12÷累计月数)×100%',
    )
    const award = await loadAward('nantong-org-2020')
    const left = award.indicators.map(({ formula = '' }) => plainFormula(formula))
    expect(left.filter((text) => /[\\${}]/u.test(text))).toEqual([])
  })

  it('names each figure with the line it stands in', async () => {
    const year = yearOf(await explain('t3.totalAssetContribution'), '2019')
    const inputs = year?.cell.inputs.map(
      ({ label, value, place }) => `${label} ${value.toFixed()} ${place?.file}:${place?.line}`,
    )
    expect(inputs).toEqual([
      '利润总额 5200 data/form.yaml:2',
      '产品销售税金及附加 620 data/applicant.yaml:12',
      '应交增值税 2380 data/applicant.yaml:13',
      '利息支出 410 data/applicant.yaml:14',
      '期初资产总计 58000 data/applicant.yaml:15',
      '期末资产总计 62000 data/applicant.yaml:15',
      '累计月数 12 undefined:undefined',
    ])
  })

  it('works out what stands in brackets first', async () => {
    const year = yearOf(await explain('t3.totalAssetContribution'), '2019')
    expect(year?.steps.map(({ figures, result }) => `${figures} = ${result}`)).toEqual([
      '5200 + 620 + 2380 + 410 = 8610',
      '58000 + 62000 = 120000',
      '(58000 + 62000) ÷ 2 = 60000',
      '12 ÷ 12 = 1',
      '(5200 + 620 + 2380 + 410) ÷ ((58000 + 62000) ÷ 2) × (12 ÷ 12) × 100 = 14.35%',
    ])
  })

  it('shows the closing figures that an average is made of', async () => {
    const year = yearOf(await explain('t3.currentAssetTurn'), '2019')
    expect(year?.cell).toMatchObject({ kind: 'value', text: '2.40' })
    const average = year?.cell.inputs.find(({ origin }) => origin.kind === 'closing')
    expect(average?.value.toFixed()).toBe('30000')
    expect(
      average?.origin.kind === 'closing' &&
        average.origin.closings.map(({ year: end, value }) => `${end} ${value.toFixed()}`),
    ).toEqual(['2018 29000', '2019 31000'])
  })

  it('says what a year still lacks', async () => {
    const { cell } = yearOf(await explain('t3.totalAssetContribution.2018'), '2018') ?? {}
    expect(cell?.kind === 'undecided' && cell.missing.map(({ id }) => id)).toEqual([
      'profit',
      'productTax',
      'vat',
      'interest',
      'assetsOpen',
    ])
  })

  it('explains one year where one is asked for', async () => {
    const { years } = await explain('t3.totalAssetContribution.2018')
    expect(years.map(({ year }) => year)).toEqual(['2018'])
  })
})

describe('where any other field comes from', () => {
  it('the fact it is filled from, and what is given by hand', async () => {
    expect(await explain('t1.orgName')).toMatchObject({
      value: { kind: 'filled', from: 'organization.name' },
      place: { file: 'data/applicant.yaml', line: 3 },
      text: '江苏梭澜纺织机械股份有限公司',
    })
    expect(await explain('t1.ccc')).toMatchObject({ value: { kind: 'given' }, text: '否' })
  })

  it('each cell of a series, open ones with who looks', async () => {
    const { cells } = await explain('t3.sales')
    expect(cells.slice(0, 3).map(({ at, text }) => `${at} ${text}`)).toEqual([
      '2017 ',
      '2018 待查：财务部 7月20日',
      '2019 72000.00',
    ])
  })

  it('knows no field that the form does not have', async () => {
    await expect(explain('t3.nothing')).rejects.toThrow('t3.nothing')
  })
})

async function explain(id: string): Promise<ExplainedField> {
  const filled = await fill('nantong-org-2020', { applicant: balances, form })
  const { applicant } = loadApplicant(dataFile('data/applicant.yaml', balances))
  const found = explainField(id, filled, {
    award: filled.award,
    applicant,
    indicators: readIndicators(undefined),
    year: filled.year,
  })
  if (found === undefined) throw new Error(id)
  return found
}

function yearOf(
  { years }: ExplainedField,
  wanted: string,
): ExplainedField['years'][number] | undefined {
  return years.find(({ year }) => year === wanted)
}
