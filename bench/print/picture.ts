import { crc32, deflateSync } from 'node:zlib'
import { numbersFrom } from '../vary.ts'

const side = 512

/** A PNG of noise, which no program can pack any smaller: three quarters of a megabyte. */
export function picture(number: number): Uint8Array {
  const random = numbersFrom(number)
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let at = 0; at < rows.length; at++)
    rows[at] = at % (1 + side * 3) === 0 ? 0 : Math.floor(random() * 256)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  whole.set(body, 4)
  whole.writeUInt32BE(crc32(body), 4 + body.length)
  return whole
}
