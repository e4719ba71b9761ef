import { readIndicators } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import { dataFile } from '../test/fill.ts'
import { compareIndicators } from './indicator-changes.ts'

const before = `
revenue: { name: 收入, unit: 万元, values: { 2018: 91250, 2019: 103480.50 }, target: { 2019: 100000 } }
rate: { name: 合格率, unit: "%", values: { 2019: 98 }, competitor: [{ name: 甲, values: { 2019: 97 } }, { name: 乙, values: { 2019: 96 } }] }
gone: { values: { 2019: 1 } }
`

describe('what differs between two sets of indicators', () => {
  it('figures, whoever they belong to, with both places', () => {
    const after = before
      .replace('91250', '"91,260"')
      .replace('103480.50', '103480.5')
      .replace('{ 2019: 96 }', '{ 2018: 95, 2019: 96.5 }')
      .replace('target: { 2019: 100000 }', 'target: {}')
    expect(compared(after)).toEqual([
      'revenue values  2018: 91250 → 91,260 @2 @2',
      'revenue target  2019: 100000 → undefined @2 @2',
      'rate competitor 乙 2018: undefined → 95 @3 @3',
      'rate competitor 乙 2019: 96 → 96.5 @3 @3',
    ])
  })

  it('a unit, a name, an indicator that comes or goes', () => {
    const after = before
      .replace('unit: 万元', 'unit: 亿元')
      .replace('gone:', 'come:')
      .replace('name: 合格率', 'name: 一次合格率')
    expect(compared(after)).toEqual([
      'revenue unit 万元 → 亿元',
      'rate name 合格率 → 一次合格率',
      'gone removed undefined → undefined',
      'come added undefined → undefined',
    ])
  })

  it('nothing where only the notation differs', () => {
    expect(compared(before.replaceAll('91250', '"91,250"').replace('98', '98.00'))).toEqual([])
  })
})

function compared(after: string): readonly string[] {
  const [old, now] = [before, after].map((text) => readIndicators(dataFile('i.yaml', text)))
  if (old === undefined || now === undefined) throw new Error('no indicators')
  return compareIndicators(old, now).map((change) =>
    change.kind === 'figure'
      ? `${change.indicator} ${change.of} ${change.whose ?? ''} ${change.year}: ${change.before} → ${change.after} @${change.placeBefore?.line} @${change.placeAfter?.line}`
      : `${change.indicator} ${change.what} ${change.before} → ${change.after}`,
  )
}
