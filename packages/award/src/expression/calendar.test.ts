import { describe, expect, it } from 'vitest'
import { calendarSpan, dayBefore, fullYears, parsePeriod } from './calendar.ts'

describe('calendarSpan', () => {
  it.each([
    ['2018-12-18', '2018-12-18', '2018-12-18'],
    ['2018-02', '2018-02-01', '2018-02-28'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2018', '2018-01-01', '2018-12-31'],
  ])('%s lies between %s and %s', (written, first, last) => {
    expect(calendarSpan(written)).toEqual({ first, last })
  })

  it.each(['2018-13', '2019-02-29', '2018-1-5', '去年', ''])('%s is no date', (written) => {
    expect(calendarSpan(written)).toBeUndefined()
  })
})

describe('fullYears', () => {
  it.each([
    ['2015-08-14', '2020-08-14', 5],
    ['2015-08-15', '2020-08-14', 4],
    ['2000-02-29', '2001-02-28', 0],
    ['2000-02-29', '2001-03-01', 1],
  ])('from %s to %s are %i', (from, to, years) => {
    expect(fullYears(from, to)).toBe(years)
  })
})

describe('dayBefore', () => {
  it.each([
    ['5y', '2015-08-21'],
    ['18m', '2019-02-21'],
    ['90d', '2020-05-23'],
  ])('%s before 2020-08-21 is %s', (period, day) => {
    const parsed = parsePeriod(period)
    expect(parsed && dayBefore('2020-08-21', parsed)).toBe(day)
  })

  it('stays within a shorter month', () => {
    expect(dayBefore('2020-03-31', { count: 1, unit: 'm' })).toBe('2020-02-29')
  })

  it.each(['5', 'y5', '1000y', '5 y'])('%s is no period', (written) => {
    expect(parsePeriod(written)).toBeUndefined()
  })
})
