import { crc32, deflateSync } from 'node:zlib'
import { PDFDocument, rgb } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { colourPages } from './colour-pages.ts'

/** A picture of one colour, with a coloured stamp in a corner where asked for. */
function png(red: number, green: number, blue: number, stamp: boolean): Uint8Array {
  const side = 64
  const rows = Buffer.alloc(side * (side * 3 + 1))
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) {
      const at = y * (side * 3 + 1) + 1 + x * 3
      const isStamp = stamp && x < 8 && y < 8
      rows.set(isStamp ? [220, 20, 20] : [red, green, blue], at)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([size, body, sum])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

describe('colourPages', () => {
  it('finds colour in text, lines and pictures, and takes grey for grey', async () => {
    const document = await PDFDocument.create()
    const page = () => document.addPage([300, 300])
    page().drawText('black', { x: 20, y: 20 })
    page().drawText('grey', { x: 20, y: 20, color: rgb(0.5, 0.5, 0.5) })
    page().drawText('red', { x: 20, y: 20, color: rgb(0.8, 0, 0) })
    page().drawLine({ start: { x: 0, y: 0 }, end: { x: 9, y: 9 }, color: rgb(0, 0, 0.7) })
    const options = { x: 10, y: 10, width: 100, height: 100 }
    page().drawImage(await document.embedPng(png(200, 200, 204, false)), options)
    page().drawImage(await document.embedPng(png(200, 200, 200, true)), options)
    expect(await colourPages(await document.save())).toEqual([3, 4, 6])
  })
})
