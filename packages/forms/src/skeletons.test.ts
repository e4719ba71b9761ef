import { awardYear, isSpecified, loadAward } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { fill, show } from '../test/fill.ts'
import { loadCodeLists } from './code-lists.ts'
import { writeApplicantSkeleton } from './write-applicant-skeleton.ts'
import { writeFormSkeleton } from './write-form-skeleton.ts'

const ids = [
  'demo',
  'nantong-org-2020',
  'nantong-person-2020',
  'jiaxing-org-2020',
  'jiangsu-person',
  'shenzhen-economic-2020',
  'shenzhen-public-org-2020',
  'shenzhen-public-project-2020',
  'wuhan-person-executive',
  'wuhan-person-manager',
  'wuhan-person-staff',
  'wuhan-person-other',
]

async function write(
  id: string,
): Promise<{ readonly form: string | undefined; readonly applicant: string }> {
  const award = await loadAward(id)
  const year = awardYear(award, 2022)
  return {
    form: writeFormSkeleton(award, year),
    applicant: writeApplicantSkeleton(award, year, await loadCodeLists(award)),
  }
}

describe.each(ids)('%s', (id) => {
  it('a fresh workspace asks only for what is not filled in yet', async () => {
    const { form, applicant } = await write(id)
    const filled = await fill(id, {
      applicant,
      year: 2022,
      ...(form === undefined ? {} : { form }),
    })
    expect(filled.applicantFindings.map(show)).toEqual([])
    expect(filled.findings.filter(({ rule }) => rule !== 'field-required').map(show)).toEqual([])
  })

  it('every field that people fill in has its line', async () => {
    const award = await loadAward(id)
    const { form = '' } = await write(id)
    for (const field of isSpecified(award.forms)
      ? award.forms.flatMap(({ fields }) => fields)
      : []) {
      const label = field.label.replace(/[：:]$/u, '')
      expect(form).toContain(label)
    }
  })
})

describe('the text', () => {
  it('says of each field where it comes from or how it is written', async () => {
    const { form } = await write('nantong-org-2020')
    for (const line of [
      '  # 申报企业（盖章）（org）：自动取自 applicant.yaml 的 organization.name',
      '  # 企业规模（size）：自动按行业、人数、收入、资产算出（大型、中型、小型）',
      '  # 企业性质：必填；选填一项：国有、股份、集体、联营、私营、三资、其他\n  ownership:',
      '  # 固定资产净值（万元）：必填；填了排名的须附证明\n  fixedAssetsNet: { 2017: , 2018: , 2019: , 国家: , 省: , 市: }',
      '  # 资产负债率（%）：必填；各年留空即按公式计算，用到期末负债总额、期末资产总额；填了排名的须附证明',
      '  # 法人代表（签字）（signature）：手签、盖章或手填，留空',
      '  # 1.1 高层领导的作用（c11）：自动由自评报告印出',
      '  patents: { 发明: , 实用新型: , 外观设计: }',
      't4:\n  - product:  # 产品名称，必填\n    standard:  # 执行标准号，必填',
    ])
      expect(form).toContain(line)
  })

  it('asks the applicant for what this award reads, and for no more', async () => {
    const { applicant } = await write('nantong-org-2020')
    for (const line of [
      '  name:  # 组织全称；与营业执照一致',
      '  registered:  # 登记注册日期；如 2003-04-18',
      '    assetsClose: { 2016: , 2017: , 2018: , 2019: }  # 期末资产总额（万元）',
      '# 申报条件认的类型（type）：省质量信用AAA、全国行业质量奖、',
    ])
      expect(applicant).toContain(line)
    for (const other of ['person:', 'project:', 'policyIndustry', 'declarations:'])
      expect(applicant).not.toContain(other)
    const person = await write('nantong-person-2020')
    expect(person.applicant).toContain(
      '  category:  # 选填一项：最高层管理者、首席质量官、企业员工、其他人员'.replace(
        '# ',
        '# 申报类别；',
      ),
    )
  })

  it('an award without a form gets no form file', async () => {
    expect((await write('wuhan-person-manager')).form).toBeUndefined()
  })
})
