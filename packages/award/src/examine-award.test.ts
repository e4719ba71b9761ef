import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Failure } from '@ziping/diagnostics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkAwardFile, loadAward, loadAwardFile } from './load-award.ts'

const sound = `id: yunting-2025
name: 云汀市市长质量奖
status: official
level: city
year: 2025
docs:
  notice: { title: 云汀市市长质量奖评审细则 }
applicant: { kind: organization, label: 组织 }
criteria:
  total: 100
  clauses:
    - id: '1'
      title: 领导
      points: 60
      children:
        - { id: '1.1', title: 使命, points: 40, aliases: [4.1.2] }
        - id: '1.2'
          title: 责任
          points: 20
          dimensions: adr
          requirements:
            - { id: 1.2.a, label: a, text: 履行责任。, window: results }
    - { id: '2', title: 结果, kind: result, points: 40 }
dimensions:
  - id: adr
    applies: process
    dims:
      - { id: approach, label: 方法, required: warning }
windows:
  - { id: results, from: Y-3, to: Y-1 }
limits:
  - { id: overview, target: { document: overview }, measure: characters, max: 3000, src: 限3000字 }
deliverables:
  - { id: overview, title: 组织概述, kind: overview, source: { document: overview } }
volumes:
  - { id: main, contains: [overview], copies: 3 }
media:
  - { id: disc, kind: disc, contains: [overview] }
forms: [main]
indicators:
  - id: debtRatio
    label: 资产负债率
    unit: '%'
    inputs:
      - { id: assets, label: 资产, unit: 万元, basis: close }
      - { id: debts, label: 负债, unit: 万元, basis: close }
    expression: debts / assets * 100
    decimals: 2
    field: t1.debtRatio
conditions:
  - id: E1
    kind: must
    text: 登记满三年。
    test: years(organization.registered, date) >= 3
    mode: auto
    src: 登记满三年。
rules:
  length-exceeded: error
codes: [gbt4754-2017]
`

const form = `id: main
title: 申报表
fields:
  t1.name: { label: 名称, type: text, required: true }
  t1.staff: { label: 人数, type: integer, rule: [{ test: form.t1.staff > 0, message: 人数须大于零 }] }
  t1.debtRatio: { label: 资产负债率, type: series, years: [Y-2, Y-1], computed: debtRatio }
parts:
  - id: t1
    blocks:
      - grid:
          columns: [1, 2, 2]
          seriesColumns: [Y-2, Y-1]
          rows:
            - [名称, { field: t1.name, colspan: 2 }]
            - { series: t1.debtRatio, label: [资产负债率] }
`

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ziping-award-'))
})
afterAll(() => rm(folder, { recursive: true }))

let written = 0

/** Writes an award with its form into a folder of its own. */
async function write(award: string, files: Readonly<Record<string, string>> = {}): Promise<string> {
  const all = { 'award.yaml': award, 'forms/main.yaml': form, ...files }
  const own = join(folder, String(written++), 'yunting-2025')
  for (const [name, text] of Object.entries(all)) {
    await mkdir(dirname(join(own, name)), { recursive: true })
    await writeFile(join(own, name), text)
  }
  return join(own, 'award.yaml')
}

/** Every finding as `line:column id message → advice`, with the file where it is not the award's. */
async function findings(
  award: string,
  files?: Readonly<Record<string, string>>,
): Promise<readonly string[]> {
  const path = await write(award, files)
  return (await checkAwardFile(path)).map(({ place, messageId, words }) => {
    const file = place.file === path ? '' : `${place.file.split('/').slice(-2).join('/')}:`
    const { message, advice } = words['zh-CN']
    return `${file}${place.line}:${place.column} ${messageId} ${message} → ${advice}`
  })
}

it('a sound award has no findings', async () => {
  expect(await findings(sound)).toEqual([])
})

describe('an award that is wrong in one place is told where and what', () => {
  it.each([
    // what YAML itself trips over
    [
      'name: 云汀市市长质量奖',
      'name: "云汀',
      '2:7 yaml-syntax YAML 写法有误，读不下去 → 引号没有收尾',
    ],
    [
      'level: city',
      '\tlevel: city',
      '4:1 yaml-syntax YAML 写法有误，读不下去 → 缩进用了制表符（Tab），请改用空格',
    ],
    [
      'level: city',
      'level: city\nyear: 2024',
      '6:1 yaml-duplicate-key “year”写了两次 → 只留一处，或合并两处的内容',
    ],
    [
      'level: city',
      'level: *place',
      '4:8 yaml-alias “*place”无所指：前面没有“&place” → 先用 & 给内容命名，再用 * 引用',
    ],
    // keys
    ['limits:', 'limit:', '31:1 unknown-key 文件里没有“limit”这一项 → 是不是想写“limits”？'],
    [
      'copies: 3',
      'copys: 3',
      '36:39 unknown-key “volumes[main]”里没有“copys”这一项 → 是不是想写“copies”？',
    ],
    [
      'max: 3000, ',
      '',
      '32:5 missing-key “limits[overview]”缺少“max”或“min”或“about” → 补上“max”或“min”或“about”',
    ],
    [
      'level: city',
      'level: city\n<<: { region: x }',
      '5:1 unknown-key 文件里没有“<<”这一项 → 可写的有：',
    ],
    ['status: official\n', '', '1:1 missing-key 文件缺少“status” → 补上“status”'],
    [' src: 限3000字 }', ' }', '32:5 missing-key “limits[overview]”缺少“src” → 补上“src”'],
    [
      'title: 责任',
      'titles: [责任]',
      '17:11 missing-key “criteria.clauses[1].children[1.2]”缺少“title” → 补上“title”',
    ],
    [
      ', label: a,',
      ',',
      '22:15 missing-key “criteria.clauses[1].children[1.2].requirements[1.2.a]”缺少“label”或“name” → ',
    ],
    ['{ id: disc, kind: disc,', '{ id: disc,', '38:5 missing-key “media[disc]”缺少“kind” → '],
    // values
    [
      'status: official',
      'status: offical',
      '3:9 unknown-value “status”不能是“offical” → 是不是想写“official”？',
    ],
    [
      'measure: characters',
      'measure: character',
      '32:62 unknown-value “limits[overview].measure”不能是“character” → 是不是想写“characters”？',
    ],
    [
      'id: approach,',
      'id: aproach,',
      '28:15 unknown-value “dimensions[adr].dims[aproach].id”不能是“aproach” → 是不是想写“approach”？',
    ],
    [
      'max: 3000',
      'max: 3千',
      '32:79 wrong-kind “limits[overview].max”应是数，写的是 3千 → 改成所要的类型；数字不加引号',
    ],
    [
      'year: 2025',
      'year: "2025"',
      '5:7 wrong-kind “year”应是整数或 null，写的是 2025 → 改成所要的类型；数字不加引号',
    ],
    [
      "id: '2',",
      'id: 2,',
      '23:13 wrong-kind “criteria.clauses[2].id”应是文字，写的是 2 → 数字、true 等要当文字时加引号',
    ],
    [
      'contains: [overview], copies',
      'contains: overview, copies',
      '36:27 wrong-kind “volumes[main].contains”应是列表，写的是 overview → ',
    ],
    [
      'id: yunting-2025',
      'id: 云汀2025',
      '1:5 wrong-form “id”的写法不对：云汀2025 → 只用小写字母、数字和连字符，如 nantong-org-2020',
    ],
    [
      'from: Y-3',
      'from: 2022年',
      '30:26 wrong-form “windows[results].from”的写法不对：2022年 → 年份写成 Y、Y-3，或事实的路径，如 project.inService',
    ],
    [
      'name: 云汀市市长质量奖',
      'name: ""',
      '2:7 empty “name”是空的 → 写上内容；通知没有说的删去此项或写 null',
    ],
    [
      '{ document: overview }, measure',
      '{ document: overview, volume: main }, measure',
      '32:21 too-many “limits[overview].target”只能写 1 项 → ',
    ],
    // ids and references
    [
      "id: '2',",
      "id: '1.1',",
      '23:7 duplicate-id “1.1”用了两次，第一次在第 16 行 → 给其中一个换一个 id',
    ],
    ['aliases: [4.1.2]', "aliases: ['2']", '23:7 duplicate-id “2”用了两次，第一次在第 16 行 → '],
    [
      'dimensions: adr',
      'dimensions: ard',
      '20:23 unknown-reference “criteria.clauses[1].children[1.2].dimensions”所指的“ard”不存在 → 是不是想写“adr”？',
    ],
    [
      'window: results',
      'window: result',
      '22:59 unknown-reference “criteria.clauses[1].children[1.2].requirements[1.2.a].window”所指的“result”不存在 → 是不是想写“results”？',
    ],
    [
      '{ document: overview }, measure',
      '{ document: overveiw }, measure',
      '32:41 unknown-reference “limits[overview].target.document”所指的“overveiw”不存在 → 是不是想写“overview”？',
    ],
    [
      'contains: [overview], copies',
      'contains: [overview, reports], copies',
      '36:38 unknown-reference “volumes[main].contains[2]”所指的“reports”不存在 → 可写的有：overview',
    ],
    [
      'field: t1.debtRatio',
      'field: t1.debtRate',
      '49:12 unknown-reference “indicators[debtRatio].field”所指的“t1.debtRate”不存在 → 是不是想写“t1.debtRatio”？',
    ],
    [
      'codes: [gbt4754-2017]',
      'codes: [gbt4754-2018]',
      '59:9 unknown-reference “codes”所指的“gbt4754-2018”不存在 → 是不是想写“gbt4754-2017”？',
    ],
    [
      'forms: [main]',
      'forms: [mian]',
      '39:9 part-missing 找不到 forms/mian.yaml → 是不是想写“main”？',
    ],
    ['forms: [main]', 'forms: [../../x]', '39:9 part-missing 找不到 forms/../../x.yaml → '],
    [
      '  total: 100\n',
      '  total: 100\n  from: [gbt19580-2021]\n',
      '11:10 part-missing 找不到 criteria/gbt19580-2021.yaml → 是不是想写“gbt19580-2012”？',
    ],
    [
      '  total: 100\n',
      "  total: 100\n  patch: [{ id: '1.3' }]\n",
      '11:11 nothing-to-patch 条款树里没有“1.3”，patch 无从修改 → 是不是想写“1.1”？',
    ],
    // points and sources
    [
      'points: 40, aliases',
      'points: 45, aliases',
      '14:15 points-sum 条款“1”写的是 60 分，各项相加是 65 分 → 核对通知中的分值',
    ],
    [
      'total: 100',
      'total: 1000',
      '10:10 points-sum 总分写的是 1000 分，各项相加是 100 分 → 核对通知中的分值',
    ],
    [
      'src: 限3000字',
      'src: { doc: notic, quote: 限3000字 }',
      '32:85 unknown-document 出处“notic”不在 docs 里 → 是不是想写“notice”？',
    ],
    [
      'src: 限3000字',
      'src: { certainty: stated }',
      '32:85 stated-without-quote 出处写作通知原文（stated），却没有引文 → ',
    ],
    // expressions
    [
      '(organization.registered, date)',
      '(organisation.registered, date)',
      '54:17 expression-unknown-name 表达式里的“organisation”不认识 → 是不是想写“organization”？',
    ],
    [
      'years(organization',
      'year(organization',
      '54:11 expression-unknown-function 没有“year”这个函数 → 是不是想写“years”？',
    ],
    [
      ' >= 3\n',
      '\n',
      '54:11 expression-wrong-result 表达式应得出是或否，写出的却得数 → 补上比较（如 >= 5），或去掉多余的比较',
    ],
    [
      ' >= 3\n',
      ' >= "三年"\n',
      '54:11 expression-wrong-kinds “years(organization.registered, date) >= "三年"”两边或各项的类型不合，无法计算 → ',
    ],
    [
      'debts / assets * 100',
      'debts / asets * 100',
      '47:25 expression-unknown-name 表达式里的“asets”不认识 → 是不是想写“assets”？',
    ],
    [
      'debts / assets * 100',
      'debts ÷ assets',
      '47:23 expression-syntax 表达式写到“÷”处读不下去 → ',
    ],
  ])('%s → %s', async (from, to, finding) => {
    expect(sound).toContain(from)
    const found = await findings(sound.replace(from, to))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(finding)
  })
})

describe('a form that is wrong in one place', () => {
  it.each([
    [
      'type: integer',
      'type: int',
      'main.yaml:5:32 unknown-value “fields.t1.staff.type”不能是“int” → 是不是想写“integer”？',
    ],
    ['t1.name: {', '1名称: {', 'main.yaml:4:3 wrong-form “fields”的写法不对：1名称 → 以字母开头'],
    [
      'computed: debtRatio',
      'computed: debtRate',
      'main.yaml:6:76 unknown-reference “fields.t1.debtRatio.computed”所指的“debtRate”不存在 → 是不是想写“debtRatio”？',
    ],
    [
      'form.t1.staff > 0',
      'form.t1.stuff > 0',
      'main.yaml:5:64 expression-unknown-name 表达式里的“form.t1.stuff”不认识 → 是不是想写“form.t1.staff”？',
    ],
    [
      '{ field: t1.name,',
      '{ field: t1.nmae,',
      'main.yaml:14:29 unknown-reference “parts[t1].blocks[1].grid.rows[1][2].field”所指的“t1.nmae”不存在 → 是不是想写“t1.name”？',
    ],
    [
      'type: text, required: true }',
      'type: text, pattern: ^(a+)+$ }',
      'main.yaml:4:46 unsafe-pattern 样式“^(a+)+$”不能用 → ',
    ],
    ['seriesColumns: [Y-2, Y-1]', 'seriesColumns: [Y-3, Y-1]', 'main.yaml:15:15 unknown-reference'],
  ])('%s → %s', async (from, to, finding) => {
    expect(form).toContain(from)
    const found = await findings(sound, { 'forms/main.yaml': form.replace(from, to) })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(finding)
  })
})

describe('a clause tree of one’s own beside the award', () => {
  const tree = `id: own
title: 自有条款
clauses:
  - { id: '3', title: 改进, points: 10 }
  - { id: '4', title: 创新, points: 0, kind: result }
`
  const award = sound.replace('total: 100', 'total: 110\n  from: [own]')

  it('is joined with the award’s own clauses', async () => {
    const path = await write(award, { 'criteria/own.yaml': tree })
    const { clauses } = await loadAwardFile(path)
    expect(clauses.map(({ id, kind }) => `${id} ${kind}`)).toEqual([
      '3 process',
      '4 result',
      '1 process',
      '2 result',
    ])
  })

  it.each([
    [
      'points: 10',
      'point: 10',
      'own.yaml:4:27 unknown-key “criteria.clauses[3]”里没有“point”这一项',
    ],
    [
      'title: 自有条款',
      'titel: 自有条款',
      'own.yaml:2:1 unknown-key 文件里没有“titel”这一项 → 是不是想写“title”？',
    ],
    ["id: '4'", "id: '3'", 'own.yaml:5:5 duplicate-id “3”用了两次，第一次在第 4 行'],
    ['points: 10', 'points: 20', '10:10 points-sum 总分写的是 110 分，各项相加是 120 分'],
  ])('%s → %s', async (from, to, finding) => {
    const found = await findings(award, { 'criteria/own.yaml': tree.replace(from, to) })
    expect(found.join('\n')).toContain(finding)
  })
})

describe('hostile files', () => {
  it('a file that multiplies itself by aliases is refused', async () => {
    const layers = Array.from(
      { length: 12 },
      (_, n) => `b${n}: &b${n} [${`*b${n - 1}, `.repeat(9)}]`,
    )
    const found = await findings(`b-1: &b-1 [x]\n${layers.join('\n').replaceAll('b-1', 'b-1')}\n`)
    expect(found.join()).toContain('yaml-too-much 文件内容过多或嵌套过深')
  })

  it('a file of nothing but brackets is refused', async () => {
    expect((await findings('['.repeat(50_000))).length).toBeGreaterThan(0)
  })

  it('an empty file and a mere text are no award', async () => {
    expect(await findings('')).toEqual([expect.stringContaining('1:1 yaml-not-map')])
    expect(await findings('市长质量奖')).toEqual([expect.stringContaining('1:1 yaml-not-map')])
  })
})

describe('loading', () => {
  it('names the first few errors in one failure, and all are found by checking', async () => {
    const path = await write(sound.replaceAll('points:', 'point:'))
    const failure = await loadAwardFile(path).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(Failure)
    expect(failure).toMatchObject({
      code: 'award/invalid',
      place: { file: path, line: 14, column: 7 },
      words: {
        'zh-CN': {
          message: expect.stringContaining(`奖项文件 ${path} 有 4 处错误\n  ${path}:14:7 `),
          advice: expect.stringContaining(`ziping awards check ${path}`),
        },
        en: { message: expect.stringContaining('Did you mean “points”?') },
      },
    })
    expect(await checkAwardFile(path)).toHaveLength(4)
  })

  it('says which award may be meant', async () => {
    await expect(loadAward('nantong-org-2012')).rejects.toMatchObject({
      code: 'award/unknown',
      words: { 'zh-CN': { advice: expect.stringContaining('nantong-org-2020（') } },
    })
  })

  it('never leaves the awards folder', async () => {
    await expect(loadAward('../awards/demo')).rejects.toMatchObject({ code: 'award/unknown' })
  })

  it('says that a file can not be read', async () => {
    await expect(loadAwardFile(join(folder, 'none.yaml'))).rejects.toMatchObject({
      code: 'award/unreadable',
    })
    await expect(checkAwardFile(folder)).rejects.toMatchObject({ code: 'award/unreadable' })
  })
})
