import { expect, it } from 'vitest'
import { withStableNodes } from './stable-nodes.ts'

it('counts the heads of tables from 1, whatever numbers the browser had got to', () => {
  const of = (a: string, b: string) =>
    `<</ID (node${a})>> <</ID (node${b})>> <</Headers [(node${a}) (node${b})]>> <</Limits [(node${a}) (node${b})]\n/Names [(node${a}) 96 0 R (node${b}) 99 0 R]>>`
  expect(withStableNodes(of('00000031', '00000107'))).toBe(of('00000001', '00000002'))
  expect(withStableNodes(of('00000029', '00000033'))).toBe(of('00000001', '00000002'))
})

it('counts them as they stand, also where the first has the greatest number', () => {
  const of = (a: string, b: string, names: string) =>
    `<</ID (node${a})>> <</ID (node${b})>> <</Headers [(node${a})]>> <</Limits [(node00000001) (node00000002)]\n/Names [${names}]>>`
  expect(
    withStableNodes(of('00000002', '00000001', '(node00000001) 99 0 R (node00000002) 6 0 R')),
  ).toBe(of('00000001', '00000002', '(node00000001) 6 0 R (node00000002) 99 0 R'))
})

it('leaves a heading alone that looks like one', () => {
  const title = '<</Title (node00000031)\n/Parent 3 0 R>>'
  expect(withStableNodes(title)).toBe(title)
})
