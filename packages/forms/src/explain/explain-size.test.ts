import { loadAward } from '@ziping/award'
import { expect, it } from 'vitest'
import { dataFile, organization } from '../../test/fill.ts'
import { loadApplicant } from '../applicant.ts'
import { loadCodeLists } from '../code-lists.ts'
import { explainSize } from './explain-size.ts'

it('says by which table and from which facts a size class follows', async () => {
  const { sizes } = await loadCodeLists(await loadAward('nantong-org-2020'))
  if (sizes === undefined) throw new Error('no sizes')
  const { applicant } = loadApplicant(dataFile('data/applicant.yaml', organization))
  const { number, code, industry, measures, classes } = explainSize(sizes, applicant)
  expect([number, code?.text, code?.place?.file]).toEqual([
    '国统字〔2017〕213号',
    'C3551',
    'data/applicant.yaml',
  ])
  expect(industry).toContain('工业')
  expect(measures.map(({ path }) => path)).toEqual([
    'organization.employees',
    'organization.revenue',
  ])
  expect(classes.map(({ title, least }) => `${title} ${least.join(' ')}`)).toEqual([
    '大型 从业人员≥1000人 营业收入≥40000万元',
    '中型 从业人员≥300人 营业收入≥2000万元',
    '小型 从业人员≥20人 营业收入≥300万元',
  ])
})
