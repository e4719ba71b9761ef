import type { BookList } from '@ziping/resolve'
import { expect, it } from 'vitest'
import { markingOf } from './list-marking.ts'

function list(markers: readonly string[], more: Partial<BookList> = {}): BookList {
  const items = markers.map((marker) => ({ marker, blocks: [] }))
  return { kind: 'list', ordered: true, start: 1, depth: 0, before: 0, items, ...more }
}

it.each([
  [['1.', '2.'], 1, { format: 'decimal', before: '', after: '.' }],
  [['（3）', '（4）'], 3, { format: 'decimal', before: '（', after: '）' }],
  [['a)', 'b)'], 1, { format: 'lowerLetter', before: '', after: ')' }],
  [['九、', '十、', '十一、'], 9, { format: 'chineseCounting', before: '', after: '、' }],
  [['①', '②'], 1, { format: 'decimalEnclosedCircleChinese', before: '', after: '' }],
  [['i.', 'ii.'], 1, { format: 'lowerRoman', before: '', after: '.' }],
] as const)('%j is counted by Word', (markers, start, marking) => {
  expect(markingOf(list(markers, { start }))).toEqual(marking)
})

it.each([[['1.', '3.']], [['一、', '2.']], [['A', 'A']], [['']], [['1%', '2%']]] as const)(
  '%j stands as text',
  (markers) => {
    expect(markingOf(list(markers))).toBeUndefined()
  },
)

it('marks all items alike or none', () => {
  expect(markingOf(list(['•', '•'], { ordered: false }))).toEqual({
    format: 'bullet',
    before: '•',
    after: '',
  })
  expect(markingOf(list(['•', '–'], { ordered: false }))).toBeUndefined()
})

it('leaves boxes that can be ticked to the text', () => {
  const items = [{ marker: '1.', checked: true, blocks: [] }]
  expect(markingOf(list([], { items }))).toBeUndefined()
})
