import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../command.ts'
import { copyOfSample, type RunningPreview, startPreview } from '../preview-process.ts'
import {
  goToLine,
  openBrowser,
  openReader,
  printed,
  type Reader,
  show,
  until,
  wordsOn,
} from './reader.ts'

const chapter = 'report/01-意识与素质.md'
const folder = copyOfSample('nantong-person')
let preview: RunningPreview
let browser: Browser
let reader: Reader

beforeAll(async () => {
  preview = await startPreview(command, folder)
  browser = await openBrowser()
  reader = await openReader(browser, preview.url)
  await printed(reader.page)
})

afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

async function killed(): Promise<void> {
  preview.child.kill('SIGKILL')
  await once(preview.child, 'exit')
  await reader.page.waitForSelector('header .tag.missing')
}

function said(): Promise<string> {
  return reader.page.$eval('header .tag.missing', (one) => one.textContent ?? '')
}

describe('a page whose server is killed', () => {
  it('says so, keeps what it shows, and goes on with the next one', async () => {
    const { page } = reader
    await page.evaluate(`document.body.dataset.same = 'page'`)
    await killed()
    expect(await said()).toContain('连接断了，正在重连')
    expect((await page.$$('.paper canvas')).length).toBeGreaterThan(0)

    const file = path.join(folder, chapter)
    const text = readFileSync(file, 'utf8')
    const at = text.indexOf('\n\n', text.indexOf('\n#')) + 2
    writeFileSync(file, `${text.slice(0, at)}重新启动以后写的。\n\n${text.slice(at)}`)
    const line = text.slice(0, at).split('\n').length
    const address = preview.origin
    preview = await startPreview(command, folder)
    expect(preview.origin).toBe(address)
    await page.waitForFunction(`document.querySelector('header .tag.missing') === null`)
    await until(async () =>
      (await (await preview.ask('/api/pages?document=report')).text()).includes('"kind":"pages"')
        ? true
        : undefined,
    )
    await goToLine(page, preview.ask, chapter, line)
    await wordsOn(page, '重新启动以后写的')
    expect(await page.evaluate('document.body.dataset.same')).toBe('page')
  })

  it('opens every view afterwards', async () => {
    for (const view of ['board', 'findings', 'indicators', 'evidence', 'pages'])
      await show(reader.page, view)
    await printed(reader.page)
  })

  it('is told when its address leads to another workspace', async () => {
    await killed()
    const other = await startPreview(command, copyOfSample('wuhan-manager'), [
      '--port',
      new URL(preview.origin).port,
    ])
    await reader.page.waitForFunction(
      `document.querySelector('header .tag.missing')?.textContent.includes('这个网址已失效')`,
    )
    await other.stop()
    preview = await startPreview(command, folder)
    await reader.page.waitForFunction(`document.querySelector('header .tag.missing') === null`)
  })
})
