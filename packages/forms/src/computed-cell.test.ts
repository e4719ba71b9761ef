import { type Award, type AwardIndicator, Decimal, loadAward } from '@ziping/award'
import { beforeAll, describe, expect, it } from 'vitest'
import { type ComputedCell, computeIndicator } from './computed-cell.ts'
import type { UsedInput } from './indicator-inputs.ts'

/** The worked example of one full year; money in 万元. */
const example: Readonly<Record<string, string>> = {
  profit: '5200',
  productTax: '620',
  vat: '2380',
  interest: '410',
  assetsOpen: '58000',
  assetsClose: '62000',
  liabilitiesClose: '27000',
  assetsPrevious: '58000',
  liabilitiesPrevious: '26750',
  sales: '72000',
  currentAssetsAverage: '30000',
  workingCapitalAverage: '30000',
  costOfSales: '54000',
  sellingExpense: '3600',
  adminExpense: '6200',
  financeExpense: '450',
  valueAdded: '19800',
  employeesAverage: '660',
  salesOutput: '70500',
  grossOutput: '72500',
  p1: '42500',
  p2: '20000',
  p3: '10000',
  lossInt: '120',
  lossExt: '35',
  newOutput: '21750',
  taxState: '2310',
  taxLocal: '990',
  energy: '5437.5',
}

let award: Award
beforeAll(async () => {
  award = await loadAward('nantong-org-2020')
})

describe('the worked example', () => {
  it.each([
    ['totalAssetContribution', '14.35'],
    ['capitalPreservation', '112.00'],
    ['debtRatio', '43.55'],
    ['currentAssetTurn', '2.40'],
    ['costProfitRate', '8.09'],
    ['laborProductivity', '30.00'],
    ['salesRate', '97.24'],
    ['workingCapitalTurns', '2.40'],
    ['wcTurnDays', '150.0'],
    ['gradeRate', '88.97'],
    ['lossRate', '0.21'],
    ['newRate', '30.00'],
    ['taxPerCapita', '5.00'],
    ['profitPerCapita', '7.88'],
    ['energyPerOutput', '0.0750'],
  ])('%s is %s', (id, text) => {
    expect(compute(id)).toMatchObject({ kind: 'value', text, problems: [] })
  })

  it.each([
    ['totalAssetContribution', { months: '6' }, '28.70'],
    ['laborProductivity', { priceCoefficient: '1.02' }, '29.41'],
    ['wcTurnDays', { daysPerYear: '365' }, '152.1'],
    ['wcTurnDays', { months: '6' }, '75.0'],
    ['lossRate', { lossInt: '1.4', lossExt: '0.15' }, '0.0021'],
  ])('%s with %o is %s', (id, changed, text) => {
    expect(compute(id, changed)).toMatchObject({ kind: 'value', text })
  })

  it('keeps the unrounded value', () => {
    const cell = compute('lossRate')
    expect(cell.kind === 'value' && cell.value.toFixed(4)).toBe('0.2138')
  })

  it('shows the figures a value came from', () => {
    const { inputs } = compute('newRate')
    expect(inputs.map(({ id, value }) => `${id}=${value.toFixed()}`)).toEqual([
      'newOutput=21750',
      'grossOutput=72500',
    ])
  })
})

describe('what can’t be computed', () => {
  it('a missing input is never nought', () => {
    const cell = compute('lossRate', { lossExt: undefined })
    expect(cell.kind === 'undecided' && cell.missing.map(({ id }) => id)).toEqual(['lossExt'])
  })

  it('a zero denominator is an error, in the award’s words', () => {
    expect(compute('debtRatio', { assetsClose: '0' }).kind).toBe('error')
    expect(problemsOf('debtRatio', { assetsClose: '0' })).toContain(
      '期末资产总额不大于零，无法计算',
    )
  })
})

describe('checks and ranges', () => {
  it('T-04: P must equal P1 + P2 + P3 within 0.5 %', () => {
    expect(problemsOf('gradeRate', { p3: '10300' })).toEqual([])
    expect(problemsOf('gradeRate', { p3: '10400' })).toEqual([
      'P1、P2、P3 之和与工业总产值相差超过 0.5%',
    ])
  })

  it('the grade rate lies between 60 and 100', () => {
    expect(problemsOf('gradeRate', { p1: '0', p2: '0', p3: '50000' })).toContain('60–100')
  })

  it('more debt than assets, or far more sales than output, is a warning', () => {
    expect(compute('debtRatio', { liabilitiesClose: '63000' })).toMatchObject({
      problems: [{ severity: 'warning' }],
    })
    expect(problemsOf('salesRate', { salesOutput: '80000' })).toEqual([])
    expect(compute('salesRate', { salesOutput: '90000' })).toMatchObject({
      problems: [{ severity: 'warning' }],
    })
  })

  it('equity that was nought or less makes the rate meaningless', () => {
    const none = { assetsPrevious: '1', liabilitiesPrevious: '2' }
    expect(compute('capitalPreservation', none)).toMatchObject({
      problems: [{ severity: 'error' }],
    })
  })
})

function compute(
  id: string,
  changed: Readonly<Record<string, string | undefined>> = {},
): ComputedCell {
  const indicator = indicatorOf(id)
  const values = { ...example, ...changed }
  const inputs = indicator.inputs.flatMap(({ default: fallback, ...input }): UsedInput[] => {
    const text = values[input.id] ?? fallback
    const { label, unit } = input
    if (text === undefined) return []
    return [
      {
        id: input.id,
        label,
        unit,
        year: 2019,
        value: new Decimal(text),
        origin: { kind: 'default' },
      },
    ]
  })
  return computeIndicator(indicator, inputs)
}

function problemsOf(id: string, changed: Readonly<Record<string, string>>): readonly string[] {
  const cell = compute(id, changed)
  return cell.kind === 'undecided' ? [] : cell.problems.map(({ message }) => message)
}

function indicatorOf(id: string): AwardIndicator {
  const found = award.indicators.find((indicator) => indicator.id === id)
  if (found === undefined) throw new Error(`no indicator ${id}`)
  return found
}
