import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { greyPng } from '../../test/grey-png.ts'
import { openPress, type Press } from '../../test/press.ts'
import { printPicture } from './print-picture.ts'

let press: Press
const folder = mkdtempSync(path.join(os.tmpdir(), 'ziping-pictures-'))
/** An inch by an inch. */
const box = { width: 72, height: 72 }
const grey = { bytes: greyPng(1200, 600), type: 'image/png' }

beforeAll(async () => {
  press = await openPress()
})
afterAll(async () => {
  await press.browser.close()
  rmSync(folder, { recursive: true, force: true })
})

it('makes a JPEG of no more pixels than print shows', async () => {
  const picture = await printPicture(grey, box, press.browser)
  expect(picture).toMatchObject({ width: 300, height: 150, isColour: false })
  expect(Buffer.from(picture?.bytes.subarray(0, 3) ?? []).toString('hex')).toBe('ffd8ff')
  const small = await printPicture({ ...grey, bytes: greyPng(20, 10) }, box, press.browser)
  expect(small).toMatchObject({ width: 20, height: 10 })
})

it('sees colour', async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="50" height="100" fill="red"/></svg>`
  const red = { bytes: Buffer.from(svg), type: 'image/svg+xml' }
  expect(await printPicture(red, box, press.browser)).toMatchObject({ isColour: true })
})

it('keeps what it made, and makes it again where that is damaged', async () => {
  const options = { cacheFolder: folder }
  const made = await printPicture(grey, box, press.browser, options)
  const [name = ''] = readdirSync(folder)
  const again = await printPicture(grey, box, press.browser, options)
  expect(Buffer.from(again?.bytes ?? []).equals(Buffer.from(made?.bytes ?? []))).toBe(true)
  expect(again).toMatchObject({ width: 300, height: 150, isColour: false })
  writeFileSync(path.join(folder, name), '{"width":1}\nbroken')
  expect(await printPicture(grey, box, press.browser, options)).toMatchObject({ width: 300 })
  await printPicture(grey, { width: 36, height: 36 }, press.browser, options)
  expect(readdirSync(folder)).toHaveLength(2)
})

it('has nothing to show of what is no picture', async () => {
  const broken = { bytes: grey.bytes.subarray(0, 40), type: 'image/png' }
  expect(await printPicture(broken, box, press.browser)).toBeUndefined()
})
