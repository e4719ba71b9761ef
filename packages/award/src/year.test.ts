import { describe, expect, it } from 'vitest'
import { loadAward } from './load-award.ts'
import { awardYear, awardYears, printYears, resolveYear, windowYears } from './year.ts'

describe('resolveYear', () => {
  it.each([
    ['Y', 2020],
    ['Y-3', 2017],
    ['Y+1', 2021],
    ['project.inService', undefined],
    ['2017', undefined],
  ])('%s of 2020 is %s', (written, year) => {
    expect(resolveYear(written, 2020)).toBe(year)
  })
})

describe('awardYears', () => {
  it.each([
    ['nantong-org-2020', undefined, [2017, 2018, 2019]],
    ['shenzhen-public-org-2020', undefined, [2017, 2018, 2019]],
    ['wuhan-person-manager', 2023, [2020, 2021, 2022]],
    ['wuhan-person-manager', undefined, []],
    ['jiangsu-person', 2023, []],
  ])('%s in %s: %j', async (id, year, years) => {
    expect(awardYears(await loadAward(id), year)).toEqual(years)
  })

  it('the award’s own year goes before the workspace’s', async () => {
    expect(awardYear(await loadAward('nantong-org-2020'), 2023)).toBe(2020)
    expect(awardYear(await loadAward('jiangsu-person'), 2023)).toBe(2023)
  })

  it('a window that ends with the filing ends in the award’s year', async () => {
    const { windows } = await loadAward('nantong-org-2020')
    const coaching = windows.find(({ id }) => id === 'coaching')
    expect(coaching && windowYears(coaching, 2020)).toEqual([2017, 2018, 2019, 2020])
  })
})

it('printYears fills in the years of a printed text', () => {
  expect(printYears('{Y-3}年、{Y-1}年（{Y} 年度）{date}', 2020)).toBe(
    '2017年、2019年（2020 年度）{date}',
  )
})
