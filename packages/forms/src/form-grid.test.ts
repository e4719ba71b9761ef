import { describe, expect, it } from 'vitest'
import { fill, type Written } from '../test/fill.ts'
import { formsOf } from './award-fields.ts'
import { printForm } from './form-grid.ts'
import {
  countValueCells,
  type PrintedForm,
  type PrintedGrid,
  type PrintedPart,
} from './printed-form.ts'

async function print(id: string, written: Written = {}): Promise<readonly PrintedForm[]> {
  const { award, values, year } = await fill(id, written)
  return formsOf(award).map((form) => printForm(form, values, year))
}

function partOf(forms: readonly PrintedForm[], id: string): PrintedPart {
  const found = forms.flatMap(({ parts }) => parts).find((part) => part.id === id)
  if (found === undefined) throw new Error(`no part ${id}`)
  return found
}

function gridOf(forms: readonly PrintedForm[], id: string): PrintedGrid {
  const grid = partOf(forms, id).blocks.find((block) => block.kind === 'grid')
  if (grid === undefined) throw new Error(`no grid in ${id}`)
  return grid
}

/** Rows as text: what is fixed, and values in angle quotes. */
function rows(grid: PrintedGrid): readonly string[] {
  return grid.rows.map((row) =>
    row
      .map(({ text, value }) => text + (value === undefined ? '' : `〈${value.text}〉`))
      .join(' | '),
  )
}

describe('the forms are as large as the notices’', () => {
  it.each([
    [
      'nantong-org-2020',
      {
        cover: 5,
        pledge: 3,
        t1: 43,
        t2: 3,
        t3: 140,
        t4: 7,
        t5: 60,
        t6: 25,
        t7: 50,
        t9: 9,
        t10: 23,
        coaching: 5,
      },
    ],
    ['nantong-person-2020', { cover: 5, pledge: 2, p: 28, o: 14, r: 6 }],
    ['shenzhen-economic-2020', { data: 28 }],
    ['shenzhen-public-org-2020', { data: 18 }],
    ['shenzhen-public-project-2020', { data: 19 }],
  ])('%s', async (id, counts) => {
    const forms = await print(id)
    const counted = Object.keys(counts).map((part) => [part, countValueCells(partOf(forms, part))])
    expect(Object.fromEntries(counted)).toEqual(counts)
  })

  it('T-01: 表9 follows 表7, nothing is renumbered', async () => {
    const [form] = await print('nantong-org-2020')
    const tables = form?.parts.map(({ id }) => id).filter((id) => /^t\d/u.test(id))
    expect(tables).toEqual(['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't9', 't10'])
  })

  it('every row of a grid fills its columns, spans counted', async () => {
    for (const id of ['nantong-org-2020', 'nantong-person-2020'])
      for (const form of await print(id))
        for (const { blocks } of form.parts)
          for (const block of blocks)
            if (block.kind === 'grid') expect(widths(block)).toEqual([block.columns.length])
  })
})

/** The different widths of a grid's rows, cells that reach down from above included. */
function widths({ head, rows: body }: PrintedGrid): readonly number[] {
  const found = new Set<number>()
  let reaching: { readonly width: number; readonly left: number }[] = []
  for (const row of [...head, ...body]) {
    const here = reaching.reduce((sum, { width }) => sum + width, 0)
    found.add(row.reduce((sum, { colspan }) => sum + colspan, here))
    const down = row.filter(({ rowspan }) => rowspan > 1)
    reaching = [
      ...reaching.map(({ width, left }) => ({ width, left: left - 1 })),
      ...down.map(({ colspan, rowspan }) => ({ width: colspan, left: rowspan - 1 })),
    ].filter(({ left }) => left > 0)
  }
  return [...found]
}

const applicant = `
organization:
  name: 江苏梭澜纺织机械股份有限公司
  sector: 工业
  industry: C3551
  employees: 1116
  revenue: 81260
  figures: { employeesAverage: { 2019: 660 }, currentAssetsAverage: { 2019: 30000 } }
honours:
  - { type: 县级政府质量奖, date: 2017-11-16 }
  - { type: 省质量信用AAA, date: 2018-12-18 }
`

describe('values in their places', () => {
  it('the cover: year, boxes, dates in Chinese', async () => {
    const forms = await print('nantong-org-2020', {
      applicant,
      form: 'cover: { date: 2020-08-14 }',
    })
    const { blocks } = partOf(forms, 'cover')
    const lines = blocks.flatMap((block) => (block.kind === 'lines' ? block.lines : []))
    expect(
      blocks.find((block) => block.kind === 'text' && block.style === 'subtitle'),
    ).toMatchObject({ text: '（2020 年度）' })
    expect(lines.map(({ label, value }) => `${label}：${value.text}`)).toEqual([
      '编号：',
      '申报企业（盖章）：江苏梭澜纺织机械股份有限公司',
      '所属行业：□农业 ☑工业 □建筑业 □服务业',
      '企业规模：☑大型 □中型 □小型',
      '填报日期：2020年8月14日',
    ])
  })

  it('表1: yes or no, units, honours side by side', async () => {
    const forms = await print('nantong-org-2020', {
      applicant,
      form: 't1: { ccc: 否, eduCount: 972, fax: / }',
    })
    const printed = rows(gridOf(forms, 't1'))
    expect(printed).toContain('企业是否有纳入强制性认证管理的产品 | 〈是□ 否☑〉 | 获证时间 | 〈〉')
    expect(printed).toContain('企业是否有纳入食品安全质量管理产品 | 〈是□ 否□〉 | 获证时间 | 〈〉')
    expect(printed).toContain('职工总人数 | 〈1116人〉 | 中专以上学历人数 | 〈972人〉')
    expect(printed).toContain('邮政编码 | 〈〉 | 传真号码 | 〈/〉')
    expect(printed).toContain('获得质量奖励荣誉时间 | 〈2018年12月；2017年11月〉')
    expect(printed).toContain('获得质量奖励荣誉名称 | 〈省质量信用AAA；县级政府质量奖〉')
  })

  it('T-02, T-03: the unit column as printed, the true unit behind the value', async () => {
    const forms = await print('nantong-org-2020', {
      applicant,
      form: 't3: { valueAdded: { 2019: 19800 }, sales: { 2019: 72000, 市: 2 }, wcTurnDays: { 2019: 150 }, taxLocal: { 2019: / } }',
    })
    const grid = gridOf(forms, 't3')
    expect(grid.head[0]?.map(({ text }) => text)).toEqual([
      '项目名称',
      '单位',
      '2017年',
      '2018年',
      '2019年',
      '同行排名',
    ])
    const printed = rows(grid)
    expect(printed).toContain(
      '全员劳动生产率 | % | 〈〉 | 〈〉 | 〈30.00万元/人〉 | 〈〉 | 〈〉 | 〈〉',
    )
    expect(printed).toContain('流动资产周转率 | % | 〈〉 | 〈〉 | 〈2.40次〉 | 〈〉 | 〈〉 | 〈〉')
    expect(printed).toContain(
      '流动资金周转天数 | 天 | 〈〉 | 〈〉 | 〈150.0〉 | 〈〉 | 〈〉 | 〈〉',
    )
    expect(printed).toContain(
      '销售额（服务业主营业务收入、建筑业建筑总产值） | 万元 | 〈〉 | 〈〉 | 〈72000.00〉 | 〈〉 | 〈〉 | 〈2〉',
    )
    expect(printed).toContain('地税 | 万元 | 〈〉 | 〈〉 | 〈/〉 | 〈〉 | 〈〉 | 〈〉')
  })

  it('表5 and 表7 have no unit column: units follow the values', async () => {
    const forms = await print('nantong-org-2020', {
      form: `t5: { p1: { 2019: 42500, 国内先进水平: 行业平均 38% }, lossRate: { 2019: 0.21 }, gradeRate: { 2019: 88.97 } }
t7: { share1: { name: 剑杆织机, domestic: { 2017: 12.50 } }, ad: { 2017: 168 }, complaints: { 2017: 8 }, accidents: { 2017: 无 } }`,
    })
    const t5 = rows(gridOf(forms, 't5'))
    expect(t5[0]).toBe(
      '等级品率（服务业主要考核项目） | 优等品产值（鲁班或国优工程） | 〈〉 | 〈〉 | 〈42500.00万元〉 | 〈行业平均 38%〉 | 〈〉',
    )
    expect(t5).toContain('等级品率% | 〈〉 | 〈〉 | 〈88.97〉 | 〈〉 | 〈〉')
    expect(t5).toContain('质量损失率 | 〈〉 | 〈〉 | 〈0.21%〉 | 〈〉 | 〈〉')
    const t7 = rows(gridOf(forms, 't7'))
    expect(t7[5]).toBe('〈剑杆织机〉 | 2017年 | 〈12.50%〉 | 〈〉 | 〈〉 | 2017年 | 〈〉 | 〈〉')
    expect(t7[8]).toBe(
      '广告宣传投入费用(万元) | 2017年 | 〈168.00〉 | 第三方评价品牌价值(万元) | 2017年 | 〈〉',
    )
    expect(t7[14]).toContain('顾客投诉件数 | 2017年 | 〈8件〉')
    expect(t7[20]).toContain('重大质量、设备、安全责任及其他事故情况 | 2017年 | 〈无〉')
  })

  it('表4: a row for each product; none yet is an empty row', async () => {
    expect(rows(gridOf(await print('nantong-org-2020'), 't4'))).toEqual([
      '〈〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉',
    ])
    const forms = await print('nantong-org-2020', {
      form: 't4: [{ product: 织机甲, standard: Q/1 }, { product: 织机乙, standard: Q/2, international: / }]',
    })
    expect(rows(gridOf(forms, 't4'))).toEqual([
      '〈织机甲〉 | 〈Q/1〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉',
      '〈织机乙〉 | 〈Q/2〉 | 〈〉 | 〈〉 | 〈〉 | 〈〉 | 〈/〉',
    ])
  })

  it('T-39, T-48: 附件2 is numbered, counts from January of Y-3, and says 无 in one row', async () => {
    const forms = await print('nantong-org-2020', {
      form: 'a2: [{ expert: 郑以恒, institution: 卓桥, content: 培训, period: 2019-04 至今 }]',
    })
    expect(rows(gridOf(forms, 'coaching'))).toEqual([
      '〈1〉 | 〈郑以恒〉 | 〈卓桥〉 | 〈培训〉 | 〈2019年4月至今〉',
    ])
    const notes = partOf(forms, 'coaching').blocks.flatMap((block) =>
      block.kind === 'text' ? block.text : [],
    )
    expect(notes.join('')).toContain('自2017年1月起至今')
    for (const form of ['a2: 无', 'a2: [{ expert: 无 }]'])
      expect(rows(gridOf(await print('nantong-org-2020', { form }), 'coaching'))).toEqual([
        '〈〉 | 〈无〉 | 〈无〉 | 〈无〉 | 〈无〉',
      ])
  })

  it('表10 names the clause that is printed in each cell', async () => {
    const [, first] = gridOf(await print('nantong-org-2020'), 't10').rows[0] ?? []
    expect(first).toMatchObject({
      text: '1.1 高层领导的作用',
      value: { state: 'document', text: '', document: { document: 'report', clause: '1.1' } },
    })
  })

  it('T-45: the personal form prints boxes, lists in one cell, the photo', async () => {
    const forms = await print('nantong-person-2020', {
      applicant: `
organization: { name: 南通沧屿特种电缆股份有限公司, industry: C3831, employees: 642, revenue: 86240 }
person:
  photo: photos/photo.jpg
  category: 首席质量官
  career:
    - { from: 1996-08, to: 2017-02, org: 沧屿电缆, post: 质量总监 }
    - { from: 2017-03, org: 沧屿电缆, post: 首席质量官 }
`,
    })
    const cover = partOf(forms, 'cover').blocks.flatMap((block) =>
      block.kind === 'lines' ? block.lines : [],
    )
    expect(cover[2]?.value.text).toBe('南通沧屿特种电缆股份有限公司(盖章)')
    expect(cover[3]?.value.text).toBe('□最高层管理者 ☑首席质量官 □企业员工 □其他人员')
    const grid = gridOf(forms, 'p')
    expect(grid.rows[0]?.at(-1)?.value).toMatchObject({ image: 'photos/photo.jpg' })
    expect(rows(grid)).toContain(
      '工作简历 | 〈1996年8月至2017年2月　沧屿电缆　质量总监\n2017年3月至今　沧屿电缆　首席质量官〉',
    )
    expect(rows(gridOf(forms, 'o'))).toContain('组织规模 | 〈□大型 ☑中型 □小型〉 | 主管部门 | 〈〉')
  })
})
