import { describe, expect, it } from 'vitest'
import { windowsOf } from './condition-windows.ts'

describe('windowsOf', () => {
  it.each([
    ['within(honours, "3y").exists(h, true)', '2020-08-21', '2017-08-21'],
    ['within(incidents, "18m").exists(i, true)', '2020-08-31', '2019-02-28'],
    ['within(incidents, "90d").exists(i, true)', '2020-03-01', '2019-12-02'],
    ['years(organization.registered, date) >= 5', '2020-02-29', '2015-02-28'],
  ])('%s before %s', (expression, date, day) => {
    const [window] = windowsOf(expression, date)
    expect(window?.kind === 'within' ? window.from : window?.day).toBe(day)
  })

  it('tells a window once', () => {
    expect(
      windowsOf('size(within(x, "3y")) > 1 || size(within(x, "3y")) < 1', '2020-08-21'),
    ).toHaveLength(1)
  })

  it('an expression without windows has none', () => {
    expect(windowsOf('person.qualityYears >= 10', '2020-08-21')).toEqual([])
  })
})
