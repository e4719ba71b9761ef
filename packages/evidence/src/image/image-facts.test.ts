import { describe, expect, it } from 'vitest'
import { cmykTiff, jpegHead, png } from '../../test/pictures.ts'
import { readImageFacts } from './image-facts.ts'

describe('what a picture’s file says of it', () => {
  it.each([
    ['a PNG', png(40, 30), { format: 'png', width: 40, height: 30, colour: 'rgb', isWhole: true }],
    [
      'a gray one at 300 dpi',
      png(4, 3, { gray: true, dpi: 300 }),
      { colour: 'gray', dpi: [300, 300] },
    ],
    [
      'a JPEG',
      jpegHead(800, 600),
      { format: 'jpeg', width: 800, height: 600, colour: 'rgb', orientation: 1, isWhole: true },
    ],
    ['one lying on its side', jpegHead(8, 6, { orientation: 6 }), { orientation: 6, width: 8 }],
    [
      'one for printers',
      jpegHead(8, 6, { components: 4, dpi: 72 }),
      { colour: 'cmyk', dpi: [72, 72] },
    ],
    [
      'a TIFF',
      cmykTiff(8, 6, 300),
      {
        format: 'tiff',
        width: 8,
        height: 6,
        colour: 'cmyk',
        dpi: [300, 300],
        hasProfile: true,
        isWhole: true,
      },
    ],
    ['a gray one', jpegHead(8, 6, { components: 1 }), { colour: 'gray' }],
  ])('%s', (_, bytes, facts) => {
    expect(readImageFacts(bytes)).toMatchObject(facts)
  })

  it.each([
    ['a JPEG', jpegHead(800, 600)],
    ['a PNG', png(40, 30)],
  ])('%s cut short is not whole, or no picture at all', (_, bytes) => {
    for (let end = 0; end < bytes.length; end++)
      expect(readImageFacts(bytes.subarray(0, end))?.isWhole ?? false).toBe(false)
  })

  it('anything else is none', () => {
    expect(readImageFacts(Buffer.from('MM\0*\xff\xff\xff\xff', 'latin1'))).toBeUndefined()
    expect(readImageFacts(Buffer.from('%PDF-1.7'))).toBeUndefined()
    expect(readImageFacts(new Uint8Array())).toBeUndefined()
  })
})
