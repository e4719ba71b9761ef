import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { command } from './command.ts'
import { type Ended, runZiping } from './run-ziping.ts'

const root = path.resolve(import.meta.dirname, '..')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping 数据 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** A copy of the sample, without what was built of it. */
function copyOfSample(name: string): string {
  const folder = path.join(scratch, name)
  cpSync(path.join(root, 'content/samples/nantong-org'), folder, {
    recursive: true,
    filter: (file) => path.basename(file) !== 'dist',
  })
  return folder
}

const ziping = (cwd: string, ...words: readonly string[]): Promise<Ended> =>
  runZiping(words, { cwd, program: command })

function change(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8')
  expect(text.replace(from, to)).not.toBe(text)
  writeFileSync(file, text.replace(from, to))
}

/** The first sheet of a workbook, changed as text. */
function changeSheet(file: string, target: string, from: string, to: string): void {
  const parts = unzipSync(readFileSync(file))
  const name = Object.keys(parts).find((part) => /worksheets\/sheet1\.xml$/u.test(part)) ?? ''
  const text = strFromU8(parts[name] ?? new Uint8Array())
  expect(text).toContain(from)
  writeFileSync(target, zipSync({ ...parts, [name]: Buffer.from(text.replace(from, to)) }))
}

describe('explain form', () => {
  it('shows the notice’s formula, each figure with its line, what it comes to', async () => {
    const folder = copyOfSample('explain')
    const { code, out } = await ziping(folder, 'explain', 'form', 't3.totalAssetContribution')
    expect(code).toBe(0)
    expect(out).toContain(
      '①总资产贡献率=[(利润总额+税金总额+利息支出)÷平均资产总额]×(12÷累计月数)×100%',
    )
    expect(out).toMatch(
      /2019年 {2}16\.52 %\n {2}利润总额 +9050 万元 {2}data\/indicators\.yaml:20:47/u,
    )
    expect(out).toContain('(期初资产总计 + 期末资产总计) ÷ 2 = (78420 + 85160) ÷ 2 = 81790')
  })

  it('finds a field by its label, and says which it may have been', async () => {
    const folder = copyOfSample('label')
    expect((await ziping(folder, 'explain', 'form', '总资产贡献率')).out).toContain(
      't3.totalAssetContribution',
    )
    const { code, err } = await ziping(folder, 'explain', 'form', '资产')
    expect(code).toBe(2)
    expect(err).toContain('t3.debtRatio（资产负债率）')
  })

  it('masks what is personal', async () => {
    const { out } = await ziping(copyOfSample('mask'), 'explain', 'form', 't1.email')
    expect(out).toMatch(/内容：\w\*\*\*@/u)
  })

  it('as JSON', async () => {
    const { out } = await ziping(copyOfSample('json'), 'explain', 'form', 't3.debtRatio', '--json')
    const { fields } = JSON.parse(out)
    expect(fields[0].years[2]).toMatchObject({
      year: 2019,
      state: 'value',
      inputs: [{ id: 'liabilitiesClose', file: 'data/applicant.yaml' }, { id: 'assetsClose' }],
    })
  })
})

describe('indicators in a workbook', () => {
  it('go in place of the YAML, say the same, and are found by their cells', async () => {
    const folder = copyOfSample('workbook')
    const file = path.join(folder, 'data/indicators.xlsx')
    const before = await ziping(folder, 'lint', '--format', 'json')
    expect((await ziping(folder, 'data', 'template', 'data/indicators.xlsx')).code).toBe(0)

    const both = await ziping(folder, 'lint', '--format', 'json')
    expect(both.out).toContain('都有指标，只读取了 data/indicators.yaml')

    rmSync(path.join(folder, 'data/indicators.yaml'))
    const after = await ziping(folder, 'lint', '--format', 'json')
    expect(JSON.parse(after.out)).toEqual(JSON.parse(before.out))

    changeSheet(file, file, '<v>81260</v>', '<f>1/0</f>')
    const { code, out } = await ziping(folder, 'lint')
    expect(code).toBe(1)
    expect(out).toContain('data/indicators.xlsx:指标!I2  错误  data-invalid')
    expect(out).toContain('指标!I2 的公式还没有算出结果')
  })

  it('are never overwritten by the template', async () => {
    const folder = copyOfSample('template')
    writeFileSync(path.join(folder, '指标.xlsx'), 'mine')
    const { code, err } = await ziping(folder, 'data', 'template')
    expect(code).toBe(2)
    expect(err).toContain('指标.xlsx 已经有了，没有改动')
    expect(readFileSync(path.join(folder, '指标.xlsx'), 'utf8')).toBe('mine')
  })

  it('data diff: what changed, and every sentence, table, chart and cell it touches', async () => {
    const folder = copyOfSample('diff')
    await ziping(folder, 'data', 'template', 'old.xlsx')
    expect((await ziping(folder, 'data', 'diff', 'old.xlsx')).out).toContain('指标没有变化')
    changeSheet(
      path.join(folder, 'old.xlsx'),
      path.join(folder, 'new.xlsx'),
      '<v>81260</v>',
      '<v>81360</v>',
    )
    const { code, out } = await ziping(folder, 'data', 'diff', 'new.xlsx')
    expect(code).toBe(0)
    for (const line of [
      '实际 2019年：81260 → 81360  new.xlsx:指标!I2',
      'report/07-结果.md:131:18  自动取数',
      'report/07-结果.md:133:1  表  主要财务绩效',
      'report/07-结果.md:137:1  图  主营业务收入',
      't3.sales.2019  销售额（服务业主营业务收入、建筑业建筑总产值）：81260.00 → 81360.00',
      't3.wcTurnDays.2019  流动资金周转天数：227.5 → 227.2',
      'report/01-领导.md:128:57  “81260万元”已不是主营业务收入2019年的数据',
    ])
      expect(out).toContain(line)
    const { indicators, form, sentences } = JSON.parse(
      (await ziping(folder, 'data', 'diff', 'new.xlsx', '--json')).out,
    )
    expect(indicators).toHaveLength(1)
    expect(indicators[0].changes).toEqual([
      {
        what: 'values',
        year: 2019,
        before: '81260',
        after: '81360',
        from: 'data/indicators.yaml:9:49',
        to: 'new.xlsx:指标!I2',
      },
    ])
    expect(form.map(({ field }: { readonly field: string }) => field)).toContain('t3.wcTurnDays')
    expect(sentences.length).toBeGreaterThan(0)
  })

  it('data diff of something else is a sentence', async () => {
    const folder = copyOfSample('other')
    writeFileSync(path.join(folder, 'x.xlsx'), 'no workbook')
    for (const [file, words] of [
      ['x.xlsx', '不是 Excel 工作簿'],
      ['none.xlsx', '读不了（ENOENT）'],
    ] as const) {
      const { code, err } = await ziping(folder, 'data', 'diff', file)
      expect(code).toBeGreaterThan(0)
      expect(err).toContain(words)
      expect(err).not.toContain('    at ')
    }
  })
})

describe('open values', () => {
  it('by person and day, and as a workbook to send round', async () => {
    const folder = copyOfSample('open')
    expect((await ziping(folder, 'open')).out).toContain('没有待查的内容')
    change(path.join(folder, 'data/form.yaml'), /ccc: 否/u, 'ccc: 待查: 生产部 7月25日')
    change(
      path.join(folder, 'data/indicators.yaml'),
      '2019: 81260',
      '2019: 待查：财务部 2020-07-20',
    )
    const { out } = await ziping(folder, 'open')
    expect(out).toMatch(
      /财务部\n {2}2020-07-20 {2}主营业务收入 2019 {2}data\/indicators\.yaml:9:49\n\n生产部\n {2}2020-07-25 /u,
    )
    await ziping(folder, 'open', '--xlsx', '待查.xlsx')
    expect(readFileSync(path.join(folder, '待查.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(JSON.parse((await ziping(folder, 'open', '--json')).out).open).toHaveLength(2)
  })
})

describe('self-scores', () => {
  it('by clause and in total, with what is not scored yet', async () => {
    const folder = copyOfSample('score')
    writeFileSync(
      path.join(folder, 'data/scores.yaml'),
      '"1.1": 60\n"1.2": { score: 45.5, note: 缺内审证据 }\n',
    )
    const { code, out } = await ziping(folder, 'score')
    expect(code).toBe(0)
    expect(out).toMatch(/1 领导 +110 +54\.6 +43\.7\n/u)
    expect(out).toContain('已打分的条款共 80 分，得 43.7 分；全部 1000 分')
    expect(out).toContain('还没有打分的 21 条：1.3、2.1')
    const { total, holes } = JSON.parse((await ziping(folder, 'score', '--format', 'json')).out)
    expect(total).toEqual({ points: 1000, scored: 80, percent: 54.5625, earned: 43.65 })
    expect(holes).toHaveLength(21)
    await ziping(folder, 'score', '--format', 'xlsx')
    expect(existsSync(path.join(folder, 'dist/自评打分.xlsx'))).toBe(true)
    expect((await ziping(folder, 'score', '--format', 'html')).out).toContain('<svg')
  })

  it('a clause the award does not have is told', async () => {
    const folder = copyOfSample('score-unknown')
    writeFileSync(path.join(folder, 'data/scores.yaml'), '"7.7": 60\n')
    const { code, err } = await ziping(folder, 'score')
    expect(code).toBe(1)
    expect(err).toContain('data/scores.yaml:1:1')
  })
})

describe('evidence and pictures', () => {
  it('lists who cites what', async () => {
    const { code, out } = await ziping(copyOfSample('evidence'), 'evidence', '--files')
    expect(code).toBe(0)
    expect(out).toMatch(
      /2 {2}iso9001 +质量管理体系认证证书（GB\/T 19001-2016）\n.*2018-06-12 → 2021-06-11\n +overview\.md:47:90/u,
    )
    expect(out).toContain('共 24 件；没有引用的 0 件；到 2020-08-14 已过期的 0 件')
    expect(out).toContain('各文件都能打开、看得清')
  })

  it('registers files and leaves what was written as it is', async () => {
    const folder = copyOfSample('add')
    const index = path.join(folder, 'evidence/evidence.yaml')
    const before = readFileSync(index, 'utf8')
    cpSync(
      path.join(folder, 'evidence/iso9001.pdf'),
      path.join(folder, '能源管理体系 认证证书.pdf'),
    )
    const { code, out } = await ziping(folder, 'evidence', 'add', '能源管理体系 认证证书.pdf')
    expect(code).toBe(0)
    expect(out).toContain('引用：（见[证](#能源管理体系-认证证书)）')
    expect(readFileSync(index, 'utf8').startsWith(before)).toBe(true)
    expect(existsSync(path.join(folder, 'evidence/能源管理体系 认证证书.pdf'))).toBe(true)
    expect((await ziping(folder, 'open')).out).toContain('能源管理体系 认证证书 颁发机构')
    expect((await ziping(folder, 'lint', '--format', 'json')).out).not.toContain('data-invalid')
  })

  it('refuses the whole and changes nothing when one file cannot be registered', async () => {
    const folder = copyOfSample('refuse')
    const evidence = path.join(folder, 'evidence')
    const before = [
      readdirSync(evidence),
      readFileSync(path.join(evidence, 'evidence.yaml'), 'utf8'),
    ]
    writeFileSync(path.join(folder, 'good.pdf'), '%PDF')
    writeFileSync(path.join(folder, 'licence.pdf'), 'another file of that name')
    const { code, err } = await ziping(folder, 'evidence', 'add', 'good.pdf', 'licence.pdf')
    expect(code).toBe(2)
    expect(err).toContain('licence.pdf 已经登记为 licence')
    expect([
      readdirSync(evidence),
      readFileSync(path.join(evidence, 'evidence.yaml'), 'utf8'),
    ]).toEqual(before)
  })

  it('says which pictures packing converts, and that there is no converter yet', async () => {
    const { code, out } = await runZiping(['photos'], {
      cwd: copyOfSample('photos'),
      program: command,
      env: { ZIPING_CACHE: path.join(scratch, 'no cache') },
    })
    expect(code).toBe(0)
    expect(out).toContain('factory.png 是 PNG RGB 300 dpi，打包时转换成 TIF CMYK 300 dpi，原件不动')
    expect(out).toContain('运行 ziping photos install')
  })
})
