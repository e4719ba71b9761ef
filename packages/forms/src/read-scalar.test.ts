import { readDate } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { printNumber, readNumber } from './number-text.ts'
import { readPeriod } from './read-period.ts'
import { readScalar } from './read-scalar.ts'
import type { ScalarKind } from './scalar.ts'

const sound: readonly (readonly [ScalarKind, string, string])[] = [
  ['integer', '1,116', '1116'],
  ['integer', '１１１６人', '1116'],
  ['number', '12.50', '12.5'],
  ['number', '－3.2', '-3.2'],
  ['percent', '14.35%', '14.35'],
  ['percent', '14.35％', '14.35'],
  ['date', '2020年8月14日', '2020-08-14'],
  ['month', '2018-01', '2018-01'],
  ['month', '2018年1月', '2018-01'],
  ['month', '2018-01-15', '2018-01'],
  ['year', '2019年', '2019'],
  ['period', '2017-03 至 2017-11', '2017-03…2017-11'],
  ['period', '2017年3月—2017年11月', '2017-03…2017-11'],
  ['period', '2019-04至今', '2019-04…'],
  ['boolean', '是', 'true'],
  ['boolean', '无', 'false'],
  ['phone', '0513-80000118', '0513-80000118'],
  ['phone', '13900000612', '13900000612'],
  ['phone', '400-800-1234', '400-800-1234'],
  ['mobile', '139 0000 0612', '139 0000 0612'],
  ['email', 'a.b@suolan.example', 'a.b@suolan.example'],
  ['postcode', '012345', '012345'],
  ['uscc', '91320600ma0000007p', '91320600MA0000007P'],
  ['industry', 'C3551', 'C3551'],
  ['industry', '3551 纺织专用设备制造', '3551 纺织专用设备制造'],
]

describe('readScalar', () => {
  it.each(sound)('%s %s', (kind, text, shown) => {
    expect(show(kind, text)).toBe(shown)
  })

  it.each<readonly [ScalarKind, string]>([
    ['integer', '12.5'],
    ['number', '约三百'],
    ['number', '12万'],
    ['number', '1.2.3'],
    ['number', '1,23'],
    ['date', '2020-08'],
    ['date', '2020-02-30'],
    ['month', '2020'],
    ['period', '2019-11 至 2019-04'],
    ['boolean', '也许'],
    ['phone', '12345'],
    ['mobile', '12900000612'],
    ['email', 'a.b@suolan'],
    ['postcode', '22600'],
    ['uscc', '91320600MA000000'],
    ['idcard', '32060019900307001'],
    ['industry', '纺织'],
  ])('%s %s is none', (kind, text) => {
    expect(readScalar(kind, text)).toEqual({})
  })

  it('takes a code with a wrong check digit, with a doubt', () => {
    expect(readScalar('uscc', '91350100M0001TGQXM').doubt).toBe('check-digit')
    expect(readScalar('idcard', '320600199003070012').doubt).toBe('check-digit')
  })

  it('keeps decimals exact', () => {
    expect(readNumber('0.1')?.number.plus('0.2').toFixed()).toBe('0.3')
    expect(readNumber('12.50万元')).toMatchObject({ unit: '万元' })
  })
})

describe('printNumber', () => {
  it.each([
    ['2.345', 2, '2.35'],
    ['-2.345', 2, '-2.35'],
    ['81260', 2, '81260.00'],
    ['0', 2, '0.00'],
    ['0.00214', 2, '0.0021'],
    ['0.2138', 2, '0.21'],
  ])('%s with %i decimals: %s', (typed, decimals, printed) => {
    const number = readNumber(typed)?.number
    expect(number && printNumber(number, decimals)).toBe(printed)
  })
})

describe('dates', () => {
  it.each([
    ['2020/8/1', '2020-08-01'],
    ['2020.8', '2020-08'],
    ['2020', '2020'],
    ['2020-13', undefined],
    ['20-8-1', undefined],
  ])('%s', (text, date) => expect(readDate(text)).toBe(date))

  it('wants both ends of a period', () => expect(readPeriod('2017-03')).toBeUndefined())
})

function show(kind: ScalarKind, text: string): string | undefined {
  const { scalar } = readScalar(kind, text, '人')
  switch (scalar?.kind) {
    case 'text':
      return scalar.text
    case 'number':
      return scalar.number.toFixed()
    case 'date':
      return scalar.date
    case 'boolean':
      return String(scalar.value)
    case 'period':
      return `${scalar.from}…${scalar.to ?? ''}`
    case 'industry':
      return [scalar.code, scalar.name].filter(Boolean).join(' ')
    default:
      return undefined
  }
}
