import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runInside } from './run-inside.ts'
import type { Ended } from './run-ziping.ts'
import { SampleCopy } from './sample-copy.ts'

interface CheckJson {
  readonly version: number
  readonly ready: boolean
  readonly date: string | null
  readonly deadline: string | null
  readonly deliverables: readonly { readonly id: string; readonly state: string }[]
  readonly conditions: readonly { readonly id: string; readonly outcome: string }[] | null
  readonly findings: readonly {
    readonly rule: string
    readonly severity: string
    readonly file: string
    readonly message: string
  }[]
}

const check = (copy: SampleCopy, ...words: readonly string[]): Promise<Ended> =>
  runInside(['check', ...words], { cwd: copy.folder })

async function checkJson(copy: SampleCopy): Promise<CheckJson & { readonly code: number | null }> {
  const { code, out } = await check(copy, '--json')
  const json: CheckJson = JSON.parse(out)
  return { ...json, code }
}

const statesOf = ({ deliverables }: CheckJson): Readonly<Record<string, string>> =>
  Object.fromEntries(deliverables.map(({ id, state }) => [id, state]))

const rulesOf = ({ findings }: CheckJson): readonly string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ rule, file }) => `${rule} ${file}`)

const samples = [
  'nantong-org',
  'nantong-person',
  'jiangsu-person',
  'wuhan-executive',
  'wuhan-manager',
  'wuhan-staff',
  'wuhan-other',
  'jiaxing-group',
  'shenzhen-economic',
  'shenzhen-public-org',
  'shenzhen-project',
] as const

describe('a sample of every award', () => {
  it.each(samples)('%s is ready to be handed in', async (name) => {
    using copy = new SampleCopy(name)
    const json = await checkJson(copy)
    expect(rulesOf(json)).toEqual([])
    expect(json).toMatchObject({ version: 1, ready: true, code: 0 })
    expect(new Set(Object.values(statesOf(json)))).not.toContain('missing')
  })
})

describe('check', () => {
  it('says of every deliverable how far it is', async () => {
    using copy = new SampleCopy('nantong-org')
    copy.remove('cases')
    copy.remove('photos')
    copy.change('overview.md', /$/, `\n\n${'公司情况说明如下。'.repeat(60)}\n`)
    const json = await checkJson(copy)
    expect(statesOf(json)).toEqual({
      form: 'ready',
      overview: 'open',
      report: 'ready',
      case: 'missing',
      evidence: 'ready',
      coaching: 'ready',
      pictures: 'missing',
    })
    expect(json).toMatchObject({ ready: false, code: 1 })
    const told = rulesOf(json)
    expect(told).toContain('length-exceeded overview.md')
    expect(told.filter((rule) => rule.startsWith('case-missing'))).toHaveLength(1)
    // Lint knows of cases; nobody but check knows of pictures.
    expect(told.filter((rule) => rule.startsWith('deliverable-missing'))).toHaveLength(1)
  })

  it('assesses the conditions as of the reference date, with the days it means', async () => {
    using copy = new SampleCopy('nantong-org')
    copy.change('data/applicant.yaml', /registered: .*/, 'registered: 2016-01-01')
    copy.change('ziping.yaml', / {2}NT-O-E4: .*\n/, '')
    copy.change('ziping.yaml', /NT-O-X1: \{ /, 'NT-O-X1: { answer: false, ')
    const json = await checkJson(copy)
    const outcomes = Object.fromEntries(
      (json.conditions ?? []).map(({ id, outcome }) => [id, outcome]),
    )
    expect(outcomes).toMatchObject({
      'NT-O-E1': 'not-met',
      'NT-O-E2': 'met',
      'NT-O-E4': 'undecided',
      'NT-O-X1': 'not-met',
    })
    expect(rulesOf(json)).toEqual([
      'condition-not-met data/applicant.yaml',
      'condition-unconfirmed ziping.yaml',
      'condition-not-met ziping.yaml',
    ])
    const { out } = await check(copy)
    expect(out).toContain('合法经营5年以上；\n    起止：不晚于 2015-08-14')
    expect(out).toContain('待人确认  NT-O-E4')
    expect(out).toContain('有此情形  NT-O-X1')
  })

  it('asks what must be confirmed without refusing', async () => {
    using copy = new SampleCopy('nantong-org')
    copy.change('ziping.yaml', / {2}NT-O-E4: .*\n/, '')
    expect((await checkJson(copy)).code).toBe(0)
  })

  it('knows the reference date from the contract, and never today', async () => {
    using copy = new SampleCopy('nantong-org')
    const given = await check(copy, '--date', '2020-08-01', '--json')
    expect(JSON.parse(given.out)).toMatchObject({ date: '2020-08-01', deadline: '2020-08-21' })
    copy.change('ziping.yaml', /filed: .*\n/, '')
    expect(JSON.parse((await check(copy, '--json')).out)).toMatchObject({ date: '2020-08-21' })
    const { out } = await check(copy)
    expect(out).toContain('基准日 2020-08-21（截止日期）  截止 2020-08-21')
    expect(out).not.toContain('已过')
  })

  it('says what others still have to sign, and does not stop the printer for it', async () => {
    using copy = new SampleCopy('shenzhen-public-org')
    copy.remove('signed')
    const json = await checkJson(copy)
    expect(json).toMatchObject({ ready: false, code: 0 })
    expect(statesOf(json)).toMatchObject({
      form: 'ready',
      formScan: 'missing',
      taxProof: 'not-needed',
    })
    expect(rulesOf(json)).toEqual(['signed-missing ziping.yaml'])
    expect((await check(copy)).out).toContain(
      '补齐后才能报送：深圳市市长质量奖申报表（加盖公章后的扫描版）',
    )
  })

  it('asks for what an applicant from elsewhere must add', async () => {
    using copy = new SampleCopy('shenzhen-public-org')
    copy.change('data/applicant.yaml', 'region: "440300"', 'region: "441900"')
    expect(statesOf(await checkJson(copy))).toMatchObject({ taxProof: 'missing' })
  })

  it('knows sealed scans by what they are called', async () => {
    using copy = new SampleCopy('nantong-org')
    mkdirSync(copy.file('signed'))
    const scan = copy.file('evidence/cqo.pdf')
    for (const name of [
      '申报表（盖章）',
      'coaching',
      '组织概述-第2页',
      '某某',
      '申报组织的相关图片_签字',
    ])
      cpSync(scan, copy.file(`signed/${name}.pdf`))
    const { out } = await check(copy, '--json')
    const { deliverables }: { deliverables: readonly { id: string; signed: readonly string[] }[] } =
      JSON.parse(out)
    const signed = deliverables.filter((one) => one.signed.length > 0)
    expect(Object.fromEntries(signed.map((one) => [one.id, one.signed]))).toEqual({
      form: ['signed/申报表（盖章）.pdf'],
      overview: ['signed/组织概述-第2页.pdf'],
      coaching: ['signed/coaching.pdf'],
      pictures: ['signed/申报组织的相关图片_签字.pdf'],
    })
    expect(rulesOf(JSON.parse(out))).toEqual(['signed-unknown signed/某某.pdf'])
  })

  it('warns of days of the plan that come after the deadline', async () => {
    using copy = new SampleCopy('nantong-org')
    copy.change('data/plan.yaml', /送达: .*/, '送达: 2020-08-22')
    expect(rulesOf(await checkJson(copy))).toEqual(['plan-date-late data/plan.yaml'])
    const { out } = await check(copy)
    expect(out).toMatch(/2020-08-05 .*受理、初审/)
    expect(out).toMatch(/2020-08-12 .*审核推荐/)
  })

  it('opens evidence and pictures', async () => {
    using copy = new SampleCopy('nantong-org')
    cpSync(copy.file('ziping.yaml'), copy.file('evidence/iso9001.pdf'))
    cpSync(copy.file('ziping.yaml'), copy.file('photos/factory.png'))
    const json = await checkJson(copy)
    expect(json.code).toBe(1)
    expect(statesOf(json)).toMatchObject({ evidence: 'open', pictures: 'open' })
  })

  it('writes a page that stands by itself', async () => {
    using copy = new SampleCopy('nantong-org')
    copy.change('ziping.yaml', '沈蔚然', '<b>沈蔚然</b>')
    const { out, err } = await check(copy, '--html', 'meeting.html')
    expect(out).toBe('')
    expect(err).toContain('已写入 meeting.html')
    const page = readFileSync(copy.file('meeting.html'), 'utf8')
    expect(page).toContain('&lt;b&gt;沈蔚然&lt;/b&gt;')
    expect(page).not.toMatch(/<script|<b>沈|https?:\/\/(?!www\.gdzwfw)/)
    expect(page).toContain('申报条件')
    expect(existsSync(copy.file('dist'))).toBe(false)
  })

  it('lists the duties after handing in, and says where an award has none', async () => {
    using copy = new SampleCopy('shenzhen-project')
    expect((await check(copy, '--after')).out).toContain('[不少于 60 小时]')
    using group = new SampleCopy('jiaxing-group')
    expect((await check(group, '--after')).out).toContain('[15 个工作日内]')
    using other = new SampleCopy('wuhan-staff')
    const { out, code } = await check(other, '--after')
    expect([out.trim(), code]).toEqual(['报送之后的义务：本奖项没有规定', 0])
    expect(JSON.parse((await check(other, '--after', '--json')).out)).toMatchObject({
      duties: null,
    })
  })

  it('speaks English when asked', async () => {
    using copy = new SampleCopy('wuhan-staff')
    const { out } = await check(copy, '--lang', 'en')
    expect(out).toContain('Conditions  not specified by this award')
    expect(out).toContain('Ready to be handed in')
  })
})
