import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPress } from '../../packages/pdf/test/press.ts'
import { type Ended, program, runZiping } from '../run-ziping.ts'
import { copyOfSample } from './printed-book.ts'

// Whatever goes wrong while printing: exit 2, a sentence with the way out, and the last PDF as it was.

const old = 'the last PDF'
let executable = ''
beforeAll(async () => {
  const press = await openPress()
  executable = press.browser.found.executable
  await press.browser.close()
})

let root = ''
let remove = (): void => undefined
beforeEach(() => {
  const copy = copyOfSample('nantong-org')
  root = copy.root
  remove = copy.remove
  mkdirSync(path.join(root, 'dist'))
  writeFileSync(path.join(root, 'dist', '组织概述.pdf'), old)
})
afterEach(() => remove())

const words = ['build', 'overview', '--format', 'pdf']

function build(env: NodeJS.ProcessEnv): Promise<Ended> {
  return runZiping(words, { cwd: root, env })
}

/** A sentence and its way out, no trace of where the program was. */
function expectFailure({ code, out, err }: Ended, message: RegExp, advice: RegExp): void {
  expect(code, err).toBe(2)
  expect(err).toMatch(message)
  expect(err).toMatch(advice)
  expect(err).not.toMatch(/^\s+at /m)
  expect(out).toBe('')
}

function expectUntouched(): void {
  expect(readFileSync(path.join(root, 'dist', '组织概述.pdf'), 'utf8')).toBe(old)
  expect(readdirSync(path.join(root, 'dist'))).toEqual(['组织概述.pdf'])
}

describe('without a browser', () => {
  it('that was named', async () => {
    const ended = await build({ ZIPING_BROWSER: '/nonexistent' })
    expectFailure(ended, /指定的浏览器不存在：\/nonexistent/, /ZIPING_BROWSER/)
    expectUntouched()
  })

  it('or fonts anywhere', async () => {
    const empty = path.join(root, '空')
    mkdirSync(empty)
    const env = { PATH: '', HOME: empty, XDG_CACHE_HOME: empty, ZIPING_CACHE: empty }
    const ended = await build(env)
    // A machine may have Chrome where every system has it; then the fonts are missing.
    expectFailure(ended, /没有/, /ziping (?:browser|fonts) install/)
    expectUntouched()
  })
})

describe('with a browser that', () => {
  it('does not start', async () => {
    const broken = path.join(root, 'chrome')
    writeFileSync(broken, '#!/bin/sh\necho "libnss3.so: cannot open" >&2\nexit 127\n', {
      mode: 0o755,
    })
    const ended = await build({ ZIPING_BROWSER: broken })
    expectFailure(ended, /浏览器无法启动.*libnss3/, /ziping browser install/)
    expectUntouched()
  })

  it('is no browser', async () => {
    const ended = await build({ ZIPING_BROWSER: process.execPath })
    expectFailure(ended, /浏览器无法启动/, /ziping browser install/)
    expectUntouched()
  })

  it.runIf(process.platform === 'linux')('is killed while it prints', async () => {
    const report = path.join(root, 'dist', '自评报告.pdf')
    writeFileSync(report, old)
    expectFailure(await killedInMidPrint(), /打印过程中浏览器意外退出/, /再运行一次/)
    expect(readFileSync(report, 'utf8')).toBe(old)
  })
})

describe('where nothing can be written', () => {
  it('because a file stands in the folder’s place', async () => {
    rmSync(path.join(root, 'dist'), { recursive: true })
    writeFileSync(path.join(root, 'dist'), old)
    expectFailure(await build({}), /组织概述\.pdf 没有写成/, /权限/)
    expect(readFileSync(path.join(root, 'dist'), 'utf8')).toBe(old)
  })

  it('because a folder has the file’s name', async () => {
    rmSync(path.join(root, 'dist', '组织概述.pdf'))
    mkdirSync(path.join(root, 'dist', '组织概述.pdf'))
    expectFailure(await build({}), /组织概述\.pdf 没有写成/, /权限/)
    expect(readdirSync(path.join(root, 'dist'))).toEqual(['组织概述.pdf'])
  })

  it.runIf(canMount())('because the disk is full', async () => {
    const ended = await onFullDisk('"$1/dist"', `printf '%s' "${old}" > "$1/dist/组织概述.pdf"`)
    expectFailure(ended, /没有写成（ENOSPC）/, /磁盘空间/)
    expect(ended.err).toContain(`still: ${old};`)
  })

  it.runIf(canMount())('because the folder may only be read', async () => {
    const readOnly = 'mount -o remount,ro none "$1/dist"'
    const ended = await onFullDisk(
      '"$1/dist"',
      `printf '%s' "${old}" > "$1/dist/组织概述.pdf" && ${readOnly}`,
    )
    expectFailure(ended, /组织概述\.pdf 没有写成（EROFS）/, /权限/)
    expect(ended.err).toContain(`still: ${old};`)
  })

  it.runIf(canMount())('because the temporary folder is full', async () => {
    const full = 'mkdir "$1/tmp" && export TMPDIR="$1/tmp"'
    const ended = await onFullDisk('"$1/tmp"', ':', full)
    expectFailure(ended, /浏览器/, /空间/)
    expectUntouched()
  })
})

/** A build during which the browser dies as soon as its page has worked for a second. */
function killedInMidPrint(): Promise<Ended> {
  const env = { ...process.env, ZIPING_BROWSER: executable, ZIPING_LANG: '', ZIPING_CACHE: '' }
  const arguments_ = [program, 'build', 'report', '--format', 'pdf']
  const child = spawn(process.execPath, arguments_, { cwd: root, env })
  const watch = setInterval(() => {
    const below = descendants(child.pid ?? 0)
    const isAtWork = below.some(
      ({ args, seconds }) => args.includes('--type=renderer') && seconds >= 1,
    )
    if (isAtWork && below[0] !== undefined) process.kill(below[0].pid, 'SIGKILL')
  }, 100)
  return ended(child).finally(() => clearInterval(watch))
}

function ended(child: ReturnType<typeof spawn>): Promise<Ended> {
  return new Promise((resolve, reject) => {
    let out = ''
    let err = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text))
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text))
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }))
  })
}

interface Running {
  readonly pid: number
  /** Of the processor. */
  readonly seconds: number
  readonly args: string
}

/** The processes that a process has started, nearest first. */
function descendants(of: number): readonly Running[] {
  const asked = ['-eo', 'pid=,ppid=,cputimes=,args=']
  const rows = spawnSync('ps', asked, { encoding: 'utf8' }).stdout.split('\n')
  const all = rows.flatMap((row) => {
    const [, pid, parent, seconds, args] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? []
    if (args === undefined) return []
    return [{ pid: Number(pid), parent: Number(parent), seconds: Number(seconds), args }]
  })
  const below = (parent: number): readonly Running[] => {
    const own = all.filter((one) => one.parent === parent)
    return [...own, ...own.flatMap(({ pid }) => below(pid))]
  }
  return below(of)
}

/** A mount that only this process sees, and that is gone with it. */
function canMount(): boolean {
  if (process.platform !== 'linux') return false
  const script = 'mount -t tmpfs -o size=64k none /mnt'
  return spawnSync('unshare', ['-rm', 'sh', '-c', script]).status === 0
}

function onFullDisk(folder: string, prepare: string, before = ':'): Promise<Ended> {
  const script = [
    before,
    `mount -t tmpfs -o size=64k none ${folder}`,
    prepare,
    `shift_root="$1"; shift; "$@"; code=$?`,
    `printf 'still: %s; ' "$(cat "$shift_root/dist/组织概述.pdf")" >&2`,
    'exit $code',
  ].join('\n')
  const args = ['-rm', 'sh', '-c', script, 'sh', root, process.execPath, program, ...words]
  const env = { ...process.env, ZIPING_BROWSER: executable, ZIPING_LANG: '', ZIPING_CACHE: '' }
  return ended(spawn('unshare', args, { cwd: root, env }))
}
