import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Command } from '../command.ts'
import { type Context, say } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { displayWidth, padEnd } from '../print/width.ts'
import { version } from '../version.ts'

export interface Check {
  readonly id: string
  readonly name: string
  readonly ok: boolean
  readonly required: boolean
  readonly value: string
  readonly advice: string
}

export const doctor: Command = {
  name: 'doctor',
  usage: { 'zh-CN': 'ziping doctor [--json]', en: 'ziping doctor [--json]' },
  summary: {
    'zh-CN': '检查这台电脑是否具备所需条件，缺什么、怎么补',
    en: 'what this machine has, and how to get what is missing',
  },
  arguments: 0,
  options: [{ name: 'json', help: { 'zh-CN': '输出 JSON', en: 'print JSON' } }],
  examples: ['ziping doctor'],
  async run({ options }, context) {
    const checks = [
      versionOf(),
      node(context),
      await content(context),
      temporaryFolder(context),
      git(context),
      ...(await (await import('./doctor-print.ts')).printChecks(context)),
      await workspace(context),
    ]
    if (options['json'] === true)
      context.out(
        JSON.stringify(
          { version: 1, checks: checks.map(({ name: _, ...check }) => check) },
          null,
          2,
        ),
      )
    else for (const check of checks) context.out(line(check, checks, context))
    return checks.some((check) => check.required && !check.ok) ? exitCodes.findings : exitCodes.fine
  },
}

function line(check: Check, checks: readonly Check[], { style }: Context): string {
  const width = Math.max(...checks.map(({ name }) => displayWidth(name))) + 2
  const mark = check.ok ? style.green('✓') : check.required ? style.red('✗') : style.yellow('–')
  const advice = check.ok || check.advice === '' ? '' : `\n    ${check.advice}`
  return `${mark} ${padEnd(check.name, width)}${check.value}${advice}`
}

function versionOf(): Check {
  return { id: 'ziping', name: 'ziping', ok: true, required: true, value: version, advice: '' }
}

function node(context: Context): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const ok = major > 22 || (major === 22 && minor >= 18)
  const advice = say(
    context,
    '请安装 Node 22.18 或更新的版本（建议 24）',
    'Install Node 22.18 or newer (24 is best)',
  )
  return { id: 'node', name: 'Node', ok, required: true, value: process.versions.node, advice }
}

async function content(context: Context): Promise<Check> {
  const { listAwards } = await import('@ziping/award')
  const count = (await listAwards()).length
  const advice = say(
    context,
    '安装不完整，请重新安装 ziping',
    'The installation is incomplete: install ziping again',
  )
  return {
    id: 'awards',
    name: say(context, '奖项方案', 'Awards'),
    ok: count > 0,
    required: true,
    value: say(context, `${count} 个`, String(count)),
    advice,
  }
}

function temporaryFolder(context: Context): Check {
  const advice = say(context, '检查磁盘空间和临时文件夹的权限', 'Check disk space and permissions')
  const check = {
    id: 'temporary-folder',
    name: say(context, '临时文件夹', 'Temporary folder'),
    required: true,
    value: tmpdir(),
    advice,
  }
  try {
    const folder = mkdtempSync(path.join(tmpdir(), 'ziping-'))
    writeFileSync(path.join(folder, 'test'), 'test')
    rmSync(folder, { recursive: true })
    return { ...check, ok: true }
  } catch {
    return { ...check, ok: false }
  }
}

function git(context: Context): Check {
  const advice = say(
    context,
    '不是必需；要保留修改历史、提交时自动检查，请安装 git',
    'Optional: install git to keep history and check commits',
  )
  const check = { id: 'git', name: 'git', required: false, advice }
  try {
    const value = execFileSync('git', ['--version'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
    return { ...check, ok: true, value: value.replace(/^git version /, '') }
  } catch {
    return { ...check, ok: false, value: say(context, '没有', 'none') }
  }
}

async function workspace(context: Context): Promise<Check> {
  const { findWorkspace } = await import('@ziping/report')
  const root = findWorkspace(context.cwd)
  const advice = say(
    context,
    '这里不是申报工程；新建：ziping init 文件夹 --award 奖项',
    'This is no workspace; make one with ziping init DIR --award ID',
  )
  return {
    id: 'workspace',
    name: say(context, '申报工程', 'Workspace'),
    ok: root !== undefined,
    required: false,
    value: root ?? say(context, '没有', 'none'),
    advice,
  }
}
