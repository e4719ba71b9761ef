import type { BookInline } from '@ziping/resolve'
import { describe, expect, it } from 'vitest'
import { countLines, countTextLines } from './count-lines.ts'

/** Ten Chinese characters a line. */
const ten = { width: 100, size: 10 }

describe('lines of Chinese', () => {
  it.each([
    ['一'.repeat(10), 1, 'are full when they are full'],
    ['一'.repeat(11), 2, 'go on'],
    [`${'一'.repeat(9)}。`, 1, 'end with a mark'],
    [`${'一'.repeat(10)}。`, 2, 'have no mark outside the margin'],
    [`${'一'.repeat(20)}。`, 3, 'never begin with a mark: the last character comes with it'],
    [`${'一'.repeat(9)}（二）`, 2, 'never end with an opening one'],
    [`${'一'.repeat(9)}——二`, 2, 'keep a dash whole'],
    ['一\n二\n三', 3, 'end where they are ended'],
    ['', 1, 'are one at least'],
  ])('%s: %i', (text, count) => {
    expect(countTextLines(text, ten)).toBe(count)
  })

  it('lose what the first is indented by', () => {
    expect(countTextLines('一'.repeat(9), { ...ten, indent: 20 })).toBe(2)
  })
})

describe('Latin words', () => {
  it.each([
    ['质量管理体系ISO9001认证', 2, 'go to the next line whole'],
    ['a'.repeat(50), 3, 'are broken where they are longer than a line'],
    ['质量管理体系工作组 x', 1, 'may end with a blank outside'],
    ['质量管理体系工作well-known', 2, 'may be parted at a hyphen'],
    ['增长15.3%，同比上升', 1, 'take half as much'],
  ])('%s: %i', (text, count) => {
    expect(countTextLines(text, ten)).toBe(count)
  })
})

it('counts what is no text as wide as it stands', () => {
  const text = (value: string): BookInline => ({ kind: 'text', value })
  const image = { file: 'a.png', width: 30, height: 10, alt: '' }
  const wide = (last: BookInline): number => countLines([text('一'.repeat(7)), last], ten)
  expect(wide({ kind: 'image', image })).toBe(1)
  expect(wide({ kind: 'image', image: { ...image, width: 31 } })).toBe(2)
  expect(wide({ kind: 'superscript', children: [text('一'.repeat(4))] })).toBe(1)
  expect(wide({ kind: 'strong', children: [text('一'.repeat(4))] })).toBe(2)
  expect(wide({ kind: 'line-break' })).toBe(2)
  expect(wide({ kind: 'reference', to: 'caption', text: '表3-1' })).toBe(1)
})
