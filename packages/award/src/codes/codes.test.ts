import { describe, expect, it } from 'vitest'
import { industrySection } from './industry-codes.ts'
import { loadIndustryCodes, loadSizeClasses } from './load-codes.ts'
import { enterpriseSize, sizeIndustry } from './size-classes.ts'

describe('gbt4754-2017', () => {
  it.each([
    ['C3551', 'C', '工业'],
    ['3551', 'C', '工业'],
    ['E4710', 'E', '建筑业'],
    ['0111', 'A', '农业'],
    ['I6510', 'I', '服务业'],
    ['T9700', 'T', '服务业'],
  ])('%s is in section %s: %s', async (code, section, sector) => {
    const codes = await loadIndustryCodes('gbt4754-2017')
    expect(industrySection(codes, code)).toMatchObject({ code: section, sector })
  })

  it.each(['A3551', '9999', '355', 'c3551', '机械'])('%s is no code', async (code) => {
    const codes = await loadIndustryCodes('gbt4754-2017')
    expect(industrySection(codes, code)).toBeUndefined()
  })

  it('has twenty sections', async () => {
    const { sections } = await loadIndustryCodes('gbt4754-2017')
    expect(sections.map(({ code }) => code).join('')).toBe('ABCDEFGHIJKLMNOPQRST')
  })
})

describe('size-2017', () => {
  const figures = (employees: number, revenue: number): ReadonlyMap<string, number> =>
    new Map([
      ['employees', employees],
      ['revenue', revenue],
    ])

  // SPEC 5.9 and the examples of the file itself
  it.each([
    ['I6510', 103, 15735.28, '中型'],
    ['C3670', 1200, 39000, '中型'],
    ['C3670', 15, 50000, '微型'],
    ['C3670', 1000, 40000, '大型'],
    ['5110', 20, 5000, '中型'],
  ])('%s with %d persons and %d 万元 is %s', async (code, employees, revenue, title) => {
    const rules = await loadSizeClasses('size-2017')
    expect(enterpriseSize(rules, code, figures(employees, revenue))).toMatchObject({ title })
  })

  it('a missing figure decides nothing', async () => {
    const rules = await loadSizeClasses('size-2017')
    expect(enterpriseSize(rules, 'C3670', new Map([['employees', 5000]]))).toEqual({
      kind: 'undecided',
      missing: ['organization.revenue'],
    })
  })

  it('the longest beginning of a code counts', async () => {
    const rules = await loadSizeClasses('size-2017')
    expect(sizeIndustry(rules, 'G5910')?.id).toBe('transport')
    expect(sizeIndustry(rules, 'G5990')?.id).toBe('storage')
  })

  it('does not cover railways', async () => {
    const rules = await loadSizeClasses('size-2017')
    expect(enterpriseSize(rules, 'G5310', figures(9, 9))).toEqual({ kind: 'not-covered' })
  })
})

it('names the code list that may be meant', async () => {
  await expect(loadSizeClasses('size-2011')).rejects.toMatchObject({
    code: 'codes/unknown',
    words: { 'zh-CN': { advice: '是不是想写“size-2017”？' } },
  })
})
