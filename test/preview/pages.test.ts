import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import path from 'node:path'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Pages } from '../../packages/preview/src/protocol.ts'
import { command } from '../command.ts'
import { copyOfSample, type RunningPreview, startPreview } from '../preview-process.ts'
import {
  goToLine,
  openBrowser,
  openReader,
  printed,
  type Reader,
  show,
  timeUntilSeen,
  until,
  wordsOn,
  wordsSeen,
} from './reader.ts'

const chapter = 'report/03-顾客与市场.md'
let preview: RunningPreview
let browser: Browser
let reader: Reader

beforeAll(async () => {
  preview = await startPreview(command, copyOfSample('nantong-org'))
  browser = await openBrowser()
  reader = await openReader(browser, preview.url)
  await printed(reader.page)
})

afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

function read(file: string): string {
  return readFileSync(path.join(preview.folder, file), 'utf8')
}

function write(file: string, text: string): void {
  writeFileSync(path.join(preview.folder, file), text)
}

/** Figures for whoever asks how fast it was. */
function note(name: string, figures: unknown): void {
  const folder = path.resolve(import.meta.dirname, '../../out')
  mkdirSync(folder, { recursive: true })
  writeFileSync(path.join(folder, name), `${JSON.stringify(figures)}\n`)
}

/** Some plain words of a line, as they stand in print. */
function firstWordsOf(text: string, line: number): string {
  const plain = (text.split('\n')[line] ?? '').replace(/^【[^】]*】/u, '')
  return (/[\p{Script=Han}，]{8,}/u.exec(plain)?.[0] ?? '').slice(0, 5)
}

/** The line of a file on which some words stand. */
function lineOf(file: string, words: string): number {
  return (
    read(file)
      .split('\n')
      .findIndex((line) => line.includes(words)) + 1
  )
}

/** What `.source-bar` says after a click on the middle of some words. */
async function clicked(words: string): Promise<string> {
  const { page } = reader
  // What an earlier click said would do as well.
  const close = '.source-bar:not([hidden]) button:last-child'
  await page.evaluate(`document.querySelector('${close}')?.click()`)
  await page.waitForSelector('.source-bar[hidden]')
  // In one go: a page that was told to go somewhere may scroll away under a mouse.
  const isThere = await page.evaluate(`(() => {
    const spans = [...document.querySelectorAll('.textLayer span')]
    const span = spans.find((one) => one.textContent.includes(${JSON.stringify(words)}))
    if (span === undefined) return false
    const { left, top, width, height } = span.getBoundingClientRect()
    const at = { clientX: left + Math.min(20, width / 2), clientY: top + height / 2 }
    return span.dispatchEvent(new MouseEvent('click', { ...at, bubbles: true }))
  })()`)
  if (isThere !== true) throw new Error(`${words} is on no page that is drawn`)
  await page.waitForSelector('.source-bar:not([hidden]) .source-place')
  return page.$eval('.source-place', (place) => place.textContent ?? '')
}

describe('the pages', () => {
  it('show every change, of the whole sample, and say how long it took', async () => {
    const before = read(chapter)
    const anchor = before.split('\n').findIndex((line) => line.startsWith('【采用方法】'))
    const { page } = reader
    await goToLine(page, preview.ask, chapter, anchor + 1)
    const taken: number[] = []
    for (const word of ['甲', '乙', '丙', '丁', '戊', '己', '庚']) {
      const lines = before.split('\n')
      lines[anchor] = `${lines[anchor]?.slice(0, 6)}第${word}次改动已见。${lines[anchor]?.slice(6)}`
      const seen = timeUntilSeen(page, `第${word}次改动已见`)
      write(chapter, lines.join('\n'))
      taken.push(Math.round(await seen))
    }
    write(chapter, before)
    await page.waitForFunction(
      `![...document.querySelectorAll('.textLayer')].some((one) => one.textContent.includes('次改动已见'))`,
    )
    // How long it may take is for a quiet machine: written down, and decided by nobody here.
    const crowd = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism())
    note('preview-times.json', { editToPageMs: taken, crowd })
    expect(taken).toHaveLength(7)
    await wordsOn(page, firstWordsOf(before, anchor))
  })

  it('get their page numbers right a little later', async () => {
    const { page } = reader
    const many = Array.from({ length: 60 }, (_, index) => `\n为了换页写的第${index}段文字。\n`)
    const before = read('report/01-领导.md')
    const lastLabel = (): Promise<string> =>
      page.$$eval('.sheet', (sheets) => sheets.at(-1)?.getAttribute('aria-label') ?? '')
    const label = await lastLabel()
    write('report/01-领导.md', `${before}${many.join('')}`)
    await until(async () => ((await lastLabel()) === label ? undefined : true))
    const { sheets } = await until(async () => {
      const answer = await preview.ask('/api/pages?document=report')
      const pages: Pages = JSON.parse(await answer.text())
      return pages.kind === 'pages' && pages.settled ? pages : undefined
    })
    expect(sheets.map((sheet) => sheet.label)).toEqual(sheets.map((_, index) => String(index + 1)))
    write('report/01-领导.md', before)
    await until(async () => ((await lastLabel()) === label ? true : undefined))
  })

  it.each([
    ['report/01-领导.md', '高层用“三上三下”的办法确定方向'],
    ['report/03-顾客与市场.md', '顾客'],
    ['report/05-过程管理.md', '过程'],
    ['report/07-结果.md', '结果'],
  ])('lead from a click in %s to its line', async (file, hint) => {
    const { page } = reader
    const lines = read(file).split('\n')
    const target = lines.findIndex(
      (line) => line.startsWith('【') && line.includes(hint.slice(0, 2)),
    )
    const line = target >= 0 ? target + 1 : lineOf(file, hint)
    await goToLine(page, preview.ask, file, line)
    // Lead-ins may be left out in print, references resolved.
    const words = firstWordsOf(lines.join('\n'), line - 1)
    await until(async () => ((await wordsSeen(page)).includes(words) ? true : undefined))
    const place = await clicked(words)
    expect(place).toMatch(new RegExp(`^${file}:\\d+$`))
    // The same words may stand in an earlier paragraph of the page.
    expect(lines[Number(place.split(':').at(-1)) - 1]).toContain(words)
  })

  it('lead from a click in the form to its field', async () => {
    const { page } = reader
    await show(page, 'form')
    await printed(page)
    const form = 'data/form.yaml'
    for (const [words, key] of [
      ['环保信用', 'env:'],
      ['标准化二级', 'safety:'],
      ['安全生产许可情况', 'safety:'],
      ['省认定企业技术中心', 'other:'],
      ['三同织造', 'innoName:'],
    ] as const) {
      await goToLine(page, preview.ask, form, lineOf(form, key))
      await wordsOn(page, words)
      expect(await clicked(words)).toBe(`${form}:${lineOf(form, key)}`)
    }
    await show(page, 'pages')
    await printed(page)
  })

  it('go where an editor points, also into another document', async () => {
    const { page } = reader
    const document = (): Promise<string> =>
      page.$eval(
        'select[name=document]',
        (select) => (select as unknown as { value: string }).value,
      )
    const other = await openReader(browser, preview.url)
    await other.page.select('select[name=document]', 'overview')
    await goToLine(page, preview.ask, 'overview.md', 20)
    await page.waitForFunction(
      `document.querySelector('select[name=document]').value === 'overview'`,
    )
    expect(await document()).toBe('overview')
    await goToLine(page, preview.ask, path.join(preview.folder, chapter), 40)
    await other.page.close()
    await page.waitForFunction(`document.querySelector('select[name=document]').value === 'report'`)
    expect(await document()).toBe('report')
  })

  it('stay where the reader is while pages come and go before it', async () => {
    const { page } = reader
    await goToLine(page, preview.ask, 'report/05-过程管理.md', 40)
    await printed(page)
    const before = read('report/01-领导.md')
    const edge = `(() => {
      const desk = document.querySelector('.desk').getBoundingClientRect()
      const layer = [...document.querySelectorAll('.sheet')].find((one) => one.getBoundingClientRect().bottom > desk.top)
      return [layer.getAttribute('data-pdf'), Math.round(layer.getBoundingClientRect().top - desk.top)].join(' ')
    })()`
    const place = await page.evaluate(edge)
    const count = await page.$$eval('.sheet', (sheets) => sheets.length)
    write('report/01-领导.md', `${before}\n${'又写了一段把页数撑多的话。\n\n'.repeat(120)}`)
    await page.waitForFunction(`document.querySelectorAll('.sheet').length > ${count}`)
    expect(await page.evaluate(edge)).toBe(place)
    write('report/01-领导.md', before)
    await page.waitForFunction(`document.querySelectorAll('.sheet').length === ${count}`)
  })

  it('show findings beside their lines', async () => {
    const { page } = reader
    const before = read(chapter)
    write(chapter, `${before}\n\n见[表](#没有这个表)。\n`)
    await page.waitForSelector('.note.error')
    const line = lineOf(chapter, '没有这个表')
    await goToLine(page, preview.ask, chapter, line)
    expect(
      await page.$$eval('.note.error', (notes) => notes.map((one) => one.textContent)),
    ).toEqual([expect.stringContaining(`${chapter}:${line}`)])
    write(chapter, before)
    await page.waitForFunction(`document.querySelector('.note.error') === null`)
  })

  it('are shown to several readers at once', async () => {
    const second = await openReader(browser, preview.url)
    await printed(second.page)
    const before = read(chapter)
    const anchor = before.split('\n').findIndex((line) => line.startsWith('【采用方法】'))
    await goToLine(second.page, preview.ask, chapter, anchor + 1)
    write(chapter, before.replace('【采用方法】', '【采用方法】两人同时看见。'))
    await Promise.all([
      timeUntilSeen(reader.page, '两人同时看见'),
      timeUntilSeen(second.page, '两人同时看见'),
    ])
    write(chapter, before)
    expect(second.troubles).toEqual([])
    await second.page.close()
  })

  it('ask nobody but the preview, and nothing goes wrong in them', () => {
    const foreign = reader.asked.filter(
      (address) => !address.startsWith(`${preview.origin}/`) && !/^(?:data|blob):/.test(address),
    )
    expect(foreign).toEqual([])
    expect(reader.troubles).toEqual([])
    expect(preview.notes()).not.toMatch(/Error|程序内部错误/)
  })
})
