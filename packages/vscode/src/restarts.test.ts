import { expect, it } from 'vitest'
import { Restarts } from './restarts.ts'

it('starts again what dies now and then, and leaves alone what keeps dying', () => {
  const restarts = new Restarts(2, 1000)
  expect([0, 100, 200].map((at) => restarts.died(at))).toEqual([true, true, false])
  restarts.forget()
  expect(restarts.died(300)).toBe(true)
})

it('forgets deaths of long ago', () => {
  const restarts = new Restarts(2, 1000)
  expect([0, 900, 1800, 2700, 3600].map((at) => restarts.died(at))).not.toContain(false)
})
