import { loadAward } from '@ziping/award'
import { describe, expect, it } from 'vitest'
import { dataFile } from '../test/fill.ts'
import { openValues } from './open-values.ts'

describe('what is still open', () => {
  it('in every data file, with who and until when', async () => {
    expect(
      await listed({
        'data/applicant.yaml': 'organization:\n  name: 待查: 档案室 2020年7月1日前\n',
        'data/form.yaml':
          't1: { fax: 待查：办公室 7.5, ccc: 待查 }\nt3: { sales: { 2019: 待查: 财务部 7月20日 } }\nt4:\n  - { product: 待查：技术中心 }\n',
        'data/indicators.yaml': 'revenue: { name: 收入, values: { 2019: 待查：7/20 财务部 } }\n',
        'evidence/evidence.yaml': 'iso9001: { title: 证书, issued: 待查 }\n',
      }),
    ).toEqual([
      'data/applicant.yaml:2 组织全称 | 档案室 | 2020-07-01',
      'data/form.yaml:1 传真号码 | 办公室 | 2020-07-05',
      'data/form.yaml:1 企业是否有纳入强制性认证管理的产品 | undefined | undefined',
      'data/form.yaml:2 销售额（服务业主营业务收入、建筑业建筑总产值） 2019 | 财务部 | 2020-07-20',
      'data/form.yaml:4 主要产品（工程、服务）技术指标 第1行 产品名称 | 技术中心 | undefined',
      'data/indicators.yaml:1 收入 2019 | 财务部 | 2020-07-20',
      'evidence/evidence.yaml:1 证书 颁发日期 | undefined | undefined',
    ])
  })

  it.each([
    ['财务部、审计部 2020-13-45', '财务部、审计部', undefined],
    ['3号楼档案室', '3号楼档案室', undefined],
    ['2020-7-1', undefined, '2020-07-01'],
  ])('reads “%s”', async (note, who, due) => {
    const file = dataFile('data/form.yaml', `t1: { fax: "待查：${note}" }`)
    const [open] = openValues({ award: await loadAward('demo'), files: [file], year: 2020 })
    expect(open?.who).toBe(who)
    expect(open?.due).toBe(due)
    expect(open?.note).toBe(note)
  })

  it('is not what says “none”', async () => {
    expect(await listed({ 'data/form.yaml': 't1: { fax: 无：没有传真, ccc: / }\n' })).toEqual([])
  })
})

async function listed(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const values = openValues({
    award: await loadAward('nantong-org-2020'),
    files: Object.entries(files).map(([file, text]) => dataFile(file, text)),
    year: 2020,
  })
  return values.map(
    ({ place, label, who, due }) => `${place.file}:${place.line} ${label} | ${who} | ${due}`,
  )
}
