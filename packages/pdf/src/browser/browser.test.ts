import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press, smallBook } from '../../test/press.ts'
import { printPdf } from '../print/print-pdf.ts'
import { Browser } from './browser.ts'

let press: Press
let folder: string
beforeAll(async () => {
  press = await openPress()
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-broken-'))
})
afterAll(async () => {
  await press.browser.close()
  rmSync(folder, { recursive: true })
})

describe('a browser that', () => {
  it('is broken is a failure that names it', async () => {
    const executable = path.join(folder, 'chrome')
    writeFileSync(
      executable,
      '#!/bin/sh\necho "libnss3.so: error while loading shared libraries" >&2\nexit 127\n',
      { mode: 0o755 },
    )
    const browser = new Browser({ executable, source: 'asked', headlessShell: true, env: {} })
    await expect(browser.version()).rejects.toMatchObject({
      code: 'pdf/browser-not-started',
      words: {
        'zh-CN': {
          message: `浏览器无法启动：${executable}（libnss3.so: error while loading shared libraries）`,
        },
      },
    })
    await browser.close()
  })

  it('is killed in mid-print is a failure, and the next print starts another', async () => {
    const html = smallBook(30)
    const printing = printPdf(html, {
      ...press.options,
      onProgress: (stage) => {
        if (stage === 'printing') setTimeout(() => void press.browser.kill(), 50)
      },
    })
    await expect(printing).rejects.toMatchObject({ code: 'pdf/browser-lost' })
    expect((await printPdf('<p>好</p>', press.options)).pages).toHaveLength(1)
  })

  it('takes too long is a failure', async () => {
    const late = press.browser.withPage({ timeoutMs: 300 }, (page) =>
      page.evaluate('new Promise(() => undefined)'),
    )
    await expect(late).rejects.toMatchObject({ code: 'pdf/browser-timeout' })
    expect((await printPdf('<p>好</p>', press.options)).pages).toHaveLength(1)
  })
})

/** What a process still waits for after closing browsers that had only just been started. */
function leftAfterClosing(): Promise<string> {
  const code = `
    import { Browser } from ${JSON.stringify(new URL('browser.ts', import.meta.url).href)}
    for (let waitMs = 0; waitMs <= 60; waitMs += 3) {
      const browser = new Browser(${JSON.stringify(press.browser.found)})
      browser.start()
      await browser.version()
      await new Promise((resolve) => setTimeout(resolve, waitMs))
      await browser.close()
    }
    console.log(process.getActiveResourcesInfo().filter((one) => one === 'Timeout').length)
    process.exit()`
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--input-type=module', '-e', code], (error, stdout) =>
      error === null ? resolve(stdout) : reject(error),
    )
  })
}

it('leaves nothing to wait for when it is closed while its first page opens', async () => {
  expect(await leftAfterClosing()).toBe('0\n')
})

it('survives a page that crashes', async () => {
  const crashing = press.browser.withPage({}, async (page) => {
    page.goto('chrome://crash').catch(() => undefined)
    await new Promise(() => undefined)
  })
  await expect(crashing).rejects.toMatchObject({ code: 'pdf/browser-lost' })
  expect((await printPdf('<p>好</p>', press.options)).pages).toHaveLength(1)
})

it('runs scripts only on pages of our own making, offline', async () => {
  const html = `<p>no</p><script>document.querySelector('p').textContent = 'yes'</script>`
  const read = (scripts: boolean) =>
    press.browser.withPage({ scripts }, async (page) => {
      await page.setContent(html)
      return page.evaluate('document.querySelector("p").textContent')
    })
  expect(await read(true)).toBe('yes')
  expect(await read(false)).toBe('no')
})

it.runIf(process.platform !== 'win32')(
  'a program that is interrupted while printing takes browser and temporary folder with it',
  async () => {
    const module = (name: string) => pathToFileURL(path.resolve(import.meta.dirname, name)).href
    const script = path.join(folder, 'interrupted.ts')
    const home = mkdtempSync(path.join(tmpdir(), 'ziping-interrupted-'))
    writeFileSync(
      script,
      `const { openPress } = await import(${JSON.stringify(module('../../test/press.ts'))})
       const { browser } = await openPress()
       await browser.withPage({}, async () => { process.stdout.write('up'); await new Promise(() => setInterval(() => {}, 1000)) })`,
    )
    const child = execFile(process.execPath, [script], { env: { ...process.env, TMPDIR: home } })
    const ended = new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)))
    await new Promise((resolve) => child.stdout?.once('data', resolve))
    expect(readdirSync(home)).toHaveLength(1)
    child.kill('SIGTERM')
    expect(await ended).toBe('SIGTERM')
    expect(readdirSync(home)).toEqual([])
    rmSync(home, { recursive: true })
  },
)
