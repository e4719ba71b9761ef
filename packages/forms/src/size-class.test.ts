import { loadSizeClasses, type SizeClasses } from '@ziping/award'
import { beforeAll, describe, expect, it } from 'vitest'
import { dataFile } from '../test/fill.ts'
import { loadApplicant } from './applicant.ts'
import { applicantSize } from './size-class.ts'

let sizes: SizeClasses
beforeAll(async () => {
  sizes = await loadSizeClasses('size-2017')
})

describe('applicantSize', () => {
  it.each([
    ['industry: "6510", employees: 103, revenue: 15735.28', '中型'],
    ['industry: C3551, employees: 1200, revenue: 39000', '中型'],
    ['industry: C3551 纺织专用设备制造, employees: 15, revenue: 50000', '微型'],
    ['industry: C3551, employees: "1,000", revenue: 40000万元', '大型'],
    ['industry: A0111, revenue: 49.99', '微型'],
    ['industry: E4710, revenue: 80000, assets: 79999', '中型'],
  ])('%s: %s', (facts, title) => {
    expect(sizeOf(facts)).toMatchObject({ kind: 'size', title })
  })

  it.each([
    ['employees: 1200, revenue: 39000', ['organization.industry']],
    ['industry: C3551, employees: 1200', ['organization.revenue']],
    ['industry: C3551', ['organization.employees', 'organization.revenue']],
    ['industry: C3551, employees: 待查：人事部, revenue: 1', ['organization.employees']],
  ])('%s: undecided', (facts, missing) => {
    expect(sizeOf(facts)).toEqual({ kind: 'undecided', missing })
  })

  it('the rule does not cover hospitals', () => {
    expect(sizeOf('industry: "8422", employees: 312')).toEqual({ kind: 'not-covered' })
  })
})

function sizeOf(facts: string): ReturnType<typeof applicantSize> {
  const file = dataFile('data/applicant.yaml', `organization: { ${facts} }`)
  return applicantSize(sizes, loadApplicant(file).applicant)
}
