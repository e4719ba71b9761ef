import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Ended, runZiping } from './run-ziping.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping team rules '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

/** A workspace whose only rule file, if given, has this text. */
function workspace(rules: string | undefined, more = '', named = 'rules/our.mjs'): string {
  const root = path.join(scratch, String(++made))
  mkdirSync(path.join(root, 'report'), { recursive: true })
  mkdirSync(path.join(root, 'rules'))
  writeFileSync(
    path.join(root, 'ziping.yaml'),
    `award: demo\nyear: 2024\nlintRules: [${named}]\n${more}`,
  )
  writeFileSync(path.join(root, 'report/1.md'), '# 1.1 使命\n\n本公司产品报价100元。\n')
  if (rules !== undefined) writeFileSync(path.join(root, 'rules/our.mjs'), rules)
  return root
}

/** A rule as a team would write it: one language, nothing imported. */
const noPrices = `
export function rules({ defineRule, plainText }) {
  return [
    defineRule({
      id: 'team-no-prices',
      title: '正文里写了报价',
      options: { words: { usual: ['报价'], help: '不许出现的词' } },
      messages: {
        said: ({ word }) => ({ message: '不要写“' + word + '”', advice: '删去这一句' }),
      },
      *check({ report, listOption }, finding) {
        for (const { blocks, clause } of report.sections)
          for (const block of blocks)
            for (const word of listOption('words'))
              if (block.kind === 'paragraph' && plainText(block.content).includes(word))
                yield finding.said(block.place, { word }, { clause })
      },
    }),
  ]
}
`

function rule(check: string, rest = ''): string {
  return `export function rules({ defineRule }) {
    return [defineRule({ id: 'team-one', title: '一', messages: { one: () => ({ message: '一' }) }, ${check}, ${rest} })]
  }`
}

function lint(cwd: string, words: readonly string[] = []): Promise<Ended> {
  return runZiping(['lint', ...words], { cwd })
}

interface Found {
  readonly rule: string
  readonly severity: string
  readonly message: string
  readonly line: number
}

/** Findings as `file:line rule severity message`. */
async function found(
  cwd: string,
  words: readonly string[] = ['--allow-workspace-rules'],
): Promise<readonly string[]> {
  const { files } = JSON.parse((await lint(cwd, [...words, '--format', 'json'])).out)
  return files.flatMap((file: { path: string; findings: readonly Found[] }) =>
    file.findings
      .filter((one) => /^team-|^workspace-|^waiver-/.test(one.rule))
      .map((one) => `${file.path}:${one.line} ${one.rule} ${one.severity} ${one.message}`),
  )
}

describe.concurrent('a team’s own rules', () => {
  it('do not run unless the user says so', async () => {
    const root = workspace(undefined)
    const trace = path.join(root, 'ran')
    writeFileSync(
      path.join(root, 'rules/our.mjs'),
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(trace)}, '')\n${noPrices}`,
    )
    for (const words of [['lint'], ['rules'], ['explain', 'clause-missing']]) {
      const { code, err } = await runZiping(words, { cwd: root })
      expect(code).toBe(words[0] === 'lint' ? 1 : 0)
      expect(err).toContain('没有运行 ziping.yaml 列出的自定规则：rules/our.mjs')
      expect(err).toContain('--allow-workspace-rules')
      expect(existsSync(trace)).toBe(false)
    }
    expect(await found(root, [])).toEqual([])
    const allowed = await lint(root, ['--allow-workspace-rules'])
    expect(allowed.err).toBe('')
    expect(existsSync(trace)).toBe(true)
  })

  it('do not run where the user allows it but the workspace does not ask for it', async () => {
    const root = workspace(noPrices, '', '')
    expect(await found(root)).toEqual([])
  })

  it('find, can be set, chosen, waived, listed and explained like any other', async () => {
    const said = 'report/1.md:3 team-no-prices warning 不要写“报价”'
    expect(await found(workspace(noPrices))).toEqual([said])
    const set = workspace(
      noPrices,
      'rules: { team-no-prices: { severity: error, options: { words: [产品, 公司] } } }\n',
    )
    expect(await found(set)).toEqual([
      'report/1.md:3 team-no-prices error 不要写“产品”',
      'report/1.md:3 team-no-prices error 不要写“公司”',
    ])
    const off = ['--allow-workspace-rules', '--rule', 'team-no-prices=off']
    expect(await found(set, off)).toEqual([])
    const waived = 'waivers: [{ rule: team-no-prices, reason: 已公开 }]\n'
    expect(await found(workspace(noPrices, waived))).toEqual([])
    const listed = await runZiping(['rules', '--allow-workspace-rules'], { cwd: set })
    expect(listed.out).toMatch(
      /^team-no-prices +错误 +申报工程 ziping\.yaml:4:10 +正文里写了报价（words: \[产品, 公司\] ← 申报工程）/m,
    )
    const words = ['explain', 'team-no-prices', '--allow-workspace-rules']
    expect((await runZiping(words, { cwd: set })).out).toContain('不许出现的词')
  })

  it('leave settings and waivers of rules that were not run in peace', async () => {
    const more =
      'rules: { team-no-prices: error }\nwaivers: [{ rule: team-no-prices, reason: 已公开 }]\n'
    expect(await found(workspace(noPrices, more), ['--rule', 'team-no-prices=off'])).toEqual([])
    expect(await found(workspace(noPrices, 'rules: { team-no-price: off }\n'))).toContain(
      'ziping.yaml:4 workspace-invalid error 没有叫“team-no-price”的规则，这一项不起作用',
    )
  })

  it.each([
    ['throws', rule('check() { throw new Error("哎呀") }'), 'team-one 运行出错：哎呀'],
    [
      'throws what has no text',
      rule('check() { throw Object.create(null) }'),
      'team-one 运行出错：?',
    ],
    ['is async', rule('async *check() {}'), '不能是 async'],
    ['yields something else', rule('*check() { yield { rule: "team-one" } }'), '不是 finding.名称'],
    ['finds at no place', rule('*check(_, finding) { yield finding.one({}, {}) }'), '位置不全'],
    [
      'asks for an option it has not',
      rule('*check({ listOption }) { listOption("x") }'),
      'option x',
    ],
    [
      'gives no words',
      rule(
        '*check(c, f) { yield f.two({ file: "a", line: 1, column: 1, endLine: 1, endColumn: 1 }) }',
        'messages: { two: () => 2 }',
      ),
      '要是一个对象',
    ],
    ['has no check', rule('options: {}'), 'team-one: check 要是函数'],
    [
      'has a name of the program’s',
      noPrices.replace('team-no-prices', 'no-prices'),
      '要以 team- 开头',
    ],
    [
      'is there twice',
      noPrices.replace(
        'return [',
        'return [{ id: "team-no-prices", title: "二", messages: {}, check() {} },',
      ),
      '已经有叫 team-no-prices 的规则',
    ],
    ['exports nothing', 'const rules = []', '没有导出函数 rules'],
    ['returns nothing', 'export function rules() {}', '要返回数组'],
    ['is no program', 'export function (', 'rules/our.mjs 用不上'],
    ['imports what is not there', 'import "nirgends"\n', 'nirgends'],
  ])('are a finding, not a crash, where a file %s', async (_, text, message) => {
    const root = workspace(text)
    const findings = await found(root)
    expect(findings).toEqual([expect.stringContaining(message)])
    expect(findings[0]).toMatch(/^ziping\.yaml:3 workspace-invalid error /)
  })

  it('stay in the workspace', async () => {
    const trace = path.join(scratch, 'outside-ran')
    const outside = path.join(scratch, 'outside.mjs')
    writeFileSync(
      outside,
      `import { writeFileSync } from 'node:fs'\nwriteFileSync(${JSON.stringify(trace)}, '')`,
    )
    const linked = workspace(undefined, '', 'rules/link.mjs')
    symlinkSync(outside, path.join(linked, 'rules/link.mjs'))
    for (const root of [
      linked,
      workspace(undefined, '', '../outside.mjs'),
      workspace(undefined, '', outside),
    ])
      expect(await found(root)).toEqual([expect.stringContaining('不在申报工程里，不会运行')])
    expect(existsSync(trace)).toBe(false)
  })

  it.each([
    ['rules/none.mjs', '没有自定规则文件 rules/none.mjs'],
    ['rules', '没有自定规则文件 rules'],
    ['report/1.md', 'report/1.md 不是规则文件'],
  ])('are files of rules: %s', async (named, message) => {
    expect(await found(workspace(noPrices, '', named))).toEqual([expect.stringContaining(message)])
  })
})
