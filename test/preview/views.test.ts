import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { command } from '../command.ts'
import { copyOfSample, type RunningPreview, startPreview } from '../preview-process.ts'
import { runZiping } from '../run-ziping.ts'
import { axeScript } from './own-packages.ts'
import { openBrowser, openReader, printed, type Reader, show, until } from './reader.ts'

const views = ['pages', 'board', 'findings', 'indicators', 'evidence', 'form'] as const
let preview: RunningPreview
let browser: Browser
let reader: Reader

beforeAll(async () => {
  const folder = copyOfSample('nantong-org')
  // Something to find in every view.
  change(folder, 'report/01-领导.md', (text) => text.slice(0, text.indexOf('## 1.3')))
  change(folder, 'report/03-顾客与市场.md', (text) => `${text}\n\n##3.3 假标题\n\n见[表](#无)。\n`)
  change(folder, 'data/indicators.yaml', (text) => text.replace(/\n {2}benchmark:.*/, ''))
  rmSync(path.join(folder, 'evidence/iso14001.pdf'))
  preview = await startPreview(command, folder)
  browser = await openBrowser()
  reader = await openReader(browser, preview.url)
  await printed(reader.page)
})

afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

function change(folder: string, file: string, edit: (text: string) => string): void {
  const whole = path.join(folder, file)
  writeFileSync(whole, edit(readFileSync(whole, 'utf8')))
}

describe.each(['light', 'dark'])('in %s colours', (theme) => {
  beforeAll(() => reader.page.select('select[name=theme]', theme))

  it.each(views)('%s keeps nobody out', async (view) => {
    const { page } = reader
    await show(page, view)
    if (view === 'pages' || view === 'form') await printed(page)
    await page.evaluate(axeScript())
    const found = await page.evaluate(
      `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
        violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(({ id, nodes }) => id + ': ' + nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')))`,
    )
    expect(found).toEqual([])
  })
})

describe('the board', () => {
  it('shows the numbers of `coverage --format json`', async () => {
    const { page } = reader
    await show(page, 'board')
    const { out } = await runZiping(['coverage', '--format', 'json'], { cwd: preview.folder })
    const { summary, clauses } = JSON.parse(out)
    const cards = await page.$$eval('[data-tally]', (all) =>
      all.map((one) => [one.getAttribute('data-tally'), one.querySelector('strong')?.textContent]),
    )
    expect(Object.fromEntries(cards)).toEqual(
      Object.fromEntries(
        Object.entries<readonly number[]>(summary).map(([name, pair]) => [name, pair.join(' / ')]),
      ),
    )
    const rows = await page.$$eval('tr[data-clause]', (all) =>
      all.map((row) => ({
        id: row.getAttribute('data-clause'),
        count: row.querySelector('td .number')?.textContent?.replaceAll(',', ''),
        done: row.querySelectorAll('.cell.done').length,
        missing: row.querySelectorAll('.cell.missing').length,
        answered: row.querySelectorAll('.square.done').length,
      })),
    )
    expect(rows).toEqual(
      clauses.map((clause: typeof clauses) => ({
        id: clause.id,
        count: String(clause.count),
        done: Object.values(clause.dimensions).filter((shown) => shown === true).length,
        missing: Object.values(clause.dimensions).filter((shown) => shown === false).length,
        answered: clause.requirements.filter((one: typeof clause) => one.answered).length,
      })),
    )
  })

  it('names owners and dates, and leads from a clause to its page', async () => {
    const { page } = reader
    const row = await page.$eval('tr[data-clause="1.1"]', (one) => one.textContent ?? '')
    expect(row).toContain('战略企管部 孟书衡')
    expect(row).toContain('2020-07-20')
    await page.click('tr[data-clause="4.1"] button.link')
    await page.waitForSelector('.mark', { visible: true })
    await page.waitForFunction(
      `document.querySelector('.sheet:has(.mark)')?.textContent.includes('人力资源')`,
    )
  })
})

describe('the findings', () => {
  it('are those of `lint`, and can be narrowed down', async () => {
    const { page } = reader
    await show(page, 'findings')
    const { out } = await runZiping(['lint', '--format', 'json'], { cwd: preview.folder })
    const { files } = JSON.parse(out)
    const expected = files.flatMap((file: typeof files) =>
      file.findings.map((one: typeof file) => `${one.rule} ${file.path}:${one.line}`),
    )
    const listed = (): Promise<readonly string[]> =>
      page.$$eval('article.finding', (all) =>
        all.map(
          (one) =>
            `${one.querySelector('.rule')?.textContent} ${one.querySelector('.place')?.textContent}`,
        ),
      )
    expect([...(await listed())].sort()).toEqual([...expected].sort())
    await page.select('select[name=rule]', 'clause-missing')
    expect(await listed()).toEqual([expect.stringMatching(/^clause-missing report\/01/)])
    await page.select('select[name=rule]', '')
    await page.click('input[name=error]')
    expect((await page.$$('article.finding.error')).length).toBe(0)
    await page.click('input[name=error]')
  })
})

describe('the tables', () => {
  it('show indicators with their holes', async () => {
    const { page } = reader
    await show(page, 'indicators')
    const rows = await page.$$('tbody tr')
    await page.click('input[name=only-holes]')
    const shown = await page.$$eval('tbody tr', (all) => all.map((one) => one.textContent ?? ''))
    expect(shown.length).toBeLessThan(rows.length)
    expect(shown[0]).toContain('没有标杆数据')
  })

  it('show evidence with its holes', async () => {
    const { page } = reader
    await show(page, 'evidence')
    const shown = await page.$$eval('tbody tr', (all) => all.map((one) => one.textContent ?? ''))
    expect(shown).toEqual([expect.stringContaining('缺文件 iso14001.pdf')])
    await page.click('input[name=only-holes]')
  })
})

describe('the page', () => {
  it('can be used with the keyboard alone', async () => {
    const { page } = reader
    await page.focus('.skip')
    const reached = new Set<string>()
    for (let presses = 0; presses < 12; presses++) {
      await page.keyboard.press('Tab')
      const name = await page.evaluate(`document.activeElement?.dataset?.view ?? ''`)
      if (typeof name === 'string' && name !== '') reached.add(name)
      if (name === 'board') await page.keyboard.press('Enter')
    }
    expect([...reached].toSorted()).toEqual([...views].toSorted())
    expect(await page.$eval('[aria-current=page]', (one) => one.getAttribute('data-view'))).toBe(
      'board',
    )
  })

  it('leaves who looks at the board there while a cursor moves in some editor', async () => {
    const { page } = reader
    await show(page, 'board')
    const body = JSON.stringify({ file: 'report/02-战略.md', line: 20 })
    expect(await (await preview.ask('/api/reveal', { method: 'POST', body })).json()).toMatchObject(
      {
        shown: true,
      },
    )
    // What comes by the same way after it has been heard: then the reveal has been, too.
    const length = 'tr[data-clause="2.1"] td .number'
    const before = await page.$eval(length, (one) => one.textContent)
    const file = path.join(preview.folder, 'report/02-战略.md')
    const text = readFileSync(file, 'utf8')
    const counted = (same: boolean): Promise<unknown> =>
      page.waitForFunction(
        `(document.querySelector('${length}')?.textContent === '${before}') === ${same}`,
      )
    writeFileSync(file, text.replace(/^【采用方法】/mu, '【采用方法】又写了一句。'))
    await counted(false)
    writeFileSync(file, text)
    await counted(true)
    expect(await page.$eval('[aria-current=page]', (one) => one.getAttribute('data-view'))).toBe(
      'board',
    )
  })

  it('keeps the place in the pages while other views are looked at', async () => {
    const { page } = reader
    await show(page, 'pages')
    await printed(page)
    await page.evaluate(`document.querySelector('.desk').scrollTop = 20000`)
    await page.evaluate(
      'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))',
    )
    await show(page, 'board')
    await show(page, 'pages')
    await page.waitForFunction(`Math.abs(document.querySelector('.desk').scrollTop - 20000) < 3`)
  })

  it('speaks English as well, and remembers it', async () => {
    const { page } = reader
    await page.click('button[name=language]')
    await page.waitForSelector('html[lang=en]')
    expect(
      await page.$$eval('nav button', (all) =>
        all.map((one) => one.dataset['view'] && one.firstChild?.textContent),
      ),
    ).toEqual(['Pages', 'Board', 'Findings', 'Indicators', 'Evidence', 'Form'])
    await page.reload()
    await page.waitForSelector('html[lang=en] nav')
    await page.click('button[name=language]')
    await page.waitForSelector('html[lang=zh-CN]')
  })

  it('says that ziping.yaml is broken, and goes on when it is mended', async () => {
    const { page } = reader
    await show(page, 'board')
    const config = path.join(preview.folder, 'ziping.yaml')
    const before = readFileSync(config, 'utf8')
    writeFileSync(config, 'award: no-such-award\n')
    await page.waitForSelector('.problem[role=alert]')
    expect(await page.$eval('.problem', (one) => one.textContent)).toContain('ziping.yaml:1')
    expect((await page.$$('tr[data-clause]')).length).toBeGreaterThan(20)
    writeFileSync(config, before)
    await page.waitForFunction(`document.querySelector('.problem') === null`)
  })

  it('says so when the server has gone', async () => {
    const own = await startPreview(command, copyOfSample('wuhan-manager'))
    const { page } = await openReader(browser, own.url)
    await until(async () => ((await page.$('.card')) === null ? await showBoard() : true))
    own.child.kill('SIGKILL')
    await page.waitForFunction(`document.querySelector('header .tag.missing') !== null`)
    expect(await page.$eval('header .tag.missing', (one) => one.textContent)).toContain('断')
    await own.stop()

    async function showBoard(): Promise<undefined> {
      await show(page, 'board')
      return undefined
    }
  })

  it('had nothing go wrong in it', () => {
    expect(reader.troubles).toEqual([])
  })
})
