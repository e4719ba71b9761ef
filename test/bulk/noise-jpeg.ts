import type { Random } from './random.ts'

/** Pixels a side of a unit of coding, blocks in it, and which component each is of. */
interface Coding {
  readonly unit: number
  readonly blocks: number
  readonly components: readonly (readonly [id: number, sampling: number])[]
}

const grey: Coding = { unit: 8, blocks: 1, components: [[1, 0x11]] }
const colour: Coding = {
  unit: 16,
  blocks: 6,
  components: [
    [1, 0x22],
    [2, 0x11],
    [3, 0x11],
  ],
}

export interface NoiseSettings {
  readonly width: number
  readonly height: number
  readonly isGrey?: boolean
  /** How many frequencies a block of eight by eight pixels has: about seven bits each. */
  readonly detail: number
}

/** So many rows are made; each picture takes them in an order of its own. */
const pool = 48

/**
 * Makes JPEGs of one size that no program can pack any further, as photographs and scans are. Every row of blocks is an
 * interval that can be decoded by itself, so that a new picture is a new order of rows: made as fast as copied.
 */
export class NoiseJpegs {
  readonly #settings: NoiseSettings
  readonly #coding: Coding
  readonly #rows: readonly Buffer[]

  constructor(settings: NoiseSettings, random: Random) {
    this.#settings = settings
    this.#coding = settings.isGrey === true ? grey : colour
    const blocks = Math.ceil(settings.width / this.#coding.unit) * this.#coding.blocks
    this.#rows = Array.from({ length: pool }, () => noiseRow(blocks, settings.detail, random))
  }

  make(random: Random): Buffer {
    const count = Math.ceil(this.#settings.height / this.#coding.unit)
    const parts: Buffer[] = [head(this.#settings, this.#coding)]
    for (let row = 0; row < count; row++) {
      parts.push(this.#rows[random.below(pool)] ?? Buffer.alloc(0))
      parts.push(Buffer.from([0xff, row === count - 1 ? 0xd9 : 0xd0 + (row % 8)]))
    }
    return Buffer.concat(parts)
  }
}

/** Sizes 0 to 5 of the first value, each with a code of three bits. */
const firstSizes = [0, 1, 2, 3, 4, 5]
/** End of block, then runs of 0 to 2 zeros before values of up to 4 bits: codes of four bits. */
const otherCodes = [0x00, 0x01, 0x02, 0x03, 0x04, 0x11, 0x12, 0x13, 0x14, 0x21, 0x22, 0x23, 0x24]

function noiseRow(blocks: number, detail: number, random: Random): Buffer {
  const bits = new Bits()
  for (let block = 0; block < blocks; block++) {
    const size = random.below(firstSizes.length)
    bits.put(size, 3)
    bits.put(random.below(1 << size), size)
    const count = Math.min(20, Math.max(0, detail - 2 + random.below(5)))
    for (let frequency = 0; frequency < count; frequency++) {
      const code = 1 + random.below(otherCodes.length - 1)
      const length = (otherCodes[code] ?? 0) & 15
      bits.put(code, 4)
      bits.put(random.below(1 << length), length)
    }
    bits.put(0, 4)
  }
  return bits.end()
}

class Bits {
  readonly #bytes: number[] = []
  #held = 0
  #count = 0

  put(value: number, length: number): void {
    this.#held = (this.#held << length) | value
    this.#count += length
    while (this.#count >= 8) {
      this.#count -= 8
      this.#push((this.#held >>> this.#count) & 0xff)
    }
    this.#held &= (1 << this.#count) - 1
  }

  /** What is left of a byte is filled with ones. */
  end(): Buffer {
    if (this.#count > 0) this.put((1 << (8 - this.#count)) - 1, 8 - this.#count)
    return Buffer.from(this.#bytes)
  }

  #push(byte: number): void {
    this.#bytes.push(byte)
    if (byte === 0xff) this.#bytes.push(0)
  }
}

function head({ width, height }: NoiseSettings, { unit, components }: Coding): Buffer {
  const perRow = Math.ceil(width / unit)
  const scan = components.flatMap(([id]) => [id, 0x00])
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, [0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 1, 0, 200, 0, 200, 0, 0]),
    segment(0xdb, [0, ...Array.from({ length: 64 }, () => 6)]),
    segment(0xc0, [
      8,
      ...short(height),
      ...short(width),
      components.length,
      ...components.flatMap(([id, sampling]) => [id, sampling, 0]),
    ]),
    segment(0xc4, [0x00, ...lengths(3, firstSizes.length), ...firstSizes]),
    segment(0xc4, [0x10, ...lengths(4, otherCodes.length), ...otherCodes]),
    segment(0xdd, short(perRow)),
    segment(0xda, [components.length, ...scan, 0, 63, 0]),
  ])
}

function segment(marker: number, content: readonly number[]): Buffer {
  return Buffer.from([0xff, marker, ...short(content.length + 2), ...content])
}

/** All codes are of one length. */
function lengths(length: number, count: number): readonly number[] {
  return Array.from({ length: 16 }, (_, index) => (index + 1 === length ? count : 0))
}

function short(value: number): readonly number[] {
  return [value >>> 8, value & 0xff]
}
