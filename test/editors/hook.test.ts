import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { program } from '../run-ziping.ts'

const repository = path.resolve(import.meta.dirname, '../..')
const scratch = mkdtempSync(path.join(tmpdir(), 'ziping hook '))
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

/** The installed `ziping`, as the hook of `init` calls it. */
const bin = path.join(scratch, 'bin')
const env: NodeJS.ProcessEnv = {
  ...process.env,
  PATH: `${bin}${path.delimiter}${process.env['PATH'] ?? ''}`,
  PRE_COMMIT_HOME: path.join(scratch, 'pre-commit'),
  GIT_CONFIG_GLOBAL: path.join(scratch, 'gitconfig'),
  GIT_CONFIG_NOSYSTEM: '1',
}

beforeAll(() => {
  const found = spawnSync('pre-commit', ['--version'], { encoding: 'utf8' })
  if (found.status !== 0)
    throw new Error('This suite needs pre-commit: apt-get install pre-commit, or pipx install it')
  mkdirSync(bin)
  const launcher = path.join(bin, 'ziping')
  writeFileSync(launcher, `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`)
  chmodSync(launcher, 0o755)
  writeFileSync(
    path.join(scratch, 'gitconfig'),
    '[user]\nname = 测试\nemail = test@example.com\n[init]\ndefaultBranch = main\n',
  )
})

const good = `# 1 领导

## 1.1 使命

公司使命由全体员工讨论确定，写入章程。

## 1.2 责任

公司依法纳税，环境与安全责任由总经理承担。

# 7 结果

## 7.1 成绩

顾客满意度逐年提高。
`
const bad = good.replace('公司依法纳税，环境与安全责任由总经理承担。\n', '')
/** Only one rule, whichever others there are by now. */
const rules = `rules:\n  clause-missing: error\n${otherRules()
  .map((id) => `  ${id}: off\n`)
  .join('')}`

function otherRules(): readonly string[] {
  const words = [program, 'rules', '--award', 'demo', '--format', 'json']
  const listed: readonly { readonly id: string }[] = JSON.parse(
    execFileSync(process.execPath, words, { cwd: scratch, encoding: 'utf8' }),
  )
  return listed.map(({ id }) => id).filter((id) => id !== 'clause-missing')
}

/** The hook of the repository, as `.pre-commit-hooks.yaml` describes it to other repositories. */
function publishedHook(): string {
  const [hook] = parse(readFileSync(path.join(repository, '.pre-commit-hooks.yaml'), 'utf8'))
  const entry = path.join(repository, hook.entry)
  return stringify({ repos: [{ repo: 'local', hooks: [{ ...hook, entry }] }] })
}

/** The hook that `ziping init` writes. */
function hookOfInit(): string {
  return readFileSync(path.join(repository, 'templates/init/_pre-commit-config.yaml'), 'utf8')
}

/** A git repository with a workspace in a folder, everything committed, the hook installed. */
class Repository {
  readonly root: string
  readonly workspace: string

  constructor(hook: string, inside: string) {
    this.root = mkdtempSync(path.join(scratch, 'repository '))
    this.workspace = path.join(this.root, inside)
    for (const name of ['report', 'data'])
      mkdirSync(path.join(this.workspace, name), { recursive: true })
    this.write(
      'data/applicant.yaml',
      'organization: { name: 南通示例有限公司, uscc: 91320600MA0000007P, employees: 120 }\n',
    )
    this.write('data/form.yaml', 'org: { trained: 100, kind: 企业 }\n')
    this.write('ziping.yaml', `award: demo\nyear: 2024\n${rules}`)
    this.write('report/1.md', good)
    writeFileSync(path.join(this.root, '.pre-commit-config.yaml'), hook)
    writeFileSync(path.join(this.root, 'README.md'), '# 说明\n')
    this.git('init', '--quiet')
    this.git('add', '--all')
    execFileSync('pre-commit', ['install'], { cwd: this.root, env, stdio: 'pipe' })
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.workspace, name), text)
  }

  git(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
    const ended = spawnSync('git', words, { cwd: this.root, env, encoding: 'utf8' })
    return { code: ended.status, said: ended.stdout + ended.stderr }
  }

  commit(): { readonly code: number | null; readonly said: string } {
    return this.git('commit', '--quiet', '--message', '修改')
  }
}

describe.each([
  ['the hook of ziping init', hookOfInit, '.'],
  ['the published hook', publishedHook, '材料/南通'],
])('%s', (_, hook, inside) => {
  it('refuses a commit with an error and accepts it once mended', () => {
    const one = new Repository(hook(), inside)
    expect(one.commit()).toMatchObject({ code: 0 })
    one.write('report/1.md', bad)
    one.git('add', '--all')
    const refused = one.commit()
    expect(refused.code).not.toBe(0)
    expect(refused.said).toContain('report/1.md:7:1  错误  clause-missing')
    one.write('report/1.md', `${good}\n最后一段。\n`)
    one.git('add', '--all')
    expect(one.commit()).toMatchObject({ code: 0 })
  })

  it('judges what is staged, not what lies in the folder', () => {
    const one = new Repository(hook(), inside)
    one.commit()
    one.write('report/1.md', bad)
    one.git('add', '--all')
    one.write('report/1.md', good)
    expect(one.commit().said).toContain('clause-missing')
    one.write('report/1.md', `${good}\n已暂存。\n`)
    one.git('add', '--all')
    one.write('report/1.md', bad)
    expect(one.commit()).toMatchObject({ code: 0 })
    expect(readFileSync(path.join(one.workspace, 'report/1.md'), 'utf8')).toBe(bad)
  })

  it('reads the whole workspace for one changed file', () => {
    const one = new Repository(hook(), inside)
    one.commit()
    one.write('report/1.md', good.slice(0, good.indexOf('# 7')))
    one.write('report/7.md', good.slice(good.indexOf('# 7')))
    one.git('add', '--all')
    expect(one.commit()).toMatchObject({ code: 0 })
    one.write('report/7.md', `${good.slice(good.indexOf('# 7'))}\n又一段。\n`)
    one.git('add', '--all')
    expect(one.commit()).toMatchObject({ code: 0 })
  })
})

it('the published hook leaves files outside the material alone', () => {
  const one = new Repository(publishedHook(), '材料')
  one.commit()
  copyFileSync(path.join(one.root, 'README.md'), path.join(one.root, 'OTHER.md'))
  one.git('add', '--all')
  expect(one.commit()).toMatchObject({ code: 0 })
})

it('pre-commit accepts the published manifest', () => {
  const manifest = path.join(repository, '.pre-commit-hooks.yaml')
  execFileSync('pre-commit', ['validate-manifest', manifest], { env, stdio: 'pipe' })
})
