import { type BookInline, bookText } from '@ziping/resolve'
import { expect, it } from 'vitest'
import { withChoices } from './choices.ts'

const text = (value: string): BookInline => ({ kind: 'text', value })
const box = (checked: boolean): BookInline => ({ kind: 'checkbox', checked })

const shown = (inlines: readonly BookInline[]): readonly string[] =>
  withChoices(inlines).map((one) => ('kind' in one ? bookText([one]) : `[${bookText(one)}]`))

it('ties a box to its label, on whichever side that stands', () => {
  const sizes = [box(true), text('大型 '), box(false), text('中型 '), box(false), text('微型')]
  expect(shown(sizes)).toEqual(['[☑大型]', ' ', '[□中型]', ' ', '[□微型]'])
  expect(shown([text('是'), box(false), text(' 否'), box(true)])).toEqual(['[是□]', ' ', '[否☑]'])
  expect(shown([box(true), text('国有'), box(false), text('民营')])).toEqual(['[☑国有]', '[□民营]'])
})

it('keeps only the beginning of a long label, and leaves texts without boxes as they are', () => {
  const long = [box(false), text('主导产品符合国家产业政策和环境保护要求')]
  expect(shown(long)).toEqual(['[□主导]', '产品符合国家产业政策和环境保护要求'])
  const plain = [text('没有 可选项')]
  expect(withChoices(plain)).toBe(plain)
})
