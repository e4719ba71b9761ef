import type { Severity } from '@ziping/diagnostics'
import { describe, expect, it } from 'vitest'
import { settledSeverity } from './settled-severity.ts'

const severities: readonly Severity[] = ['info', 'warning', 'error']

describe('settledSeverity', () => {
  it('is the rule’s own where nothing is set', () => {
    expect(settledSeverity({ rule: 'error' })).toBe('error')
    expect(settledSeverity({ rule: 'error', own: 'info' })).toBe('info')
    expect(settledSeverity({ rule: 'info', own: 'warning' })).toBe('warning')
    expect(settledSeverity({ rule: 'off' })).toBe('warning')
  })

  it('follows the setting where the rule is sure', () => {
    for (const set of severities) expect(settledSeverity({ rule: 'warning', set })).toBe(set)
  })

  it('does not raise a weaker sign, but lowers it', () => {
    expect(settledSeverity({ rule: 'warning', own: 'info', set: 'error' })).toBe('info')
    expect(settledSeverity({ rule: 'error', own: 'warning', set: 'error' })).toBe('warning')
    expect(settledSeverity({ rule: 'error', own: 'warning', set: 'info' })).toBe('info')
  })

  it('keeps a stronger sign within the setting', () => {
    expect(settledSeverity({ rule: 'warning', own: 'error', set: 'warning' })).toBe('warning')
    expect(settledSeverity({ rule: 'info', own: 'warning', set: 'error' })).toBe('error')
  })

  it('never exceeds what a finding may be at most', () => {
    for (const set of severities)
      expect(settledSeverity({ rule: 'info', set, atMost: 'info' })).toBe('info')
  })

  it('changes nothing weak or plain when a rule is set to what it is anyway', () => {
    for (const rule of severities)
      for (const own of severities.slice(0, severities.indexOf(rule) + 1))
        expect(settledSeverity({ rule, own, set: rule })).toBe(settledSeverity({ rule, own }))
  })
})
