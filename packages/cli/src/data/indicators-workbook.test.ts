import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compareIndicators } from '@ziping/forms'
import { DataFile, type Indicators, readIndicators, readIndicatorsWorkbook } from '@ziping/report'
import { describe, expect, it } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { writeIndicators } from './write-indicators.ts'

const samples = path.resolve(import.meta.dirname, '../../../../content/samples')
const withIndicators = readdirSync(samples).filter((name) =>
  existsSync(path.join(samples, name, 'data/indicators.yaml')),
)

describe('the workbook that ziping writes', () => {
  it.each(withIndicators)('%s reads back equal', async (name) => {
    const file = path.join(samples, name, 'data/indicators.yaml')
    const data = new DataFile('data/indicators.yaml', readFileSync(file, 'utf8'))
    const before = readIndicators(data)
    const read = readIndicatorsWorkbook('data/indicators.xlsx', await writeIndicators(before, 2020))
    const after = new DataFile('data/indicators.xlsx', read.text)
    expect(read.findings).toEqual([])
    expect(await after.check('indicators')).toEqual([])
    expect(plain(readIndicators(after))).toEqual(plain(before))
    expect(compareIndicators(before, readIndicators(after))).toEqual([])
  })

  it('holds an example where there are no indicators yet', async () => {
    const read = readIndicatorsWorkbook(
      'a.xlsx',
      await writeIndicators({ all: [], byId: new Map() }, 2021),
    )
    expect(read.findings).toEqual([])
    const { all } = readIndicators(new DataFile('a.xlsx', read.text))
    expect(all.map(({ id, values }) => [id, values.map(({ year }) => year)])).toEqual([
      ['revenue', [2018, 2019, 2020]],
    ])
  })
})

describe('what people make of it', () => {
  it('any order of columns, years in words, numbers as text, names merged downwards', async () => {
    const { indicators, told } = await read([
      ['2019 年', '单位', '名称', '2018', '系列', '对手', '来源'],
      ['103,480.50', '万元', '主营业务收入', 91250, null, null, '审计报告'],
      [100000, null, null, '/', '目标', null, null],
      [90200, null, null, 85900, '竞争对手', '甲公司', '年报'],
      [80200, null, null, null, '竞争对手', '乙公司', null],
      ['98.5%', '%', '一次交验合格率', '—', null, null, null],
    ])
    expect(told).toEqual([])
    expect(indicators.all.map(({ id }) => id)).toEqual(['主营业务收入', '一次交验合格率'])
    const [revenue, rate] = indicators.all
    expect(revenue).toMatchObject({
      unit: '万元',
      source: '审计报告',
      values: [
        { year: 2018, text: '91250' },
        { year: 2019, text: '103,480.50', number: 103480.5 },
      ],
      target: [{ year: 2019 }],
      competitor: [
        { name: '甲公司', values: [{ year: 2018 }, { year: 2019 }] },
        { name: '乙公司', values: [{ year: 2019 }] },
      ],
    })
    expect(rate?.values).toEqual([{ year: 2019, text: '98.5', number: 98.5 }])
  })

  it('every value knows its cell', async () => {
    const { indicators } = await read([
      ['指标', '2018年', '2019年'],
      ['收入', 1, 2],
    ])
    const place = indicators.file?.placeOf(['收入', 'values', '2019'])
    expect(place).toMatchObject({
      file: 'data/indicators.xlsx',
      line: 2,
      column: 3,
      cell: '指标!C2',
    })
  })

  it('what is still open stays open', async () => {
    const { indicators, told } = await read([
      ['指标', '2018年', '2019年'],
      ['收入', 1, '待查：财务部 7月20日'],
    ])
    expect(told).toEqual([])
    expect(indicators.all[0]?.values.map(({ year }) => year)).toEqual([2018])
    expect(indicators.file?.textOf(['收入', 'values', '2019'])).toBe('待查：财务部 7月20日')
  })

  it.each([
    [
      'a figure that is none',
      [
        ['指标', '2019年'],
        ['收入', '约一百万'],
      ],
      'workbook-value 指标!B2',
    ],
    [
      'a column nobody knows',
      [
        ['指标', '2019年', '负责人'],
        ['收入', 1, '甲'],
      ],
      'workbook-column 指标!C1',
    ],
    [
      'a figure beside the columns',
      [
        ['指标', '2019年'],
        ['收入', 1, 7],
      ],
      'workbook-stray 指标!C2',
    ],
    [
      'a row before any indicator',
      [
        ['指标', '2019年'],
        [null, 5],
      ],
      'workbook-stray 指标!B2',
    ],
    [
      'a kind of series nobody knows',
      [
        ['指标', '项目', '2019年'],
        ['收入', '预计', 1],
      ],
      'workbook-series 指标!B2',
    ],
    [
      'a figure given twice',
      [
        ['指标', '2019年'],
        ['收入', 1],
        ['收入', 2],
      ],
      'workbook-twice 指标!B3',
    ],
    [
      'two units',
      [
        ['指标', '单位', '2019年'],
        ['收入', '万元', 1],
        [null, '元', null],
      ],
      'workbook-twice 指标!B3',
    ],
    [
      'an unknown direction',
      [
        ['指标', '方向', '2019年'],
        ['收入', '向上', 1],
      ],
      'unknown-value 指标!B2',
    ],
  ])('%s is told with its cell', async (_, rows, expected) => {
    const { told } = await read(rows)
    expect(told).toEqual([expected])
  })

  it('words of a finding name the cell', async () => {
    const { findings } = await read([
      ['指标', '2019年'],
      ['收入', '约一百万'],
    ])
    expect(findings[0]?.words['zh-CN'].message).toBe('指标!B2 的“约一百万”不是数，没有读取')
  })

  it('several sheets with the heading are read together, others left alone', async () => {
    const bytes = await writeExcelFile([
      {
        sheet: '财务',
        data: cells([
          ['指标', '2019年'],
          ['收入', 1],
        ]),
      },
      { sheet: '说明', data: cells([['随便写写']]) },
      { sheet: '人力', data: cells([['人力资源部'], ['指标', '2019年'], ['员工数', 2]]) },
    ]).toBuffer()
    const { text, findings } = readIndicatorsWorkbook('a.xlsx', bytes)
    expect(findings).toEqual([])
    expect(readIndicators(new DataFile('a.xlsx', text)).all.map(({ id }) => id)).toEqual([
      '收入',
      '员工数',
    ])
  })

  it('a key is made from the name where none is given', async () => {
    const { indicators } = await read([
      ['指标', '2019年'],
      ['R&D 投入（含税）', 2],
    ])
    expect(indicators.all.map(({ id, name }) => [id, name])).toEqual([
      ['R&D投入（含税）', 'R&D 投入（含税）'],
    ])
  })
})

type Rows = readonly (readonly (string | number | null)[])[]

async function read(rows: Rows): Promise<{
  readonly indicators: Indicators
  readonly findings: DataFile['findings']
  readonly told: readonly string[]
}> {
  const bytes = await writeExcelFile([{ sheet: '指标', data: cells(rows) }]).toBuffer()
  const { text, findings } = readIndicatorsWorkbook('data/indicators.xlsx', bytes)
  const file = new DataFile('data/indicators.xlsx', text)
  const all = [...findings, ...(await file.check('indicators'))]
  return {
    indicators: readIndicators(file),
    findings: all,
    told: all.map(({ messageId, place }) => `${messageId} ${place.cell}`),
  }
}

function cells(rows: Rows): { readonly value: string | number }[][] {
  return rows.map((row) => row.map((value) => (value === null ? { value: '' } : { value })))
}

/** Without where it stands. */
function plain({ all }: Indicators): unknown {
  return all.map(({ path: _, ...indicator }) => indicator)
}
