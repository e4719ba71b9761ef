import { describe, expect, it } from 'vitest'
import { readImageSize } from './image-size.ts'

const png = [
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 4, 0,
  0, 0, 3, 0,
]
const soi = [0xff, 0xd8]
const app0 = [0xff, 0xe0, 0, 6, 1, 2, 3, 4]
const huffman = [0xff, 0xc4, 0, 4, 0xff, 0xc0]
const frame = [0xff, 0xc2, 0, 11, 8, 0x03, 0x00, 0x04, 0x00, 1, 1, 0x11, 0]

describe('the size of a picture', () => {
  it.each([
    ['PNG', png],
    ['JPEG, behind other segments', [...soi, ...app0, ...huffman, ...frame]],
    ['JPEG with fill bytes', [...soi, 0xff, 0xff, 0xff, ...app0.slice(1), ...frame]],
  ])('%s', (_, bytes) => {
    expect(readImageSize(Uint8Array.from(bytes))).toEqual({ width: 1024, height: 768 })
  })

  it.each([
    ['nothing', []],
    ['a PNG that is cut off', png.slice(0, 20)],
    ['a JPEG that is cut off', [...soi, ...app0, ...frame.slice(0, 6)]],
    ['a segment of no length', [...soi, 0xff, 0xe0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    ['text', [...new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>')]],
  ])('is not known: %s', (_, bytes) => {
    expect(readImageSize(Uint8Array.from(bytes))).toBeUndefined()
  })
})
