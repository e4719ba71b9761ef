import { expect, it } from 'vitest'
import { pageLabel } from './page-labels.ts'

it('counts as the ranges say', () => {
  const ranges = [
    { fromPage: 7, style: 'decimal', start: 1 },
    { fromPage: 1, style: 'none' },
    { fromPage: 3, style: 'roman' },
    { fromPage: 90, style: 'decimal', start: 84, prefix: '附-' },
  ] as const
  const shown = [1, 2, 3, 4, 6, 7, 30, 89, 90, 91].map((page) => pageLabel(ranges, page))
  expect(shown).toEqual(['', '', 'i', 'ii', 'iv', '1', '24', '83', '附-84', '附-85'])
})

it('is the page itself where nothing is said', () => {
  expect(pageLabel([], 12)).toBe('12')
  expect(pageLabel([{ fromPage: 5, style: 'roman' }], 4)).toBe('4')
})

it('writes Roman numerals', () => {
  const roman = (number: number) => pageLabel([{ fromPage: 1, style: 'roman' }], number)
  expect([1, 4, 9, 14, 40, 90, 444, 1999].map(roman)).toEqual([
    'i',
    'iv',
    'ix',
    'xiv',
    'xl',
    'xc',
    'cdxliv',
    'mcmxcix',
  ])
})
