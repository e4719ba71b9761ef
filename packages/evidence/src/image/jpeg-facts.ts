import type { ImageColour, ImageFacts } from './image-facts.ts'
import { readTiffTags } from './tiff-tags.ts'

interface Found {
  size?: { readonly width: number; readonly height: number; readonly colour: ImageColour }
  dpi?: readonly [number, number]
  orientation: number
  hasProfile: boolean
  hasExif: boolean
}

/** Segment by segment up to the start of the scan. */
export function jpegFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  const found: Found = { orientation: 1, hasProfile: false, hasExif: false }
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at++
    else if (marker === 0xda || marker === 0xd9) break
    else if (marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2
    else {
      const length = view.getUint16(at + 2)
      readSegment(found, marker, bytes.subarray(at + 4, at + 2 + length))
      at += 2 + length
    }
  }
  if (found.size === undefined) return undefined
  const { size, hasExif: _, ...rest } = found
  return { format: 'jpeg', ...size, ...rest, isWhole: endsWhole(bytes) }
}

function readSegment(found: Found, marker: number, segment: Uint8Array): void {
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength)
  const head = Buffer.from(segment.subarray(0, 12)).toString('latin1')
  if (isFrame(marker))
    found.size = {
      height: view.getUint16(1),
      width: view.getUint16(3),
      colour: colours[view.getUint8(5)] ?? 'other',
    }
  if (marker === 0xe0 && head.startsWith('JFIF')) {
    const scale = { 1: 1, 2: 2.54 }[view.getUint8(7)]
    if (scale !== undefined && view.getUint16(8) > 0)
      found.dpi = [view.getUint16(8) * scale, view.getUint16(10) * scale]
  }
  // The first counts, as for all who show pictures.
  if (marker === 0xe1 && head.startsWith('Exif') && !found.hasExif)
    readExif(found, segment.subarray(6))
  if (marker === 0xe2 && head.startsWith('ICC_PROFILE')) found.hasProfile = true
}

const colours: Readonly<Record<number, ImageColour>> = { 1: 'gray', 3: 'rgb', 4: 'cmyk' }

/** SOF0 to SOF15, between which lie Huffman tables, an extension and arithmetic conditioning. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

function readExif(found: Found, exif: Uint8Array): void {
  const tags = readTiffTags(exif)
  found.hasExif = true
  if (tags === undefined) return
  found.orientation = tags.get(274)?.[0] ?? 1
  const [horizontal, vertical] = [tags.get(282)?.[0], tags.get(283)?.[0]]
  const scale = { 2: 1, 3: 2.54 }[tags.get(296)?.[0] ?? 2]
  if (found.dpi === undefined && scale !== undefined && horizontal && vertical)
    found.dpi = [horizontal * scale, vertical * scale]
}

/** The end mark, with at most some padding of the camera's behind it. */
function endsWhole(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(
      '\xff\xd9',
      undefined,
      'latin1',
    ) >
    bytes.length / 2
  )
}
