import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layouts } from '../layout/layouts.ts'
import { columnWidths, sharedWidths } from './column-widths.ts'

const style = layouts[0]?.table
const width = layouts[0]?.text.width ?? 0

function sum(widths: readonly number[]): number {
  return widths.reduce((all, one) => all + one, 0)
}

describe('widths of columns', () => {
  if (style === undefined) throw new Error('no layout')

  it('fill the text, less one border', () => {
    const ems = (max: number): fc.Arbitrary<number> => fc.float({ min: 1, max, noNaN: true })
    const need = fc
      .tuple(ems(12), ems(60))
      .map(([least, more]) => ({ least, most: Math.max(least, more) }))
    fc.assert(
      fc.property(fc.array(need, { minLength: 1, maxLength: 9 }), (needs) => {
        const widths = columnWidths(needs, width, style)
        expect(widths).toHaveLength(needs.length)
        expect(sum(widths)).toBeLessThanOrEqual(width - style.border + 0.05)
        expect(sum(widths)).toBeGreaterThan(width - style.border - 0.5)
        expect(Math.min(...widths)).toBeGreaterThan(2 * style.side)
      }),
      { seed: 1, numRuns: 300 },
    )
  })

  it('no inner width but the widest is a whole number of characters', () => {
    const widths = columnWidths(
      [
        { least: 2, most: 4 },
        { least: 2, most: 6 },
        { least: 2, most: 40 },
      ],
      width,
      style,
    )
    const rests = widths
      .slice(0, 2)
      .map((one) => ((one - 2 * style.side - style.border) / style.size) % 0.5)
    for (const rest of rests) expect(rest).toBeCloseTo(0.3, 2)
  })

  it('a long text gets more than a number', () => {
    const [number = 0, text = 0] = columnWidths(
      [
        { least: 3, most: 4 },
        { least: 3, most: 90 },
      ],
      width,
      style,
    )
    expect(text).toBeGreaterThan(number * 4)
  })

  it('a form keeps its shares', () => {
    const [one = 0, two = 0, three = 0] = sharedWidths([1, 2, 1], width, style)
    expect(two / one).toBeCloseTo(2, 0)
    expect(one + two + three).toBeCloseTo(width - style.border, 1)
  })
})
