import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press, smallBook } from '../../test/press.ts'
import { readPdf } from '../read/read-pdf.ts'
import { SkiaPdf } from '../skia/skia-pdf.ts'
import { printPdf } from './print-pdf.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

const frontAndBody = (pages: ReadonlyMap<string, number>) =>
  [
    { fromPage: 1, style: 'roman' },
    { fromPage: pages.get('条款-1') ?? 1, style: 'decimal' },
  ] as const

describe('a book', () => {
  it('has right numbers in its contents, a right-hand first page, labels, outline, metadata', async () => {
    const html = smallBook(4)
    const printed = await printPdf(html, { ...press.options, pageLabels: frontAndBody })
    const content = await readPdf(printed.bytes, 'book.pdf')

    expect(printed.prints).toBe(2)
    expect(printed.pageMap.get('条款-1')).toBe(3)
    expect(content.pages).toHaveLength(printed.pages.length)
    expect(content.pageLabels?.slice(0, 4)).toEqual(['i', 'ii', '1', '2'])
    expect(content.outline.map(({ page }) => page)).toEqual([...printed.pageMap.values()])
    expect(content.destinations.get('条款-2')).toBe(printed.pageMap.get('条款-2'))
    expect(content.metadata).toMatchObject({ Title: '自评报告', Author: '甲公司' })
    expect(content.metadata['CreationDate']).toBe("D:20200715000000+00'00'")
    expect(content).toMatchObject({ language: 'zh-CN', tagged: true })

    const first = content.pages[0]?.text.map(({ text }) => text).join('') ?? ''
    for (const [id, page] of printed.pageMap) expect(first).toContain(`${id} ${page - 2}`)
    const heads = content.pages.map(({ text }) => text.map((item) => item.text).join(''))
    for (const [id, page] of printed.pageMap) expect(heads[page - 1]).toContain(`${id} 领导`)

    const again = await printPdf(html, {
      ...press.options,
      pageLabels: frontAndBody,
      last: JSON.parse(JSON.stringify(printed.memory)),
    })
    expect(again.prints).toBe(1)
    expect(hash(again.bytes)).toBe(hash(printed.bytes))
  })

  it('bears its number in 14 pt at the outer side, in embedded subset fonts, none of them Type 3', async () => {
    const printed = await printPdf(smallBook(2), press.options)
    const { pages, fonts } = await readPdf(printed.bytes, 'book.pdf')
    pages.forEach(({ text, width }, index) => {
      const folio = text.filter(({ text, y }) => text === String(index + 1) && y < 60)
      expect(folio).toHaveLength(1)
      expect(folio[0]?.size).toBeCloseTo(14, 1)
      expect((folio[0]?.x ?? 0) > width / 2).toBe(index % 2 === 0)
    })
    expect(fonts.map(({ name }) => name)).toEqual([
      'NotoSansSC-Bold',
      'NotoSerifSC-Regular',
      'Tinos-Bold',
      'Tinos-Regular',
    ])
    for (const font of fonts)
      expect(font).toMatchObject({ type: 'CIDFontType2', embedded: true, subset: true })
  })

  it('keeps every character as written: no radicals, none lost', async () => {
    const text =
      '一丨丶丿乙二亠人儿入八冂工土大小山川己巾干幺广廴廾弋弓彐彡彳心戈户手支文斗斤方无日曰月木龙龟'
    const printed = await printPdf(`<p style="font-family:'ZP Song'">${text}</p>`, press.options)
    const { pages } = await readPdf(printed.bytes, 'text.pdf')
    expect(pages[0]?.text.map((item) => item.text).join('')).toBe(text)
    expect(printed.missing).toEqual([])
  })

  it('begins every part that wants it on a right-hand page, and takes blank pages back', async () => {
    const part = (id: string, pages: number) =>
      `<div class="blank" data-recto-for="${id}"></div>${Array.from({ length: pages }, (_, at) => `<section${at === 0 ? ` id="${id}"` : ''}>${id}</section>`).join('')}`
    const book = (first: number, second: number) =>
      `<style>@page { size: A5 } section, .blank { break-before: page }</style><a href="#一"></a>封面${part('一', first)}${part('二', second)}${part('三', 1)}<p>目录 <span data-page-of="三"></span></p>`
    const odd = await printPdf(book(1, 2), press.options)
    expect(odd.memory.blanks).toEqual([true, true, false])
    expect([...odd.pageMap].filter(([, page]) => page % 2 === 0)).toEqual([])
    const grown = await printPdf(book(2, 1), { ...press.options, last: odd.memory })
    expect(grown.memory.blanks).toEqual([true, false, true])
    expect([...grown.pageMap]).toEqual([...(await printPdf(book(2, 1), press.options)).pageMap])
  })

  it('tells where things stand below the top of the type area, whatever the margin', async () => {
    const { destinations } = await printPdf(
      `<style>@page { size: A4; margin: 40mm 30mm } body { margin: 0 } div { height: 90pt; margin-left: 12pt }</style>
       <div id="一"></div><div id="二"></div><div id="三" style="break-before: page"></div>`,
      press.options,
    )
    expect([...destinations]).toEqual([
      ['一', { page: 1, left: expect.closeTo(12, 0), below: expect.closeTo(0, 0) }],
      ['三', { page: 2, left: expect.closeTo(12, 0), below: expect.closeTo(0, 0) }],
      ['二', { page: 1, left: expect.closeTo(12, 0), below: expect.closeTo(90, 0) }],
    ])
  })

  it('can do without tags and bookmarks', async () => {
    const { bytes } = await printPdf('<h1>草稿</h1>', {
      ...press.options,
      tagged: false,
      outline: false,
    })
    expect(await readPdf(bytes, 'draft.pdf')).toMatchObject({ tagged: false, outline: [] })
  })

  it('leaves no single line of a paragraph', async () => {
    const three = '质量是企业的生命，'.repeat(10)
    const html = `<style>@page{size:A4;margin:66pt 60pt} p{margin:0;font:12pt/22pt "ZP Song";widows:2;orphans:2;width:425pt}</style>${`<p>${three}</p>`.repeat(40)}`
    const { pages } = await readPdf((await printPdf(html, press.options)).bytes, 'lines.pdf')
    for (const { text } of pages.slice(0, -1))
      expect(new Set(text.map(({ y }) => y)).size % 3).toBe(0)
  })

  it('says which characters no font has', async () => {
    const { missing } = await printPdf('<p style="font-family:ZP Song">𠮷与é</p>', press.options)
    expect(missing).toEqual([{ character: '𠮷', face: 'song', by: 'kai' }])
    const tibetan = await printPdf('<p style="font-family:ZP Hei">&#xF40;</p>', press.options)
    expect(tibetan.missing).toEqual([{ character: 'ཀ', face: 'hei', by: undefined }])
  })

  it('fails with a sentence where a number has nothing to point to', async () => {
    const html = '<span data-page-of="nowhere"></span>'
    await expect(printPdf(html, press.options)).rejects.toMatchObject({
      code: 'pdf/target-unknown',
    })
  })
})

it('prints the same bytes in another process, folder and time zone', async () => {
  const html = smallBook(2)
  const folder = mkdtempSync(path.join(tmpdir(), 'ziping-同样-'))
  const source = (name: string) =>
    JSON.stringify(pathToFileURL(path.resolve(import.meta.dirname, name)).href)
  writeFileSync(
    path.join(folder, 'print.ts'),
    `const { openPress } = await import(${source('../../test/press.ts')})
     const { printPdf } = await import(${source('print-pdf.ts')})
     const { browser, options } = await openPress()
     const { bytes } = await printPdf(${JSON.stringify(html)}, options)
     await browser.close()
     process.stdout.write(Buffer.from(bytes).toString('base64'))`,
  )
  const env = { ...process.env, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' }
  const run = promisify(execFile)(process.execPath, ['print.ts'], {
    cwd: folder,
    env,
    maxBuffer: 2 ** 26,
  })
  const here = await printPdf(html, press.options)
  const { stdout } = await run
  rmSync(folder, { recursive: true })
  expect(hash(Buffer.from(stdout, 'base64'))).toBe(hash(here.bytes))
})

describe('a hostile page', () => {
  it('reaches neither network nor files, and runs nothing', async () => {
    let hits = 0
    const server = createServer((_, response) => {
      hits++
      response.end('x')
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const folder = mkdtempSync(path.join(tmpdir(), 'ziping-secret-'))
    const secret = path.join(folder, 'secret.html')
    writeFileSync(secret, '<p>SECRET</p>')
    const file = pathToFileURL(secret).href
    const html = `<!doctype html><html><head>
      <meta http-equiv="refresh" content="0;url=${url}/refresh"><META a='>' HTTP-EQUIV=refresh content="0;url=${file}">
      <base href="${url}/"><link rel="stylesheet" href="${url}/a.css"><link rel="preconnect" href="${url}">
      <style>@import "${url}/b.css"; body { background: url(${url}/c.png) } @font-face { font-family: X; src: url(${url}/f.ttf) }</style>
      <script>document.body.textContent = 'RAN'; fetch('${url}/s')</script></head>
      <body onload="document.body.textContent='RAN'"><p style="font-family: X, 'ZP Song'">正文</p>
      <img src="${url}/i.png" onerror="document.body.textContent='RAN'"><img srcset="${file}">
      <iframe src="${file}"></iframe>
      <object data="${file}"></object><embed src="${file}"><video poster="${url}/v" src="${url}/m"></video>
      <form action="${url}/f"><input autofocus onfocus="document.body.textContent='RAN'"></form>
      <svg width="10" height="10"><script>document.body.textContent='RAN'</script><image href="${url}/svg"/><use href="${url}/u#x"/>
      <foreignObject><iframe src="${url}/fo"></iframe></foreignObject></svg>
      <img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Cscript%3Ealert(1)%3C/script%3E%3Cimage href='${url}/in'/%3E%3C/svg%3E">
      </body></html>`
    const { bytes } = await printPdf(html, press.options)
    const { pages } = await readPdf(bytes, 'hostile.pdf')
    server.close()
    rmSync(folder, { recursive: true })
    expect(hits).toBe(0)
    const text = pages.flatMap((page) => page.text.map((item) => item.text)).join('')
    expect(text).toContain('正文')
    expect(text).not.toMatch(/SECRET|RAN/)
  })

  it('with a picture that claims to be enormous prints, or fails with a sentence', async () => {
    const png = hugePng(60_000, 60_000).toString('base64')
    const html = `<p>前</p><img width="100" src="data:image/png;base64,${png}"><p>后</p>`
    const result = await printPdf(html, { ...press.options, timeoutMs: 60_000 }).then(
      ({ pages }) => pages.length,
      (failure: { readonly code: string }) => failure.code,
    )
    expect([1, 'pdf/browser-lost', 'pdf/browser-failed']).toContain(result)
    // Whatever it did to the browser, the next page prints.
    expect((await printPdf('<p>好</p>', press.options)).pages).toHaveLength(1)
  })
})

it('refuses a PDF that Chromium did not write', () => {
  const foreign = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
  expect(() => new SkiaPdf(foreign)).toThrow(expect.objectContaining({ code: 'pdf/not-skia' }))
})

it('leaves nothing in the temporary folder', async () => {
  const before = temporaryFolders()
  const own = await openPress()
  await printPdf('<p>一</p>', own.options)
  expect(temporaryFolders().length).toBeGreaterThan(before.length - 1)
  await own.browser.close()
  expect(temporaryFolders().filter((name) => !before.includes(name))).toEqual([])
})

function temporaryFolders(): readonly string[] {
  return readdirSync(tmpdir()).filter((name) => /ziping-browser|chromium|puppeteer/i.test(name))
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A head that promises many pixels, and next to none of them. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  head.set([8, 6, 0, 0, 0], 24)
  return head
}
