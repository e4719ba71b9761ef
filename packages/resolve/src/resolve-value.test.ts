import { DataFile, readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { resolveValue } from './resolve-value.ts'

const indicators = readIndicators(
  new DataFile(
    'data/indicators.yaml',
    `revenue:
  name: 主营业务收入
  unit: 万元
  values: { 2017: 82310, 2018: 91250, 2019: 103480 }
  target: { 2019: 100000 }
  benchmark: { name: 行业标杆, values: { 2019: 131000 } }
rate:
  unit: "%"
  values: { 2018: 96.10, 2019: 97.35 }
  target: { 2019: 97 }
loss: { unit: 万元, values: { 2018: 0, 2019: -12.5 } }
`,
  ),
)

const print = (
  indicator: string,
  year: number,
  form?: string,
  attributes: Record<string, string> = {},
): string =>
  resolveValue({ indicator, year, ...(form === undefined ? {} : { form }), attributes }, indicators)
    .text

describe('values print as typed, and derived ones are computed exactly', () => {
  it.each([
    ['revenue', 2019, undefined, {}, '103480万元'],
    ['rate', 2018, undefined, {}, '96.10%'],
    ['revenue', 2019, undefined, { unit: '亿元', decimals: '2' }, '10.35亿元'],
    ['revenue', 2019, undefined, { unit: '亿元' }, '10.348亿元'],
    ['revenue', 2019, undefined, { unit: '元' }, '1034800000元'],
    ['revenue', 2019, '同比', {}, '13.4%'],
    ['revenue', 2019, 'growth', { decimals: '2' }, '13.40%'],
    ['revenue', 2018, '同比', {}, '10.9%'],
    ['revenue', 2019, '增量', {}, '12230万元'],
    ['revenue', 2019, '年均增长', {}, '12.1%'],
    ['revenue', 2019, '较目标', {}, '3480万元'],
    ['revenue', 2019, '较标杆', {}, '-27520万元'],
    ['rate', 2019, '增量', {}, '1.25个百分点'],
    ['rate', 2019, '较目标', {}, '0.35个百分点'],
    ['loss', 2019, undefined, {}, '-12.5万元'],
  ] as const)('%s.%s %s %o', (indicator, year, form, attributes, text) => {
    expect(print(indicator, year, form, attributes)).toBe(text)
  })

  it.each([
    ['profit', 2019, undefined, {}, 'unknown-indicator'],
    ['revenue', 2016, undefined, {}, 'no-value'],
    ['revenue', 2017, '同比', {}, 'no-comparison'],
    ['loss', 2019, '同比', {}, 'no-comparison'],
    ['rate', 2019, '较标杆', {}, 'no-comparison'],
    ['revenue', 2019, undefined, { unit: '人' }, 'unit-differs'],
  ] as const)('%s.%s %s %o cannot be printed: %s', (indicator, year, form, attributes, fault) => {
    const resolved = resolveValue(
      { indicator, year, ...(form === undefined ? {} : { form }), attributes },
      indicators,
    )
    expect(resolved).toMatchObject({ kind: 'fault', fault })
    expect(resolved.text).toContain(`${indicator}.${year}`)
  })
})
