import { describe, expect, it } from 'vitest'
import { pageRanges } from './page-ranges.ts'

describe('pageRanges', () => {
  it('writes numbers as people do', () => {
    expect(pageRanges([1, 3, 4, 5, 8, 9, 12])).toBe('1、3—5、8、9、12')
    expect(pageRanges([])).toBe('')
  })
})
