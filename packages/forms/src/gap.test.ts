import { describe, expect, it } from 'vitest'
import { type Gap, readGap } from './gap.ts'

const read: readonly (readonly [unknown, Gap | undefined])[] = [
  ['待查：财务部 7月20日', { kind: 'open', note: '财务部 7月20日' }],
  ['待查: 财务部', { kind: 'open', note: '财务部' }],
  ['待查', { kind: 'open' }],
  [{ 待查: '财务部 7月20日' }, { kind: 'open', note: '财务部 7月20日' }],
  [{ 待查: null }, { kind: 'open' }],
  ['无：不涉及', { kind: 'none', written: '无', reason: '不涉及' }],
  [{ 无: '不涉及' }, { kind: 'none', written: '无', reason: '不涉及' }],
  ['/', { kind: 'none', written: '/' }],
  ['／', { kind: 'none', written: '/' }],
  ['无', undefined],
  ['无锡市', undefined],
  ['待查明', undefined],
  [{ 无: '甲', 待查: '乙' }, undefined],
  [{ name: '甲' }, undefined],
  [12, undefined],
  [null, undefined],
]

describe('readGap', () => {
  it.each(read)('%o', (value, gap) => {
    expect(readGap(value, typeof value === 'string' ? value : undefined)).toEqual(gap)
  })
})
