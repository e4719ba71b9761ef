import { afterAll, beforeAll, expect, it } from 'vitest'
import { greyPng } from '../../test/grey-png.ts'
import { openPress, type Press } from '../../test/press.ts'
import { printPdf } from '../print/print-pdf.ts'
import { readPdf } from './read-pdf.ts'

let press: Press
beforeAll(async () => {
  press = await openPress()
})
afterAll(() => press.browser.close())

it('tells where text and pictures stand, and how large', async () => {
  const png = `data:image/png;base64,${greyPng(300, 150).toString('base64')}`
  const { bytes } = await printPdf(
    `<style>@page { size: 400pt 300pt; margin: 0 } body { margin: 0 }</style>
     <img src="${png}" style="position:absolute; left:48pt; top:60pt; width:192pt; height:96pt">
     <p style="position:absolute; margin:0; left:30pt; top:200pt; font:18pt/20pt 'ZP Kai'">楷体字</p>`,
    press.options,
  )
  const { pages, fonts } = await readPdf(bytes, 'a.pdf')
  expect(pages).toHaveLength(1)
  const [page] = pages
  expect(page).toMatchObject({ width: expect.closeTo(400, 0), height: expect.closeTo(300, 0) })
  expect(page?.text).toEqual([
    expect.objectContaining({
      text: '楷体字',
      font: 'LXGWWenKai-Regular',
      size: expect.closeTo(18, 1),
      x: expect.closeTo(30, 0),
      width: expect.closeTo(54, 0),
    }),
  ])
  expect(page?.images).toEqual([
    {
      pixelWidth: 300,
      pixelHeight: 150,
      x: expect.closeTo(48, 0),
      y: expect.closeTo(144, 0),
      width: expect.closeTo(192, 0),
      height: expect.closeTo(96, 0),
    },
  ])
  expect(fonts).toEqual([
    { name: 'LXGWWenKai-Regular', type: 'CIDFontType2', embedded: true, subset: true },
  ])
})
