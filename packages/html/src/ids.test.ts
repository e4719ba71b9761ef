import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anchorOf, blankId, idOf, runId } from './ids.ts'

it('makes an id of any anchor, and finds the anchor again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (anchor) => {
      const id = idOf(anchor)
      expect(id).toMatch(/^a-[A-Za-z0-9_-]*$/)
      expect(anchorOf(id)).toBe(anchor)
    }),
    { seed: 4, numRuns: 500 },
  )
})

it('keeps apart what only looks alike', () => {
  expect(new Set(['1.1', '1_1', '1_2e_1', '1-1'].map(idOf)).size).toBe(4)
})

it('knows no anchor behind the ids of pages', () => {
  expect([runId(3), blankId(3), 'slot-x', 'a-"x'].map(anchorOf)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
