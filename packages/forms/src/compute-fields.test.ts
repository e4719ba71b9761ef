import { describe, expect, it } from 'vitest'
import { fill, kindOf, nantong, organization, printed, show, told } from '../test/fill.ts'
import { cellOf } from './form-value.ts'

describe('values that are computed', () => {
  const form = `
t3: { profit: { 2019: 5200 }, valueAdded: { 2019: 19800 } }
t5: { p1: { 2019: 42500 }, p2: { 2019: 20000 }, p3: { 2019: 10000 }, p: { 2019: 72500 } }
`
  it('from the form’s fields and the applicant’s figures, with their origin', async () => {
    const filled = await nantong(form)
    expect(printed(filled, 't3.totalAssetContribution', '2019')).toBe('14.35')
    expect(printed(filled, 't3.debtRatio', '2019')).toBe('43.55')
    expect(printed(filled, 't3.profitPerCapita', '2019')).toBe('7.88')
    expect(printed(filled, 't5.gradeRate', '2019')).toBe('88.97')
    const cell = cellOf(filled.values.get('t3.totalAssetContribution'), '2019')
    expect(
      cell?.kind === 'computed' && cell.inputs.map(({ id, origin }) => `${id} ${origin.kind}`),
    ).toEqual([
      'profit form',
      'productTax fact',
      'vat fact',
      'interest fact',
      'assetsOpen closing',
      'assetsClose fact',
      'months default',
    ])
  })

  it('years without all inputs stay empty and say what is lacking', async () => {
    const filled = await nantong(form)
    expect(kindOf(filled, 't3.debtRatio', '2018')).toBe('missing')
    const [lacking] = filled.findings.filter(({ words }) =>
      words.en.message.includes('t3.debtRatio'),
    )
    expect(lacking && show(lacking)).toContain(
      '“资产负债率”（t3.debtRatio）算不出来，还缺：2017年、2018年期末负债总额（liabilitiesClose）、2017年期末资产总额（assetsClose）',
    )
  })

  it('T-02, T-03: a value by the misprinted unit differs from the formula', async () => {
    const filled = await nantong(
      `${form}  \n`.replace('t3: {', 't3: { laborProductivity: { 2019: 3000 },'),
    )
    expect(told(filled, 'field-differs')[0]).toContain(
      '“全员劳动生产率 2019年”（t3.laborProductivity）填的是 3000，按公式算得 30.00（工业增加值 19800万元、',
    )
  })

  it('a value given within rounding agrees', async () => {
    const filled = await nantong(
      form
        .replace('t5: {', 't5: { gradeRate: { 2019: 89.0 },')
        .replace('t3: {', 't3: { debtRatio: { 2019: 43.55% },'),
    )
    expect(told(filled, 'field-differs')).toEqual([])
  })

  it('T-04: the award’s check speaks in its own words, with the figures', async () => {
    const filled = await nantong(form.replace('10000', '11000'))
    const [finding] = filled.findings.filter(({ rule }) => rule === 'field-computed')
    expect(finding && show(finding)).toContain(
      '“等级品率% 2019年”（t5.gradeRate）：P1、P2、P3 之和与工业总产值相差超过 0.5%',
    )
    expect(finding?.words['zh-CN'].advice).toContain('优等品产值 P1 42500万元')
  })

  it('T-15: 地税 “/” leaves the tax per head open until its figure is given as nought', async () => {
    const taxes = 't3: { taxState: { 2019: 3300 }, taxLocal: { 2019: / } }'
    expect(kindOf(await nantong(taxes), 't3.taxPerCapita', '2019')).toBe('missing')
    const nought = organization.replace('figures:', 'figures:\n    taxLocal: { 2019: 0 }')
    const filled = await fill('nantong-org-2020', { applicant: nought, form: taxes })
    expect(printed(filled, 't3.taxPerCapita', '2019')).toBe('5.00')
  })

  it('a zero denominator is told', async () => {
    const filled = await nantong(form.replace('p: { 2019: 72500 }', 'p: { 2019: 0 }'))
    expect(told(filled, 'field-computed')).toContainEqual(
      expect.stringContaining('工业总产值不大于零'),
    )
  })
})
