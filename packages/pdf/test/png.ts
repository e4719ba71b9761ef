import { crc32, deflateSync } from 'node:zlib'

/** The rows of a picture, each behind the number of its filter, as a PNG of one grey or three colours a point. */
export function png(
  {
    width,
    height,
    level,
  }: { readonly width: number; readonly height: number; readonly level?: number },
  rows: Uint8Array,
): Buffer {
  const isGrey = rows.length === (width + 1) * height
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, isGrey ? 0 : 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows, level === undefined ? {} : { level })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
