// Draws the pictures that two samples name: a portrait and three views of a works, plain coloured shapes, the same bytes
// each time. Needs nothing but node. Run by hand after a picture changed: node scripts/evidence/make-pictures.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { crc32, deflateSync } from 'node:zlib'

type Colour = readonly [red: number, green: number, blue: number]
type Point = readonly [x: number, y: number]

/** Pixels row by row, three bytes each; drawn twice as large as it is written, for smooth edges. */
interface Picture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

const oversampling = 2
const dpi = 300

const samples = path.resolve(import.meta.dirname, '../../content/samples')
const pictures: Readonly<Record<string, () => Picture>> = {
  'nantong-person/photos/portrait.png': portrait,
  'nantong-org/photos/factory.png': factory,
  'nantong-org/photos/assembly-line.png': assemblyLine,
  'nantong-org/photos/weaving-lab.png': weavingLab,
}

for (const [name, draw] of Object.entries(pictures)) {
  const png = encodePng(draw())
  mkdirSync(path.dirname(path.join(samples, name)), { recursive: true })
  writeFileSync(path.join(samples, name), png)
  process.stdout.write(`${name}: ${png.length}\n`)
}

/** 2 寸 (35 × 49 mm) at twice 300 dpi: head and shoulders before grey. */
function portrait(): Picture {
  const picture = blank(826, 1158, [205, 210, 215])
  const [hair, skin, shade, suit, shirt]: readonly Colour[] = [
    [70, 62, 60],
    [226, 200, 180],
    [208, 180, 160],
    [58, 70, 92],
    [240, 242, 245],
  ]
  ellipse(picture, [413, 1180], [372, 360], suit)
  rectangle(picture, [340, 690], [146, 148], shade)
  polygon(picture, shirt, [340, 838], [486, 838], [413, 1010])
  ellipse(picture, [413, 450], [222, 272], hair)
  ellipse(picture, [413, 520], [178, 236], skin)
  polygon(picture, hair, [228, 480], [240, 300], [413, 220], [586, 300], [598, 480], [490, 390])
  return picture
}

/** The assembly hall, the technical centre and the photovoltaic roof. */
function factory(): Picture {
  const picture = blank(1600, 1200, [190, 219, 238])
  for (const x of [260, 900, 1330]) {
    ellipse(picture, [x, 190], [110, 42], [240, 246, 250])
    ellipse(picture, [x + 80, 215], [90, 34], [240, 246, 250])
  }
  rectangle(picture, [0, 900], [1600, 300], [176, 196, 150])
  rectangle(picture, [0, 1010], [1600, 190], [150, 153, 157])
  for (let x = 40; x < 1600; x += 200) rectangle(picture, [x, 1095], [110, 14], [235, 235, 228])
  rectangle(picture, [90, 520], [860, 400], [222, 226, 230])
  rectangle(picture, [90, 480], [860, 50], [74, 104, 140])
  for (let x = 130; x < 930; x += 100)
    polygon(picture, [38, 62, 98], [x, 478], [x + 24, 430], [x + 88, 430], [x + 64, 478])
  for (let x = 140; x < 900; x += 130) rectangle(picture, [x, 580], [90, 110], [122, 164, 196])
  rectangle(picture, [430, 740], [190, 180], [98, 110, 124])
  rectangle(picture, [1020, 360], [430, 560], [236, 238, 240])
  rectangle(picture, [1020, 340], [430, 28], [176, 60, 52])
  for (let y = 410; y < 840; y += 90)
    for (let x = 1060; x < 1420; x += 90) rectangle(picture, [x, y], [58, 54], [116, 158, 192])
  rectangle(picture, [1190, 850], [90, 70], [98, 110, 124])
  for (const x of [40, 985, 1490]) tree(picture, [x, 910])
  return picture
}

/** Stations with looms on a pulsed line, lamps above. */
function assemblyLine(): Picture {
  const picture = blank(1600, 1200, [228, 232, 235])
  rectangle(picture, [0, 0], [1600, 150], [196, 203, 209])
  for (let x = 0; x < 1600; x += 200) {
    polygon(picture, [150, 160, 170], [x, 150], [x + 100, 60], [x + 200, 150], [x + 188, 150])
    rectangle(picture, [x + 60, 176], [80, 16], [252, 248, 214])
  }
  rectangle(picture, [0, 820], [1600, 380], [178, 186, 180])
  rectangle(picture, [0, 1010], [1600, 26], [232, 190, 60])
  rectangle(picture, [0, 1110], [1600, 26], [232, 190, 60])
  for (let station = 0; station < 4; station++) {
    const x = 60 + station * 390
    rectangle(picture, [x + 140, 270], [14, 200], [120, 126, 134])
    rectangle(picture, [x + 96, 330], [102, 64], [60, 90, 130])
    rectangle(picture, [x + 108, 342], [78, 40], [196, 220, 236])
    ellipse(picture, [x + 147, 262], [16, 16], station === 2 ? [226, 160, 44] : [72, 160, 92])
    loom(picture, [x, 560])
    rectangle(picture, [x - 10, 986], [330, 20], [110, 116, 122])
  }
  return picture
}

/** Looms at work, the cloth of each before it; a cabinet that keeps the air even. */
function weavingLab(): Picture {
  const picture = blank(1600, 1200, [238, 240, 236])
  rectangle(picture, [0, 800], [1600, 400], [206, 200, 188])
  for (let x = 80; x < 1600; x += 380) {
    rectangle(picture, [x, 140], [220, 260], [176, 208, 226])
    rectangle(picture, [x + 104, 140], [12, 260], [238, 240, 236])
    rectangle(picture, [x, 264], [220, 12], [238, 240, 236])
  }
  const cloths: readonly Colour[] = [
    [196, 92, 84],
    [86, 122, 166],
    [222, 188, 108],
  ]
  for (const [index, cloth] of cloths.entries()) {
    const x = 60 + index * 520
    loom(picture, [x + 60, 540])
    polygon(picture, cloth, [x + 104, 786], [x + 330, 786], [x + 390, 1080], [x + 44, 1080])
    ellipse(picture, [x + 217, 1088], [182, 30], cloth)
  }
  rectangle(picture, [1524, 150], [60, 180], [250, 250, 250])
  rectangle(picture, [1538, 170], [32, 50], [72, 160, 92])
  return picture
}

function loom(picture: Picture, [x, y]: Point): void {
  rectangle(picture, [x, y], [44, 430], [68, 86, 110])
  rectangle(picture, [x + 270, y], [44, 430], [68, 86, 110])
  rectangle(picture, [x - 8, y - 26], [330, 44], [92, 112, 138])
  rectangle(picture, [x + 44, y + 60], [226, 26], [150, 158, 166])
  for (let thread = 0; thread < 14; thread++)
    rectangle(picture, [x + 52 + thread * 16, y + 86], [6, 130], [238, 228, 206])
  rectangle(picture, [x + 44, y + 216], [226, 30], [178, 60, 52])
  ellipse(picture, [x + 157, y + 330], [112, 58], [226, 216, 196])
  ellipse(picture, [x + 157, y + 330], [30, 16], [150, 158, 166])
}

function tree(picture: Picture, [x, y]: Point): void {
  rectangle(picture, [x - 9, y - 90], [18, 90], [120, 96, 74])
  ellipse(picture, [x, y - 130], [58, 70], [104, 150, 96])
}

function blank(width: number, height: number, colour: Colour): Picture {
  const [across, down] = [width * oversampling, height * oversampling]
  const picture = { width: across, height: down, pixels: new Uint8Array(across * down * 3) }
  rectangle(picture, [0, 0], [width, height], colour)
  return picture
}

function rectangle(picture: Picture, [x, y]: Point, [width, height]: Point, colour: Colour): void {
  polygon(picture, colour, [x, y], [x + width, y], [x + width, y + height], [x, y + height])
}

function ellipse(picture: Picture, centre: Point, [across, down]: Point, colour: Colour): void {
  const corners = Array.from({ length: 120 }, (_, index): Point => {
    const angle = (index / 60) * Math.PI
    return [centre[0] + across * Math.cos(angle), centre[1] + down * Math.sin(angle)]
  })
  polygon(picture, colour, ...corners)
}

/** Fills row by row between the edges it crosses, by the even-odd rule. */
function polygon(picture: Picture, colour: Colour, ...corners: readonly Point[]): void {
  const scaled = corners.map(([x, y]): Point => [x * oversampling, y * oversampling])
  for (let row = 0; row < picture.height; row++) {
    const crossed = crossings(scaled, row + 0.5)
    for (let index = 0; index + 1 < crossed.length; index += 2)
      fillRow(picture, row, crossed[index] ?? 0, crossed[index + 1] ?? 0, colour)
  }
}

function crossings(corners: readonly Point[], y: number): readonly number[] {
  const found = corners.flatMap(([x1, y1], index) => {
    const [x2, y2] = corners[(index + 1) % corners.length] ?? [x1, y1]
    return y1 <= y === y2 <= y ? [] : [x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)]
  })
  return found.toSorted((a, b) => a - b)
}

function fillRow(picture: Picture, row: number, from: number, to: number, colour: Colour): void {
  const first = Math.max(0, Math.round(from))
  const last = Math.min(picture.width, Math.round(to))
  for (let x = first; x < last; x++) picture.pixels.set(colour, (row * picture.width + x) * 3)
}

/** One pixel for each square of drawn ones: their mean. */
function shrink({ width, height, pixels }: Picture): Picture {
  const [across, down] = [width / oversampling, height / oversampling]
  const small = new Uint8Array(across * down * 3)
  for (let y = 0; y < down; y++)
    for (let x = 0; x < across; x++)
      for (let channel = 0; channel < 3; channel++) {
        let sum = 0
        for (let dy = 0; dy < oversampling; dy++)
          for (let dx = 0; dx < oversampling; dx++) {
            const at = (y * oversampling + dy) * width + x * oversampling + dx
            sum += pixels[at * 3 + channel] ?? 0
          }
        small[(y * across + x) * 3 + channel] = Math.round(sum / oversampling ** 2)
      }
  return { width: across, height: down, pixels: small }
}

/** An RGB PNG; every row is written as its difference from the one above, nearly always nought. */
function encodePng(drawn: Picture): Buffer {
  const { width, height, pixels } = shrink(drawn)
  const stride = width * 3
  const rows = Buffer.alloc((stride + 1) * height)
  for (let y = 0; y < height; y++) {
    rows[y * (stride + 1)] = 2 // filter “Up”
    for (let x = 0; x < stride; x++) {
      const above = y === 0 ? 0 : (pixels[(y - 1) * stride + x] ?? 0)
      rows[y * (stride + 1) + 1 + x] = ((pixels[y * stride + x] ?? 0) - above) & 0xff
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2], 8) // 8 bits, RGB
  const density = Buffer.alloc(9)
  const perMetre = Math.round(dpi / 0.0254)
  density.writeUInt32BE(perMetre, 0)
  density.writeUInt32BE(perMetre, 4)
  density[8] = 1 // per metre
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('pHYs', density),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  framed.set(body, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}
