import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Browser, findBrowser, installBrowser, machineOf } from '@ziping/pdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawPictures } from '../picture/draw-pictures.ts'
import type { PageSource } from './diagram-page.ts'
import { type DrawnDiagram, drawDiagrams } from './draw-diagrams.ts'

const look = { fonts: ['ZP Latin', 'ZP Song'], fontSize: 10.5 }
const flow = 'flowchart LR\nA[采购（外协）] -->|“合格”| B{判定：合格？}\nB --是--> C((入库))\n'

let browser: Browser
let folder: string
beforeAll(async () => {
  const machine = machineOf(process.env)
  const isPinned = machine.platform === 'linux' && process.arch === 'x64'
  browser = new Browser(isPinned ? await installBrowser(machine) : findBrowser(machine))
  folder = mkdtempSync(path.join(tmpdir(), 'ziping-diagrams-'))
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

async function draw(source: string, timeoutMs = 60_000): Promise<DrawnDiagram> {
  const [one] = await drawDiagrams([source], browser, look, { timeoutMs })
  if (one === undefined) throw new Error('one result for each source')
  return one
}

describe('a diagram', () => {
  it('is drawn once for each source, the same in any order and on any page', async () => {
    const mindmap = 'mindmap\n  root((质量))\n    使命\n    愿景\n'
    const first = await drawDiagrams([flow, mindmap, flow], browser, look)
    const [second] = await drawDiagrams([mindmap], browser, look)
    expect(first[0]).toEqual(first[2])
    expect(first[1]).toEqual(second)
    expect(first[0]).toMatchObject({
      kind: 'drawn',
      words: expect.arrayContaining(['采购（外协）', '“合格”', '判定：合格？', '是', '入库']),
    })
  })

  it('has nothing in it that a page would run, load or turn into pixels', async () => {
    const drawn = await draw(
      'flowchart TD\nA["<script>alert(1)</script>"] --> B["<img src=x onerror=alert(2)>"]\nclick A "javascript:alert(3)"\nclick B href "https://example.com"\n',
    )
    if (drawn.kind === 'fault') throw new Error(drawn.words.en.message)
    expect(drawn.svg).not.toMatch(/<script|<image|<img|<a |foreignObject|javascript:|example\.com/)
    expect(drawn.svg).toContain('filter:none!important')
    expect(drawn.words).toEqual(['<script>alert(1)</script>', '<img src=x onerror=alert(2)>'])
  })

  it('may not turn its labels into HTML', async () => {
    const source =
      '%%{init: {"htmlLabels": true, "securityLevel": "loose"}}%%\nflowchart TD\nA-->B\n'
    const drawn = await draw(source)
    expect(drawn.kind === 'drawn' && drawn.svg.includes('foreignObject')).toBe(false)
  })

  it('does not depend on the day it is drawn', async () => {
    const drawn = await draw('gantt\ndateFormat YYYY-MM-DD\nsection 编写\n自评 :2019-01-01, 30d\n')
    expect(drawn.kind).toBe('drawn')
    expect(drawn.kind === 'drawn' && drawn.svg).not.toContain('class="today"')
  })
})

describe('what cannot be drawn is told', () => {
  it.each([
    ['flowchart TD\nA --> B\nB --> C[质量(一级)]\n', 3],
    ['%% 说明\n\nflowchart TD\n%% 再说明\nA --> B[\n', 5],
    ['流程\nA --> B\n', 1],
  ])('at the line of the writer: %j', async (source, line) => {
    expect(await draw(source)).toMatchObject({ kind: 'fault', line })
  })

  it.each(['', ' \n', `flowchart TD\n${'n --> m\n'.repeat(9000)}`])(
    'before the browser is asked',
    async (source) => {
      const none: PageSource = {
        withPage: () => Promise.reject(new Error('no page is needed')),
      }
      expect(await drawDiagrams([source], none, look)).toMatchObject([{ kind: 'fault' }])
    },
  )

  it('when it takes too long, and the others are drawn all the same', async () => {
    const nodes = Array.from({ length: 5000 }, (_, index) => `n${index}`).join('\n')
    const drawn = await drawDiagrams([`flowchart TD\n${nodes}`, 'pie\n"甲" : 1\n'], browser, look, {
      timeoutMs: 8000,
    })
    expect(drawn).toMatchObject([
      { kind: 'fault', words: { 'zh-CN': { message: '图在规定时间内没有画完' } } },
      { kind: 'drawn' },
    ])
  })
})

it('keeps what it drew, and does not trust what it kept', async () => {
  const options = { cacheFolder: folder }
  const none: PageSource = { withPage: () => Promise.reject(new Error('asked the browser')) }
  const first = await drawDiagrams([flow], browser, look, options)
  expect(await drawDiagrams([flow], none, look, options)).toEqual(first)
  const [kept = ''] = readdirSync(folder)
  const file = path.join(folder, kept)
  writeFileSync(file, readFileSync(file, 'utf8').replace('采购', '销售'))
  await expect(drawDiagrams([flow], none, look, options)).rejects.toThrow('asked the browser')
  expect(await drawDiagrams([flow], browser, look, options)).toEqual(first)
})

it('makes pixels of any number of pictures, three to a point and a third', async () => {
  const square =
    '<svg xmlns="http://www.w3.org/2000/svg" width="72pt" height="36pt"><rect width="9" height="9"/></svg>'
  const pictures = [
    { svg: square, width: 72, height: 36 },
    { svg: square, width: 144, height: 72 },
  ]
  const made = await drawPictures(pictures, browser)
  expect(made.map(pixelsOf)).toEqual([
    [288, 144],
    [576, 288],
  ])
})

/** Width and height stand at the beginning of every PNG. */
function pixelsOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset)
  return [view.getUint32(16), view.getUint32(20)]
}
