import { readIndicators } from '@ziping/report'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChartData, chartData, type MadeChart } from '../chart-data.ts'
import { chartAxes } from './chart-axis.ts'
import { chartFaultWords } from './chart-faults.ts'

const over = (first: number, ...values: readonly number[]): Readonly<Record<number, number>> =>
  Object.fromEntries(values.map((value, index) => [first + index, value]))

const indicators = readIndicators({
  path: 'data/indicators.yaml',
  value: {
    revenue: {
      name: '主营业务收入',
      unit: '万元',
      values: over(2017, 28640, 33910, 43260),
      target: over(2017, 28000, 33500, 39000),
      benchmark: { name: '行业标杆', values: over(2017, 52300, 58700, 64100) },
      competitor: [
        { name: '对手甲', values: over(2017, 27150, 30820, 34460) },
        { name: '对手乙', values: over(2017, 25000, 26000, 27000) },
      ],
      industry: { name: '行业平均', values: over(2017, 20000, 21000, 22000) },
      source: '年度审计报告',
      provisional: [2019],
    },
    profit: { name: '利润', unit: '万元', values: over(2017, -120, 860, 2310) },
    rate: { name: '合格率', unit: '%', values: over(2014, 95.2, 96.1, 97, 98.25, 99, 99.5) },
    count: { name: '专利', unit: '件', values: over(2017, 3, 9, 20) },
    gap: { name: '准时率', unit: '%', values: { 2014: 91, 2016: 93, 2019: 96 } },
    empty: { name: '空', unit: '件', values: {} },
  },
  textOf: () => undefined,
  placeOf: () => ({ file: 'data/indicators.yaml', line: 1, column: 1 }),
} as unknown as Parameters<typeof readIndicators>[0])

const years = [2017, 2018, 2019]

function make(ids: string, attributes: Readonly<Record<string, string>> = {}): MadeChart {
  return chartData({ indicators: ids === '' ? [] : ids.split(' '), attributes }, indicators, years)
}

function drawn(ids: string, attributes: Readonly<Record<string, string>> = {}): ChartData {
  const made = make(ids, attributes)
  if (made.kind === 'fault') throw new Error(JSON.stringify(made.fault))
  return made.data
}

describe('what a chart shows unless told otherwise', () => {
  it('is columns for three years, with target, benchmark and first competitor as lines', () => {
    const chart = drawn('revenue')
    expect(chart.kind).toBe('column')
    expect(chart.series.map(({ name, role, mark }) => [name, role, mark])).toEqual([
      ['主营业务收入', 'own', 'column'],
      ['目标', 'target', 'line'],
      ['行业标杆', 'benchmark', 'line'],
      ['对手甲', 'competitor', 'line'],
    ])
    expect(chart.categories).toEqual(['2017年', '2018年', '2019年'])
    expect(chart.figures).toBe('table')
  })

  it('marks what is not final, and says so below', () => {
    const { series, source, note } = drawn('revenue')
    expect(series[0]?.texts).toEqual(['28640', '33910', '43260*'])
    expect(source).toBe('年度审计报告')
    expect(note).toBe('带*的数值尚未审定')
  })

  it('is a line from five years on, and for values that columns would show as equal', () => {
    expect(drawn('rate').kind).toBe('line')
    expect(drawn('rate', { years: '2016-2018' }).kind).toBe('line')
    expect(drawn('rate').series[0]?.texts[3]).toBe('98.25')
    expect(drawn('rate').series[0]?.texts[0]).toBe('95.20')
  })

  it('is columns side by side for several indicators, two axes for two units', () => {
    expect(drawn('revenue profit').kind).toBe('grouped')
    const two = drawn('revenue rate')
    expect(two.kind).toBe('combined')
    expect(two.series.map(({ mark, axis }) => [mark, axis])).toEqual([
      ['column', 0],
      ['line', 1],
    ])
    expect(two.axes.map(({ unit }) => unit)).toEqual(['万元', '%'])
    expect(two.axes[0]?.ticks.length).toBe(two.axes[1]?.ticks.length)
  })

  it('keeps the years without a value as gaps', () => {
    const { categories, series } = drawn('gap')
    expect(categories).toHaveLength(6)
    expect(series[0]?.values).toEqual([91, undefined, 93, undefined, undefined, 96])
  })
})

describe('attributes', () => {
  it.each([
    ['折线', 'line'],
    ['折线图', 'line'],
    ['柱形', 'column'],
    ['分组', 'grouped'],
    ['Line', 'line'],
  ])('类型=%s', (type, kind) => {
    expect(drawn('revenue', { type }).kind).toBe(kind)
  })

  it('对比 chooses whom to compare with, under either name', () => {
    const roles = (attributes: Readonly<Record<string, string>>): readonly string[] =>
      drawn('revenue', attributes).series.map(({ name }) => name)
    expect(roles({ 对比: '无' })).toEqual(['主营业务收入'])
    expect(roles({ 对比: '竞争对手，目标' })).toEqual(['主营业务收入', '目标', '对手甲', '对手乙'])
    expect(roles({ compare: 'industry' })).toEqual(['主营业务收入', '行业平均'])
    expect(roles({ 对比: '全部' })).toHaveLength(6)
  })

  it('单位 converts, 小数 rounds half up', () => {
    const chart = drawn('revenue', { unit: '亿元', decimals: '2', 对比: '无' })
    expect(chart.series[0]?.texts).toEqual(['2.86', '3.39', '4.33*'])
    expect(chart.axes[0]?.unit).toBe('亿元')
  })

  it('年份 is a range or a list', () => {
    expect(drawn('rate', { years: '2015年至2018年' }).categories).toHaveLength(4)
    expect(drawn('rate', { years: '2019、2015' }).categories).toEqual(['2015年', '2019年'])
  })
})

it.each([
  ['', {}, 'no-indicators'],
  ['nothing', {}, 'unknown-indicator'],
  ['revenue', { colour: 'red' }, 'unknown-attribute'],
  ['revenue', { type: '气泡' }, 'unreadable'],
  ['revenue', { type: 'constructor' }, 'unreadable'],
  ['revenue', { 对比: '邻居' }, 'unreadable'],
  ['revenue', { years: '近三年' }, 'unreadable'],
  ['revenue', { years: '2019-2017' }, 'unreadable'],
  ['revenue', { decimals: '9' }, 'unreadable'],
  ['revenue', { unit: '件' }, 'unit-differs'],
  ['revenue', { years: '2001-2003' }, 'no-values'],
  ['empty', {}, 'no-values'],
  ['revenue rate count', {}, 'mixed-units'],
  ['revenue rate', { type: '堆叠' }, 'mixed-units'],
  ['revenue', { type: '饼' }, 'too-few'],
  ['revenue profit', { type: '雷达' }, 'too-few'],
  ['revenue profit', { type: '饼', years: '2017' }, 'not-parts'],
  ['revenue profit', { type: '堆叠', 对比: '目标' }, 'no-comparison'],
  ['profit', { 对比: '标杆' }, 'comparison-without-values'],
  ['revenue profit', { 对比: '全部' }, 'too-many'],
] as const)('%s %j is refused as %s, in words', (ids, attributes, kind) => {
  const made = make(ids, attributes)
  expect(made).toMatchObject({ kind: 'fault', fault: { kind } })
  if (made.kind !== 'fault') return
  for (const { message, advice } of Object.values(chartFaultWords(made.fault)))
    expect(`${message}${advice}`).not.toMatch(/undefined|NaN|\[object/)
})

it('an axis holds its values, evenly, in finite steps, whatever they are', () => {
  const value = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer())
  fc.assert(
    fc.property(fc.array(value, { maxLength: 12 }), fc.boolean(), (values, fromZero) => {
      const [axis] = chartAxes([{ unit: '%', values, fromZero }])
      const ticks = axis?.ticks ?? []
      expect(ticks.length).toBeGreaterThanOrEqual(3)
      expect(ticks.every((tick) => Number.isFinite(tick.value))).toBe(true)
      const [low, high] = [ticks[0]?.value ?? Number.NaN, ticks.at(-1)?.value ?? Number.NaN]
      expect(low).toBeLessThan(high)
      const drawable = values.filter((one) => Math.abs(one) < 1e290 && Math.abs(one) > 1e-290)
      for (const one of drawable) expect(one >= low && one <= high).toBe(true)
    }),
    { seed: 4, numRuns: 300 },
  )
})
