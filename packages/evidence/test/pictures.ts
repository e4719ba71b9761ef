import { crc32, deflateSync } from 'node:zlib'

/** A PNG of one colour, as large as asked for. */
export function png(
  width: number,
  height: number,
  options: { readonly gray?: boolean; readonly dpi?: number } = {},
): Buffer {
  const { gray = false, dpi } = options
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, gray ? 0 : 2, 0, 0, 0], 8)
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(width * (gray ? 1 : 3), 0x80)])
  const pixels = Buffer.concat(Array.from({ length: height }, () => line))
  const density = Buffer.alloc(9)
  density.writeUInt32BE(Math.round((dpi ?? 0) / 0.0254), 0)
  density.writeUInt32BE(Math.round((dpi ?? 0) / 0.0254), 4)
  density.writeUInt8(1, 8)
  return Buffer.concat([
    Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    chunk('IHDR', header),
    ...(dpi === undefined ? [] : [chunk('pHYs', density)]),
    chunk('IDAT', deflateSync(pixels)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const length = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** As much of a JPEG as tells its facts, between its marks. */
export function jpegHead(
  width: number,
  height: number,
  options: {
    readonly orientation?: number
    readonly components?: number
    readonly dpi?: number
  } = {},
): Buffer {
  const { orientation, components = 3, dpi } = options
  const frame = Buffer.alloc(6 + components * 3)
  frame.writeUInt8(8, 0)
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  frame.writeUInt8(components, 5)
  const density = Buffer.from('JFIF\0\x01\x02\x01\0\0\0\0\0\0', 'latin1')
  density.writeUInt16BE(dpi ?? 0, 8)
  density.writeUInt16BE(dpi ?? 0, 10)
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...(dpi === undefined ? [] : [segment(0xe0, density)]),
    ...(orientation === undefined ? [] : [segment(0xe1, exif(orientation))]),
    segment(0xc0, frame),
    segment(0xda, Buffer.alloc(10)),
    Buffer.alloc(64, 0x11),
    Buffer.of(0xff, 0xd9),
  ])
}

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.of(0xff, marker, 0, 0)
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** One tag, in the byte order of Motorola. */
function exif(orientation: number): Buffer {
  const tiff = Buffer.from(
    'MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\0\0\0\0\0\0\0',
    'latin1',
  )
  tiff.writeUInt16BE(orientation, 18)
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
}

/** A CMYK TIFF in one strip of white paper, with as much of a profile as its tag. */
export function cmykTiff(width: number, height: number, dpi: number): Buffer {
  const strip = Buffer.alloc(width * height * 4)
  const entries: readonly (readonly [
    tag: number,
    type: 3 | 4 | 5 | 7,
    count: number,
    value: number,
  ])[] = [
    [256, 4, 1, width],
    [257, 4, 1, height],
    [258, 3, 1, 8],
    [259, 3, 1, 1],
    [262, 3, 1, 5],
    [273, 4, 1, 8],
    [277, 3, 1, 4],
    [279, 4, 1, strip.length],
    [282, 5, 1, 8 + strip.length],
    [283, 5, 1, 8 + strip.length],
    [296, 3, 1, 2],
    [34675, 7, 4, 0],
  ]
  const head = Buffer.from('II*\0\0\0\0\0', 'latin1')
  head.writeUInt32LE(8 + strip.length + 8, 4)
  const ratio = Buffer.alloc(8)
  ratio.writeUInt32LE(dpi, 0)
  ratio.writeUInt32LE(1, 4)
  const directory = Buffer.alloc(2 + entries.length * 12 + 4)
  directory.writeUInt16LE(entries.length, 0)
  for (const [index, [tag, type, count, value]] of entries.entries()) {
    const at = 2 + index * 12
    directory.writeUInt16LE(tag, at)
    directory.writeUInt16LE(type, at + 2)
    directory.writeUInt32LE(count, at + 4)
    directory.writeUInt32LE(value, at + 8)
  }
  return Buffer.concat([head, strip, ratio, directory])
}
