import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { program, runZiping } from './run-ziping.ts'

const scratch = mkdtempSync(path.join(tmpdir(), 'ziping watch 检查 '))
const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let made = 0

function workspace(): string {
  const root = path.join(scratch, String(++made))
  mkdirSync(path.join(root, 'report'), { recursive: true })
  writeFileSync(path.join(root, 'ziping.yaml'), 'award: demo\nyear: 2024\n')
  writeFileSync(
    path.join(root, 'report/1.md'),
    '# 1.1 使命\n\n使命由全体员工讨论确定，，写入章程。\n',
  )
  return root
}

/** The real command while it watches. */
class Watching {
  readonly #child: ChildProcess
  readonly #ended: Promise<number | null>
  #out = ''
  #err = ''
  #told: () => void = () => undefined

  constructor(root: string, words: readonly string[] = []) {
    const child = spawn(process.execPath, [program, 'lint', '--watch', ...words], {
      cwd: root,
      env: { ...process.env, GITHUB_WORKSPACE: undefined, ZIPING_CACHE: '', ZIPING_LANG: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    this.#child = child
    running.add(child)
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text
      this.#told()
    })
    this.#ended = new Promise((resolve) => child.on('close', resolve))
    void this.#ended.then(() => running.delete(child))
  }

  /** What it says until it waits for changes again. */
  async state(): Promise<{ readonly out: string; readonly err: string }> {
    while (!this.#err.includes('等待修改'))
      await new Promise<void>((resolve) => {
        this.#told = resolve
      })
    // The two pipes are read one after the other; what was written first may arrive last.
    await delay(100)
    const said = { out: this.#out, err: this.#err }
    this.#out = ''
    this.#err = ''
    return said
  }

  interrupt(): Promise<number | null> {
    this.#child.kill('SIGINT')
    return this.#ended
  }
}

// Windows knows no signals between programs.
describe.skipIf(process.platform === 'win32')('ziping lint --watch', () => {
  it('shows each new state and nothing of the old one; ends with the last exit code', async () => {
    const root = workspace()
    const watching = new Watching(root)
    const before = await watching.state()
    expect(before.out).toContain('report/1.md:3:12')
    expect(before.out).not.toContain('\u001B')
    writeFileSync(path.join(root, 'report/1.md'), '# 1.1 使命\n\n使命由全体员工讨论确定。\n')
    const after = await watching.state()
    expect(after.out).toContain('clause-missing')
    expect(after.out).not.toContain('report/1.md:3:12')
    expect(await watching.interrupt()).toBe(1)
  })

  it('sees a new file in a new folder, and a file that goes', async () => {
    const root = workspace()
    const watching = new Watching(root, ['--format', 'json'])
    expect((await watching.state()).out).not.toContain('cases/1.md')
    mkdirSync(path.join(root, 'cases'))
    writeFileSync(path.join(root, 'cases/1.md'), '# 案例\n\n待补充\n\n![图](没有.png)\n')
    expect((await watching.state()).out).toContain('cases/1.md')
    rmSync(path.join(root, 'cases/1.md'))
    expect((await watching.state()).out).not.toContain('cases/1.md')
    expect(await watching.interrupt()).toBe(1)
  })

  it('goes on while ziping.yaml is broken', async () => {
    const root = workspace()
    const config = path.join(root, 'ziping.yaml')
    const watching = new Watching(root)
    await watching.state()
    writeFileSync(config, 'award: [demo\n')
    const broken = await watching.state()
    expect(broken.out + broken.err).toContain('ziping.yaml')
    expect(broken.err).not.toContain('内部错误')
    writeFileSync(config, 'award: nirgends\n')
    expect((await watching.state()).err).toContain('nirgends')
    rmSync(config)
    expect((await watching.state()).err).toContain('没有申报工程')
    writeFileSync(config, 'award: demo\nyear: 2024\n')
    expect((await watching.state()).out).toContain('clause-missing')
    expect(await watching.interrupt()).toBe(1)
  })

  it('ends with 2 where the last state could not be judged', async () => {
    const root = workspace()
    writeFileSync(path.join(root, 'ziping.yaml'), 'year: 2024\n')
    const watching = new Watching(root)
    expect((await watching.state()).err).toContain('没有写明奖项')
    expect(await watching.interrupt()).toBe(2)
  })

  it('leaves outputs alone', async () => {
    const root = workspace()
    const watching = new Watching(root)
    await watching.state()
    mkdirSync(path.join(root, 'dist'))
    writeFileSync(path.join(root, 'dist/自评报告.pdf'), '%PDF')
    writeFileSync(path.join(root, 'report/2.md'), '# 1.2 责任\n')
    expect((await watching.state()).out).toContain('report/2.md')
    expect(await watching.interrupt()).toBe(1)
  })

  it.each(['--fix', '--write-baseline', '--stdin'])('does not go with %s', async (other) => {
    const words = [
      'lint',
      '--watch',
      other,
      '--baseline',
      'b.json',
      '--stdin-filename',
      'report/1.md',
    ]
    const { code, err } = await runZiping(words, { cwd: workspace() })
    expect(code).toBe(2)
    expect(err).toContain(`--watch 不能和 ${other} 一起用`)
  })

  it('says that there is nothing to watch', async () => {
    const { code, err } = await runZiping(['lint', '--watch', 'none.md'], { cwd: workspace() })
    expect(code).toBe(2)
    expect(err).toContain('没有 none.md 这个文件')
  })
})
