import { spawn } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseDocument } from '@ziping/report'
import { afterAll, describe, expect, it } from 'vitest'
import { command, sourcesOfCommand } from './command.ts'

const root = path.resolve(import.meta.dirname, '..')
const sample = path.join(root, 'content/samples/nantong-org')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping cli 命令 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** The real program, as a process of its own. */
function ziping(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Record<string, string> } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, ...words], {
      cwd: options.cwd ?? scratch,
      env: {
        ...process.env,
        ZIPING_CACHE: path.join(scratch, 'cache'),
        ZIPING_LANG: '',
        ...options.env,
      },
    })
    let out = ''
    let err = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}

function fresh(name: string): string {
  const folder = path.join(scratch, name)
  mkdirSync(folder, { recursive: true })
  return folder
}

it('is made of files the launcher can watch: it is made again when one changes, else never', () => {
  const sources = sourcesOfCommand()
  expect(sources).toContain(path.join(root, 'packages/cli/src/main.ts'))
  expect(sources.filter((file) => !existsSync(file))).toEqual([])
})

describe.concurrent('asking for help', () => {
  it('shows every command in both languages', async () => {
    const chinese = await ziping(['--help'])
    const english = await ziping(['--help', '--lang', 'en'])
    for (const { code, out } of [chinese, english]) {
      expect(code).toBe(0)
      for (const command of ['init', 'coverage', 'awards', 'doctor', 'completion'])
        expect(out).toContain(`  ${command}`)
    }
    expect(chinese.out).toContain('用法')
    expect(english.out).toContain('Usage')
  })

  it('explains one command', async () => {
    for (const words of [
      ['coverage', '--help'],
      ['help', 'coverage'],
    ]) {
      const { code, out } = await ziping(words)
      expect(code).toBe(0)
      expect(out).toContain('--holes')
      expect(out).toContain('只列缺项')
    }
  })

  it('tells its version', async () => {
    const { version } = JSON.parse(
      readFileSync(path.join(root, 'packages/cli/package.json'), 'utf8'),
    )
    expect((await ziping(['--version'])).out.trim()).toBe(version)
  })
})

describe.concurrent('what is typed wrong gets a sentence and exit 2', () => {
  it.each([
    [['coverge'], '没有“coverge”这个命令', 'ziping coverage'],
    [['coverage', '--hole'], '没有“--hole”这个选项', '--holes'],
    [['coverage', '--format', 'jsn'], '--format 不能是“jsn”', 'json'],
    [['coverage', '--format'], '选项 --format 后面缺少内容', 'table|json|html|xlsx'],
    [['awards', 'shw'], 'ziping awards 后面不能写“shw”', 'ziping awards show'],
    [['awards', 'show', 'nantong-2020'], '没有代号为“nantong-2020”的奖项方案', 'nantong'],
    [['coverage'], '没有申报工程', 'ziping init'],
    [['init'], '没有写明申报哪个奖项', 'nantong-org-2020'],
    [
      ['init', 'x', '--award', 'nantong-og-2020'],
      '没有代号为“nantong-og-2020”的奖项方案',
      'nantong-org-2020',
    ],
    [['lnit'], '没有“lnit”这个命令', 'ziping lint'],
    [['coverage', '——hole'], '没有“--hole”这个选项', '--holes'],
    [['init', 'x', '--award', '嘉兴'], '没有代号为“嘉兴”的奖项方案', 'jiaxing-org-2020（嘉兴'],
    [['init', 'x', '--award', 'shenzhen'], '没有代号为“shenzhen”', 'shenzhen-public-project-2020'],
    [['completion', 'bsh'], '没有为“bsh”准备补全', 'bash'],
    [['awards', 'check', 'nothing.yaml'], '读不到奖项文件 nothing.yaml', '核对路径'],
  ])('ziping %j', async (words, message, advice) => {
    const { code, out, err } = await ziping(words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).toContain(advice)
    expect(err).not.toMatch(/\n\s+at /)
  })

  it('in English on request', async () => {
    const { err } = await ziping(['coverge'], { env: { ZIPING_LANG: 'en' } })
    expect(err).toContain('Did you mean ziping coverage?')
  })
})

describe.concurrent('awards', () => {
  it('lists the eleven awards without the demonstration', async () => {
    const { out } = await ziping(['awards', '--format', 'json'])
    const listed: readonly Record<string, unknown>[] = JSON.parse(out)
    expect(listed.map((award) => award['id'])).toEqual([
      'jiangsu-person',
      'jiaxing-org-2020',
      'nantong-org-2020',
      'nantong-person-2020',
      'shenzhen-economic-2020',
      'shenzhen-public-org-2020',
      'shenzhen-public-project-2020',
      'wuhan-person-executive',
      'wuhan-person-manager',
      'wuhan-person-other',
      'wuhan-person-staff',
    ])
    expect(Object.keys(listed[0] ?? {})).toEqual(['id', 'name', 'applicant', 'year', 'status'])
    expect(listed.find((award) => award['id'] === 'wuhan-person-staff')).toMatchObject({
      year: null,
      status: 'draft',
    })
  })

  it('says of a draft that it is one, and what a notice leaves open', async () => {
    const { out } = await ziping(['awards', 'show', 'wuhan-person-manager'])
    expect(out).toContain('征求意见稿')
    expect(out).toContain('通知没有规定')
  })

  it('prints null for what a notice does not say', async () => {
    const { out } = await ziping(['awards', 'show', 'jiangsu-person', '--format', 'json'])
    expect(JSON.parse(out)).toMatchObject({
      id: 'jiangsu-person',
      schedule: null,
      forms: null,
      page: null,
    })
  })

  it('finds the faults of an award file at their places', async () => {
    const file = path.join(fresh('award'), 'award.yaml')
    writeFileSync(file, 'id: my-city\nname: 我市市长质量奖\nlevle: city\nstatus: oficial\n')
    const { code, out } = await ziping(['awards', 'check', file])
    expect(code).toBe(1)
    expect(out).toMatch(/award\.yaml:3:1.*\n.*levle.*\n?.*level/)
    expect(out).toContain('official')
  })
})

describe.concurrent('coverage', () => {
  it('prints the contract’s JSON', async () => {
    const { code, out } = await ziping([sample, 'coverage', '--format', 'json'])
    expect(code).toBe(0)
    const coverage = JSON.parse(out)
    expect(coverage).toMatchObject({
      version: 1,
      award: 'nantong-org-2020',
      summary: { clauses: [23, 23], requirements: [57, 57], dimensions: [57, 57] },
    })
    expect(
      coverage.documents.find((document: { id: string }) => document.id === 'overview').length,
    ).toMatchObject({ limit: 3000, unit: '字' })
    expect(
      coverage.documents.find((document: { id: string }) => document.id === 'report').length,
    ).toMatchObject({ limit: null })
    expect(coverage.clauses).toHaveLength(23)
    expect(coverage.clauses[0]).toMatchObject({
      id: '1.1',
      title: '高层领导的作用',
      answered: true,
      dimensions: { approach: true, deployment: true, result: true },
    })
    expect(coverage.clauses[0].requirements[0]).toMatchObject({
      id: '1.1.确定方向',
      answered: true,
    })
    expect(coverage.clauses[0].requirements[0].where).toMatch(/^report\/01-领导\.md:\d+$/)
  })

  it('finds the workspace upward, by -C and by a folder named first', async () => {
    const inside = path.join(sample, 'report')
    const ways = [
      await ziping(['coverage', '--holes'], { cwd: inside }),
      await ziping(['-C', sample, 'coverage', '--holes']),
      await ziping(['coverage', '--holes', '-C', sample]),
      await ziping([sample, 'coverage', '--holes']),
    ]
    for (const { code, out } of ways) {
      expect(code).toBe(0)
      expect(out).toContain('没有缺项')
    }
  })

  it('writes a page and a workbook', async () => {
    const folder = fresh('out')
    const page = await ziping([
      sample,
      'coverage',
      '--format',
      'html',
      '-o',
      path.join(folder, 'board.html'),
    ])
    const book = await ziping([
      sample,
      'coverage',
      '--format',
      'xlsx',
      '-o',
      path.join(folder, 'board.xlsx'),
    ])
    expect([page.code, book.code]).toEqual([0, 0])
    const html = readFileSync(path.join(folder, 'board.html'), 'utf8')
    expect(html).toContain('1.1 高层领导的作用')
    expect(html).toContain('57 / 57')
    expect(html).not.toMatch(/<script|https?:\/\//)
    expect(readFileSync(path.join(folder, 'board.xlsx')).subarray(0, 2).toString()).toBe('PK')
    expect(readdirSync(folder).sort()).toEqual(['board.html', 'board.xlsx'])
  })

  it('shows a broken data file with its line, and goes on', async () => {
    const folder = fresh('broken')
    writeFileSync(path.join(folder, 'ziping.yaml'), 'award: nantong-org-2020\n')
    mkdirSync(path.join(folder, 'data'), { recursive: true })
    writeFileSync(path.join(folder, 'data/indicators.yaml'), 'revenue:\n  values: { 2019: 1\n')
    const { code, out, err } = await ziping(['coverage', '--format', 'json'], { cwd: folder })
    expect(code).toBe(1)
    expect(err).toMatch(/data\/indicators\.yaml:\d+:\d+/)
    expect(err).toContain('YAML 写法有误')
    expect(JSON.parse(out).summary.clauses).toEqual([0, 23])
  })
})

describe.concurrent('init', () => {
  it('writes a workspace that needs no manual', async () => {
    const folder = path.join(scratch, '我的申报')
    const { code, out } = await ziping(['init', '我的申报', '--award', 'nantong-org-2020'])
    expect(code).toBe(0)
    expect(out).toContain('ziping coverage')
    expect(readdirSync(path.join(folder, 'report'))).toEqual([
      '01-领导.md',
      '02-战略.md',
      '03-顾客与市场.md',
      '04-资源.md',
      '05-过程管理.md',
      '06-测量、分析与改进.md',
      '07-结果.md',
    ])
    const chapter = readFileSync(path.join(folder, 'report/01-领导.md'), 'utf8')
    for (const words of [
      '# 1 领导',
      '## 1.1 高层领导的作用',
      '### 确定方向',
      '【采用方法】',
      '<!-- ',
    ])
      expect(chapter).toContain(words)
    for (const file of [
      '.gitignore',
      '.pre-commit-config.yaml',
      '.vscode/settings.json',
      'data/applicant.yaml',
      'data/form.yaml',
      'evidence/evidence.yaml',
    ])
      expect(existsSync(path.join(folder, file)), file).toBe(true)
    const fresh = await ziping(['coverage', '--format', 'json'], { cwd: folder })
    expect(fresh.err).toBe('')
    expect(JSON.parse(fresh.out).summary).toEqual({
      clauses: [0, 23],
      requirements: [0, 57],
      dimensions: [0, 57],
    })
  })

  it('writes a skeleton for every award', async ({ expect }) => {
    const ids: readonly { id: string }[] = JSON.parse(
      (await ziping(['awards', '--format', 'json'])).out,
    )
    await Promise.all(
      ids.map(async ({ id }) => {
        const made = await ziping(['init', id, '--award', id, '--year', '2022'])
        expect.soft(made.code, made.err).toBe(0)
        const { code, out, err } = await ziping([
          '-C',
          path.join(scratch, id),
          'coverage',
          '--format',
          'json',
        ])
        expect.soft(code, `${id} ${err}`).toBe(0)
        expect.soft(JSON.parse(out).summary.clauses[0], id).toBe(0)
      }),
    )
  })

  it('explains in its guide what is really read so', async () => {
    await ziping(['init', '说明', '--award', 'shenzhen-economic-2020'])
    const guide = readFileSync(path.join(scratch, '说明/使用说明.md'), 'utf8')
    expect(guide).toContain('段首写 `【方法】` `【展开】`')
    const kindsOf = (text: string): readonly string[] =>
      parseDocument('report/1.md', text).blocks.map(({ kind }) => kind)
    const [, fenced = ''] = /~~~\n([\s\S]*?)~~~/.exec(guide) ?? []
    expect(kindsOf(fenced)).toEqual(['table', 'diagram'])
    const typed = [...guide.matchAll(/`([^`]+)`/g)].map(([, words = '']) => words)
    const kinds = typed.map((words) => {
      const whole = words.startsWith(':::') ? `${words}\n\n正文\n\n:::` : words
      return `${kindsOf(whole).join()} ${words}`
    })
    for (const wanted of [
      'figure ![](images/机构.png)',
      'figure ![](<images/机构 图.png>)',
      'indicator-table ::指标表[顾客满意]{#tbl-csi 指标="csi complaints"}',
      'chart ::图表[顾客满意度]{#fig-csi 指标=csi 类型=折线}',
      'box :::亮点[题目]',
      'box :::案例[题目]',
      'landscape :::横向',
      'page-break ::分页',
    ])
      expect(kinds).toContain(wanted)
  })

  it('touches nothing where something is already there', async () => {
    const folder = fresh('taken')
    mkdirSync(path.join(folder, 'report'))
    writeFileSync(path.join(folder, 'report/我的稿子.md'), '不能丢')
    const { code, err } = await ziping(['init', '.', '--award', 'demo'], { cwd: folder })
    expect(code).toBe(2)
    expect(err).toContain('没有写入任何文件')
    expect(readdirSync(folder)).toEqual(['report'])
    expect(readFileSync(path.join(folder, 'report/我的稿子.md'), 'utf8')).toBe('不能丢')
  })
})

describe.concurrent('doctor and completion', () => {
  it('reports what the machine has', async () => {
    const { code, out } = await ziping(['doctor', '--json'])
    expect(code).toBe(0)
    const { checks } = JSON.parse(out)
    expect(checks.find((check: { id: string }) => check.id === 'node')).toMatchObject({
      ok: true,
      required: true,
      value: process.versions.node,
    })
  })

  it.each(['bash', 'zsh', 'fish', 'powershell'])(
    'knows commands and awards in %s',
    async (shell) => {
      const { code, out } = await ziping(['completion', shell])
      expect(code).toBe(0)
      expect(out).toContain('coverage')
      expect(out).toContain('nantong-org-2020')
    },
  )
})
