import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPress, type Press } from '../../test/press.ts'
import { Browser } from '../browser/browser.ts'
import { printPdf } from '../print/print-pdf.ts'
import { drawPdfPages } from './draw-pdf-pages.ts'

let press: Press
let certificate: Uint8Array
const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-raster-'))
const box = { width: 360, height: 360 }

beforeAll(async () => {
  press = await openPress()
  certificate = await twoPages()
}, 180_000)
afterAll(async () => {
  await press.browser.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A page all of ink that is taller than wide, and one with words that is wider than tall. */
async function twoPages(): Promise<Uint8Array> {
  const words = `<style>@page { size: 400pt 200pt; margin: 0 }</style><p style="font: 40pt 'ZP Song'">认证证书</p>`
  const source = await PDFDocument.load((await printPdf(words, press.options)).bytes)
  const document = await PDFDocument.create()
  document.addPage([200, 400]).drawRectangle({ width: 200, height: 400, color: rgb(0, 0, 0) })
  const [second] = await document.copyPages(source, [0])
  if (second !== undefined) document.addPage(second)
  return document.save()
}

/** The share of dark points in a PNG, as the browser decodes it. */
async function ink(bytes: Uint8Array): Promise<number> {
  const address = `data:image/png;base64,${Buffer.from(bytes).toString('base64')}`
  return press.browser.withPage({ scripts: true }, async (page) => {
    const answer: unknown = await page.evaluate(`(async () => {
      const picture = new Image()
      picture.src = ${JSON.stringify(address)}
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.width
      canvas.height = picture.height
      const context = canvas.getContext('2d')
      context.drawImage(picture, 0, 0)
      const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
      let dark = 0
      for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark += 1
      return dark / (data.length / 4)
    })()`)
    return Number(answer)
  })
}

describe('drawPdfPages', () => {
  it('draws each page as large as its place allows, at 200 dots an inch', async () => {
    const wanted = [1, 2].map((page) => ({ bytes: certificate, page, box }))
    const [tall, wide] = await drawPdfPages(wanted, press.browser)
    expect(tall).toMatchObject({ type: 'image/png', width: 500, height: 1000 })
    expect(wide).toMatchObject({ type: 'image/png', width: 1000, height: 500 })
    expect(await ink(tall?.bytes ?? new Uint8Array())).toBeGreaterThan(0.99)
    const words = await ink(wide?.bytes ?? new Uint8Array())
    expect(words).toBeGreaterThan(0.01)
    expect(words).toBeLessThan(0.2)
  })

  it('draws a page once, and again where what was kept is damaged', async () => {
    const wanted = [{ bytes: certificate, page: 1, box }]
    const [first] = await drawPdfPages(wanted, press.browser, { cacheFolder: folder })
    const [name = ''] = readdirSync(folder)
    const closed = new Browser(press.browser.found)
    await closed.close()
    expect(await drawPdfPages(wanted, closed, { cacheFolder: folder })).toEqual([first])
    writeFileSync(path.join(folder, name), '{"check":"x","type":"image/png"}')
    expect(await drawPdfPages(wanted, press.browser, { cacheFolder: folder })).toEqual([first])
  })

  it('gives nothing for what is no PDF, has no such page or takes too long, and goes on', async () => {
    const bytes = new TextEncoder().encode('%PDF-1.4 nothing of the kind')
    const wanted = [
      { bytes, page: 1, box },
      { bytes: certificate, page: 9, box },
      { bytes: certificate, page: 1, box },
    ]
    const drawn = await drawPdfPages(wanted, press.browser)
    expect(drawn.map((one) => one?.height)).toEqual([undefined, undefined, 1000])
    const late = await drawPdfPages(wanted.slice(2), press.browser, { timeoutMs: 1 })
    expect(late).toEqual([undefined])
    expect(await drawPdfPages(wanted.slice(2), press.browser)).toEqual(drawn.slice(2))
  })
})
