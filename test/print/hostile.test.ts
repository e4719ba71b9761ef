import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { printPdf } from '../../packages/pdf/src/index.ts'
import { openPress, type Press } from '../../packages/pdf/test/press.ts'
import { readPages, textOf } from './pages.ts'
import { copyOfSample, printWorkspace } from './printed-book.ts'

// What a page could do harm with stands in a report: it prints as it is written, nobody is called, nothing outside is read.

let press: Press
let server: Server
let address = ''
const hits: string[] = []
beforeAll(async () => {
  press = await openPress()
  server = createServer((request, response) => {
    hits.push(request.url ?? '')
    response.end('<h1>外面的网页</h1>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const where = server.address()
  address = `http://127.0.0.1:${typeof where === 'object' && where !== null ? where.port : 0}`
})
afterAll(async () => {
  await press.browser.close()
  server.close()
})

const secret = '绝密内容甲乙丙丁'

it('prints hostile texts as texts, and reaches neither network nor files', async () => {
  const copy = copyOfSample('nantong-person')
  const { root } = copy
  const outside = path.join(path.dirname(root), 'outside')
  mkdirSync(outside)
  const pdf = await printPdf(`<p>${secret}</p>`, press.options)
  writeFileSync(path.join(outside, 'secret.pdf'), pdf.bytes)
  const written = plant(root, outside)
  try {
    const { books, built } = await printWorkspace(root, ['report', 'evidence'], press)
    const all = [...books.values()].map(({ book, read }) =>
      textOf(readPages(book, read).flatMap(({ head, body }) => [...head, ...body])),
    )
    const report = all[0] ?? ''
    expect(written.filter((text) => !report.includes(text.replace(/\s+/g, '')))).toEqual([])
    expect(all.join('')).not.toContain(secret)
    expect(all.join('')).not.toContain('外面的网页')
    expect(hits).toEqual([])
    const bytes = [...books.values()].map((one) => Buffer.from(one.bytes).toString('latin1'))
    expect(bytes.filter((text) => /\/JavaScript|\/JS\b|\/Launch|\/SubmitForm/.test(text))).toEqual(
      [],
    )
    // A picture too large to be one is told, and so is one that cannot be read.
    const told = built.findings.map(({ rule, place }) => `${rule} ${place.file}`)
    expect(told).toContain('image-missing report/01-坏.md')
  } finally {
    copy.remove()
  }
})

/** Puts everything hostile into a workspace; the texts that must be readable in print. */
function plant(root: string, outside: string): readonly string[] {
  writeFileSync(path.join(outside, 'secret.svg'), svg(`<text y="20">${secret}</text>`))
  writeFileSync(path.join(outside, 'secret.txt'), secret)
  const images = path.join(root, 'images')
  mkdirSync(images, { recursive: true })
  symlinkSync(path.join(outside, 'secret.svg'), path.join(images, 'link.svg'))
  writeFileSync(
    path.join(images, 'script.svg'),
    svg(
      `<script>fetch("${address}/script")</script><image href="${address}/image" width="9" height="9"/><image href="file://${outside}/secret.svg" width="99" height="99"/><foreignObject width="99" height="99"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${address}/iframe"/></foreignObject>`,
    ),
  )
  writeFileSync(path.join(images, '"onerror="fetch(1).png'), png(40, 30))
  writeFileSync(path.join(images, 'huge.png'), png(32_000, 32_000))
  const lines = hostileLines(outside)
  const pictures = [
    '![脚本图](../images/script.svg)',
    '![链接图](../images/link.svg)',
    `![外面图](${outside}/secret.svg)`,
    '![上级图](../../outside/secret.svg)',
    `![网图](${address}/picture.png)`,
    `![文件图](file://${outside}/secret.svg)`,
    '![名字图](<../images/"onerror="fetch(1).png>)',
    '![巨图](../images/huge.png)',
  ]
  const captions = [
    `表："><script>fetch("${address}/caption")</script>{#tbl-"onload=x}`,
    '',
    '| {{constructor}} | </td><iframe> |',
    '| --- | --- |',
    `| <img src="${address}/cell"> | {{#each .}}{{/each}} |`,
  ]
  writeFileSync(
    path.join(root, 'report', '01-坏.md'),
    ['# 1 领导', ...lines, ...captions, ...pictures].join('\n\n').replaceAll('|\n\n|', '|\n|'),
  )
  hostileEvidence(root, outside)
  return lines
}

function hostileLines(outside: string): readonly string[] {
  return [
    `段一<script>fetch("${address}/a")</script>段一完`,
    `段二<iframe src="${address}/b"></iframe>段二完`,
    `段三<object data="file://${outside}/secret.txt"></object>段三完`,
    `段四<embed src="${address}/c">段四完`,
    `段五<meta http-equiv="refresh" content="0;url=${address}/d">段五完`,
    `段六<link rel="stylesheet" href="${address}/e.css">段六完`,
    `段七<img src=x onerror="fetch('${address}/f')">段七完`,
    '段八{{constructor}}{{{this}}}{{> page}}{{lookup . "constructor"}}段八完',
    `段九</style></title></body></html><base href="${address}/">段九完`,
    '段十<svg onload="alert(1)"><foreignObject></svg>段十完',
  ]
}

/** Evidence that would come from elsewhere. */
function hostileEvidence(root: string, outside: string): void {
  const folder = path.join(root, 'evidence')
  symlinkSync(path.join(outside, 'secret.pdf'), path.join(folder, 'link.pdf'))
  const index = path.join(folder, 'evidence.yaml')
  const entries = [
    ['up', '../../outside/secret.pdf'],
    ['whole', path.join(outside, 'secret.pdf')],
    ['link', 'link.pdf'],
  ].map(([id, file]) => `${id}:\n  title: '"><script>${id}</script>'\n  file: '${file}'\n`)
  writeFileSync(index, `${readFileSync(index, 'utf8')}\n${entries.join('')}`)
}

function svg(inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100">${inside}</svg>`
}

/** The head of a PNG: its size, and nothing behind it. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(33)
  head.write('\x89PNG\r\n\x1a\n', 'latin1')
  head.writeUInt32BE(13, 8)
  head.write('IHDR', 12, 'latin1')
  head.writeUInt32BE(width, 16)
  head.writeUInt32BE(height, 20)
  head.set([8, 2, 0, 0, 0], 24)
  return head
}
