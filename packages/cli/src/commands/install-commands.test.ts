import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from '../run.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-commands-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('ziping browser and ziping fonts', () => {
  it('install what is pinned, and say what prints', async () => {
    const fonts = await ziping(['fonts', 'install'])
    expect(fonts).toMatchObject({ code: 0 })
    for (const face of ['宋体', '黑体', '仿宋', '楷体', '西文']) expect(fonts.out).toContain(face)
    const browser = await ziping(['browser', 'install'])
    expect(browser).toMatchObject({ code: 0, err: '' })
    expect(browser.out).toMatch(/^可以打印：\d+\.\d+/)
  })

  it.each([
    ['browser', 'Chromium|chromium'],
    ['fonts', 'noto-serif-sc'],
  ])(
    '%s install says what to do without a network, and leaves nothing half',
    async (command, what) => {
      const cache = path.join(folder, command)
      const { code, out, err } = await ziping([command, 'install'], {
        ZIPING_CACHE: cache,
        npm_config_registry: 'http://127.0.0.1:9/',
        npm_config_cache: path.join(folder, 'npm'),
        npm_config_fetch_retries: '0',
        ZIPING_BROWSER_MIRROR: 'http://127.0.0.1:9',
      })
      expect(code).toBe(2)
      expect(out).toBe('')
      expect(err).toMatch(new RegExp(what))
      expect(err).toContain('连不上软件仓库')
      expect(err).toContain('npm config set registry')
      expect(readdirSync(path.join(cache, 'ziping'))).toEqual([])
    },
  )

  it('names a browser that is not there, and a word that means nothing', async () => {
    const missing = await ziping(['browser'], { ZIPING_BROWSER: '/nowhere/chrome' })
    expect(missing).toMatchObject({ code: 2, out: '' })
    expect(missing.err).toContain('/nowhere/chrome')
    const typo = await ziping(['fonts', 'instal', '--lang', 'en'])
    expect(typo.code).toBe(2)
    expect(typo.err).toContain('ziping fonts install')
  })
})

it('doctor tells what keeps this machine from printing', async () => {
  const { code, out } = await ziping(['doctor', '--json'], { ZIPING_BROWSER: '/nowhere/chrome' })
  expect(code).toBe(0)
  const { checks } = JSON.parse(out)
  const browser = checks.find(({ id }: { readonly id: string }) => id === 'browser')
  expect(browser).toMatchObject({ ok: false, required: false })
  expect(browser.advice).toContain('ZIPING_BROWSER')
  expect(checks.map(({ id }: { readonly id: string }) => id)).toContain('fonts')
})

/** The program in this process, with what it printed. */
async function ziping(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  const out = collector()
  const err = collector()
  const code = await run(words, {
    cwd: folder,
    env: { ...process.env, ZIPING_LANG: '', ZIPING_BROWSER: '', ...env },
    stdin: (async function* () {})(),
    stdout: out,
    stderr: err,
    interrupted: () => new Promise(() => undefined),
  })
  return { code, out: out.text(), err: err.text() }
}

function collector(): { write(text: string | Uint8Array): boolean; text(): string } {
  const parts: string[] = []
  return {
    write: (text) => parts.push(String(text)) > 0,
    text: () => parts.join(''),
  }
}
