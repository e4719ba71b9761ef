import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { rules } from '@ziping/lint'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ended, runZiping } from './run-ziping.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping lint 检查 '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

/** A folder with files: text by path. */
function folder(files: Readonly<Record<string, string>>): string {
  const root = path.join(scratch, String(++made))
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  return root
}

const config = 'award: demo\nyear: 2024\n'
/** A filled form, so that only what a test is about is found. */
const form = {
  'data/applicant.yaml':
    'organization: { name: 南通示例有限公司, uscc: 91320600MA0000007P, employees: 120 }\n',
  'data/form.yaml': 'org: { trained: 100, kind: 企业 }\n',
}
/** Clauses 1.2 and 7.1 are not answered. */
const chapter = '# 1 领导\n\n## 1.1 使命\n\n公司使命由全体员工讨论确定，写入章程。\n'

function lint(cwd: string, words: readonly string[] = [], input?: string): Promise<Ended> {
  return runZiping(['lint', ...words], { cwd, ...(input === undefined ? {} : { input }) })
}

/** Only these rules, whichever others there are by now. */
function onlyRules(...ids: readonly string[]): readonly string[] {
  const others = rules.filter(({ id }) => !ids.includes(id))
  return others.flatMap(({ id }) => ['--rule', `${id}=off`])
}

interface Found {
  readonly rule: string
  readonly line: number
  readonly fixable: boolean
}

interface Json {
  readonly version: number
  readonly award: string
  readonly files: readonly { readonly path: string; readonly findings: readonly Found[] }[]
  readonly summary: Readonly<Record<string, number>>
}

async function lintJson(cwd: string, words: readonly string[] = [], input?: string): Promise<Json> {
  return JSON.parse((await lint(cwd, [...words, '--format', 'json'], input)).out)
}

function shown({ files }: Json): readonly string[] {
  return files.flatMap((file) =>
    file.findings.map(({ rule, line }) => `${file.path}:${line} ${rule}`),
  )
}

describe.concurrent('ziping lint --format json', () => {
  it('is the contract’s shape, key by key', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/01-领导.md': chapter })
    const json = await lintJson(root, onlyRules('clause-missing'))
    expect(Object.keys(json)).toEqual(['version', 'award', 'files', 'summary'])
    expect(json).toMatchObject({ version: 1, award: 'demo' })
    const file = json.files.find(({ path: name }) => name === 'report/01-领导.md')
    expect(file?.findings).toContainEqual({
      rule: 'clause-missing',
      severity: 'error',
      message: '报告没有回应条款“1.2 责任”',
      advice: '新增标题“1.2 责任”并作答',
      line: 3,
      column: 1,
      endLine: 3,
      endColumn: 10,
      clause: '1.2',
      fixable: false,
    })
    const findings = json.files.flatMap((one) => one.findings)
    expect(json.files.every((one) => one.findings.length > 0)).toBe(true)
    expect(Object.keys(json.summary)).toEqual(['errors', 'warnings', 'infos', 'fixable'])
    const { errors = 0, warnings = 0, infos = 0 } = json.summary
    expect(errors + warnings + infos).toBe(findings.length)
  })

  it('speaks English on request', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const { out } = await lint(root, ['--format', 'json', '--lang', 'en'])
    expect(out).toContain('Clause “1.2 责任” has no section')
  })

  it('has what is wrong in the workspace itself', async () => {
    const root = folder({ ...form, 'ziping.yaml': `${config}yaer: 2024\n`, 'report/1.md': chapter })
    expect(shown(await lintJson(root))).toContain('ziping.yaml:3 workspace-invalid')
  })
})

describe.concurrent('exit codes', () => {
  const answered = `${chapter}\n## 1.2 责任\n\n公司依法纳税。\n\n# 7 结果\n\n## 7.1 成绩\n\n满意度为 98%。\n`

  it('0 without errors', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': answered })
    const { code, out } = await lint(root, onlyRules('clause-missing'))
    expect(out).toContain('没有发现问题')
    expect(code).toBe(0)
  })

  it('1 with an error, whatever --max-warnings says', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    expect((await lint(root, ['--max-warnings', '99'])).code).toBe(1)
  })

  it('1 with more warnings than allowed', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const words = [...onlyRules('clause-missing'), '--rule', 'clause-missing=warn']
    expect((await lint(root, words)).code).toBe(0)
    expect((await lint(root, [...words, '--max-warnings', '2'])).code).toBe(0)
    const strict = await lint(root, [...words, '--max-warnings', '1'])
    expect(strict.code).toBe(1)
    expect(strict.err).toContain('警告 2 处，多于 --max-warnings 允许的 1 处')
  })

  it.each([
    [['--rule', 'clause-mising=off'], '没有叫“clause-mising”的规则', 'clause-missing'],
    [['--rule', 'clause-missing=loud'], '--rule 不能是', 'off、info、warn 或 error'],
    [['--rule', 'clause-missing'], '--rule 不能是', 'off、info、warn 或 error'],
    [['--max-warnings', 'few'], '--max-warnings 不能是“few”', '0 或正整数'],
    [['--date', '2024-02-30'], '--date 不能是“2024-02-30”', '年-月-日'],
    [['--write-baseline'], '没有写明', '--baseline baseline.json'],
    [['--baseline', 'none.json'], '读不到 none.json', '--write-baseline'],
    [['--stdin'], '要一起用', '--stdin-filename'],
    [['--stdin', '--stdin-filename', 'report/1.md', '--fix'], '不能和 --fix 一起用', '什么也不写'],
    [['--rule', 'team-prices=off'], '没有叫“team-prices”的规则', 'ziping rules'],
  ])('2 for %j', async (words, message, advice) => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const { code, out, err } = await lint(root, words)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toContain(message)
    expect(err).toContain(advice)
  })

  it('2 without a workspace', async () => {
    const { code, err } = await lint(folder({ 'a.md': '' }))
    expect(code).toBe(2)
    expect(err).toContain('没有申报工程')
  })
})

describe.concurrent('named files', () => {
  const two = {
    ...form,
    'ziping.yaml': `${config}yaer: 2024\n`,
    'report/1.md': chapter,
    'report/7.md': '# 7 结果\n\n## 7.1 成绩\n\n<!-- 待写 -->\n',
  }

  it('show their findings and those of ziping.yaml, judged with the whole workspace', async () => {
    const root = folder(two)
    const words = onlyRules('clause-missing', 'workspace-invalid')
    expect(shown(await lintJson(root, ['report/7.md', ...words]))).toEqual([
      'report/7.md:3 clause-missing',
      'ziping.yaml:3 workspace-invalid',
    ])
    expect(shown(await lintJson(root, ['report', ...words]))).toContain(
      'report/1.md:3 clause-missing',
    )
  })

  it('may belong to several workspaces', async () => {
    const root = folder({
      ...prefixed('a', { ...form, 'ziping.yaml': config }),
      'a/report/1.md': chapter,
      ...prefixed('b', two),
    })
    const words = [
      'a/report/1.md',
      'b/report/7.md',
      ...onlyRules('clause-missing', 'workspace-invalid'),
    ]
    const json = JSON.parse((await lint(root, [...words, '--format', 'json'])).out)
    expect(
      json.workspaces.map((one: Json & { path: string }) => [one.path, one.files.length]),
    ).toEqual([
      ['a', 2],
      ['b', 2],
    ])
    expect(json.summary.errors).toBe(4)
    const { out } = await lint(root, words)
    expect(out).toMatch(/^a$/m)
    expect(out).toMatch(/^b$/m)
  })

  it('outside any workspace get a sentence; exit 2 only if nothing was read', async () => {
    const root = folder({ 'note.md': '', ...prefixed('a', two) })
    const alone = await lint(root, ['note.md', 'gone.md'])
    expect(alone.code).toBe(2)
    expect(alone.out).toBe('')
    expect(alone.err).toContain('note.md 不在任何申报工程')
    expect(alone.err).toContain('没有 gone.md 这个文件')
    const together = await lint(root, ['note.md', 'a/report/7.md'])
    expect(together.code).toBe(1)
    expect(together.err).toContain('note.md 不在任何申报工程')
  })
})

describe.concurrent('standard input', () => {
  it('stands for a file that is not saved yet', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const words = ['--stdin', '--stdin-filename', 'report/1.md', ...onlyRules('clause-missing')]
    const answered = `\uFEFF${chapter}\n## 1.2 责任\n\n公司依法纳税。\n`
    const json = await lintJson(root, words, answered)
    expect(shown(json)).not.toContain('report/1.md:3 clause-missing')
    expect(readFileSync(path.join(root, 'report/1.md'), 'utf8')).toBe(chapter)
  })

  it('may be a file that does not exist yet', async () => {
    const root = folder({ ...form, 'ziping.yaml': config })
    const words = ['--stdin', '--stdin-filename', 'report/1.md', ...onlyRules('clause-missing')]
    expect(shown(await lintJson(root, words, '# 1.1 使命\n'))).toContain(
      'report/1.md:1 clause-missing',
    )
  })
})

describe.concurrent('a person reads', () => {
  it('the line with the place marked, the sentence, the advice, the counts', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const { out, err } = await lint(root, onlyRules('clause-missing'))
    expect(err).toBe('')
    expect(out).toContain(
      [
        'report/1.md:3:1  错误  clause-missing',
        '  3 │ ## 1.1 使命',
        '    │ ^^^^^^^^^^^',
        '  报告没有回应条款“1.2 责任”',
        '  怎么改：新增标题“1.2 责任”并作答',
      ].join('\n'),
    )
    expect(out).toContain('2 处错误，0 处警告，0 处提示')
    expect(out).not.toContain('\u001B')
  })

  it('what was not checked because the notice is silent', async () => {
    const root = folder({
      'ziping.yaml': 'award: wuhan-person-manager\n',
      'report/1.md': '文字。\n',
    })
    const { out } = await lint(root)
    expect(out).toMatch(/通知没有规定、因而没有检查：.*年度/)
    writeFileSync(path.join(root, 'ziping.yaml'), 'award: wuhan-person-manager\nyear: 2022\n')
    expect((await lint(root)).out).not.toMatch(/没有检查：.*年度/)
  })
})

describe.concurrent('a baseline', () => {
  it('lets old findings pass and new ones fail', async () => {
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': chapter })
    const words = ['--baseline', 'baseline.json', ...onlyRules('clause-missing')]
    const written = await lint(root, [...words, '--write-baseline'])
    expect(written.code).toBe(0)
    expect(written.err).toContain('baseline.json 记下了 2 处问题')
    expect((await lint(root, words)).code).toBe(0)
    // A line more above does not make old findings new.
    writeFileSync(path.join(root, 'report/1.md'), `说明。\n\n${chapter}`)
    expect((await lint(root, words)).code).toBe(0)
    writeFileSync(path.join(root, 'report/1.md'), chapter.replace(/公司.*/u, ''))
    expect(shown(await lintJson(root, words))).toEqual(['report/1.md:3 clause-missing'])
  })
})

describe.concurrent('--fix', () => {
  it('mends, says so, and reports the rest', async () => {
    const text = '\uFEFF# 1.1 使命\r\n\r\n公司使命，，由全体员工讨论确定...\r\n'
    const root = folder({ ...form, 'ziping.yaml': config, 'report/1.md': text })
    const words = onlyRules('clause-missing', 'typography')
    const before = await lintJson(root, words)
    expect(before.summary['fixable']).toBeGreaterThan(0)
    const { code, out, err } = await lint(root, ['--fix', ...words])
    expect(readFileSync(path.join(root, 'report/1.md'), 'utf8')).toBe(
      '\uFEFF# 1.1 使命\r\n\r\n公司使命，由全体员工讨论确定……\r\n',
    )
    expect(err).toContain('report/1.md：改正了 2 处')
    expect(out).toContain('clause-missing')
    expect(out).not.toContain('typography')
    expect(code).toBe(1)
  })
})

function prefixed(
  name: string,
  files: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(files).map(([file, text]) => [`${name}/${file}`, text]))
}
