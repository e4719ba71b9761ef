import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zip } from './zip.ts'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const parts = [
  { name: '[Content_Types].xml', bytes: bytes('a'.repeat(5000)), stored: false },
  { name: 'word/媒体/图.png', bytes: bytes('as it is'), stored: true },
  { name: 'empty', bytes: bytes(''), stored: false },
]

it('is read back by others, in order', () => {
  const read = unzipSync(zip(parts))
  expect(Object.entries(read)).toEqual(parts.map(({ name, bytes: content }) => [name, content]))
})

it('stores what is packed and packs the rest', () => {
  const whole = Buffer.from(zip(parts))
  expect(whole.includes('as it is')).toBe(true)
  expect(whole.length).toBeLessThan(600)
})
