import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { greyPng } from '../../test/grey-png.ts'
import { readPdf } from './read-pdf.ts'
import { readWithoutPictures, withoutPictures } from './without-pictures.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'ziping-without-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a scanner makes of paper: nothing that could be packed. */
function noise(length: number, seed: number): Buffer {
  const pieces = Array.from({ length: Math.ceil(length / 32) }, (_, index) =>
    createHash('sha256').update(`${seed} ${index}`).digest(),
  )
  return Buffer.concat(pieces).subarray(0, length)
}

let bytes: Uint8Array
beforeAll(async () => {
  const document = await PDFDocument.create()
  const font = await document.embedFont(StandardFonts.Helvetica)
  const { context } = document
  for (let number = 1; number <= 3; number++) {
    const page = document.addPage([300, 400])
    const dictionary = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 1000,
      Height: 700,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    }
    const image = context.register(context.stream(noise(700_000, number), dictionary))
    page.node.newXObject('Im', image)
    page.pushOperators()
    page.drawImage(await document.embedPng(greyPng(20, 10)), { x: 10, y: 10 })
    page.drawText(`stream ${number} endstream`, { x: 20, y: 350, font, size: 12 })
    const drawn = context.stream(
      `q 200 0 0 100 50 60 cm /${page.node.newXObject('Big', image).asString().slice(1)} Do Q`,
    )
    page.node.addContentStream(context.register(drawn))
  }
  bytes = await document.save({ useObjectStreams: false })
})

it('leaves zeros where pictures were, and everything else where it was', () => {
  const thin = withoutPictures(bytes)
  expect(thin).toHaveLength(bytes.length)
  expect(bytes.length).toBeGreaterThan(2_100_000)
  let [kept, changed] = [0, 0]
  thin.forEach((byte, at) => {
    if (byte !== 0) kept++
    if (byte !== 0 && byte !== bytes[at]) changed++
  })
  expect(changed).toBe(0)
  expect(kept).toBeLessThan(20_000)
})

it('reads a file as it reads bytes', () => {
  const file = path.join(folder, 'scans.pdf')
  writeFileSync(file, bytes)
  const thin = Buffer.from(withoutPictures(bytes))
  expect(thin.equals(readWithoutPictures(file))).toBe(true)
  // A second time there is nothing left to leave out.
  expect(thin.equals(withoutPictures(thin))).toBe(true)
})

it('still tells where pictures stand, and what is written', async () => {
  const { pages } = await readPdf(bytes, 'scans.pdf')
  expect(pages.map(({ text }) => text.map((item) => item.text).join(''))).toEqual([
    'stream 1 endstream',
    'stream 2 endstream',
    'stream 3 endstream',
  ])
  for (const { images } of pages)
    expect(images).toContainEqual({
      pixelWidth: 1000,
      pixelHeight: 700,
      x: 50,
      y: 60,
      width: 200,
      height: 100,
    })
})

it('keeps what only claims to be a picture', () => {
  const fake = Buffer.from(
    `1 0 obj <</Subtype/Image/Length 99999>> stream\n${'x'.repeat(50_000)}\nendstream`,
  )
  expect(Buffer.from(withoutPictures(fake)).equals(fake)).toBe(true)
  const mask = Buffer.from(
    `1 0 obj <</Subtype/Image/ImageMask true/Length 50000>> stream\n${'x'.repeat(50_000)}\nendstream\nendobj`,
  )
  expect(Buffer.from(withoutPictures(mask)).equals(mask)).toBe(true)
  const picture = Buffer.from(
    `1 0 obj <</Subtype/Image/Length 50000>> stream\n${'x'.repeat(50_000)}\nendstream\nendobj`,
  )
  expect(Buffer.from(withoutPictures(picture)).includes('x'.repeat(10))).toBe(false)
})
