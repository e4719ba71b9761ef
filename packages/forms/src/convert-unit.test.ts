import { Decimal } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { convertUnit } from './convert-unit.ts'

describe('convertUnit', () => {
  it.each([
    ['8.126', '亿元', '万元', '81260'],
    ['812600000', '元', '万元', '81260'],
    ['3.5', '百万美元', '万美元', '350'],
    ['12', '人', '人', '12'],
    ['12', '％', '%', '12'],
    ['12', '万元', '万美元', undefined],
    ['12', '人', '万元', undefined],
  ])('%s %s in %s: %s', (value, from, to, converted) => {
    expect(convertUnit(new Decimal(value), from, to)?.toFixed()).toBe(converted)
  })
})
