/** How many pixels a picture has. */
export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Reads the size from the beginning of a PNG or JPEG file; undefined for anything else. */
export function readImageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return pngSize(view) ?? jpegSize(view)
}

/** The signature, then the header chunk with width and height. */
function pngSize(view: DataView): ImageSize | undefined {
  if (view.byteLength < 24) return undefined
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return undefined
  return sized(view.getUint32(16), view.getUint32(20))
}

/** Segment by segment up to the start of the frame, which tells height and width. */
function jpegSize(view: DataView): ImageSize | undefined {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at++
    else if (isFrame(marker)) return sized(view.getUint16(at + 7), view.getUint16(at + 5))
    else if (marker === 0xda || marker === 0xd9) return undefined
    else at += 2 + (isBare(marker) ? 0 : view.getUint16(at + 2))
  }
  return undefined
}

/** SOF0 to SOF15, between which lie Huffman tables, an extension and arithmetic conditioning. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
}

/** Markers without a length. */
function isBare(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

function sized(width: number, height: number): ImageSize | undefined {
  return width > 0 && height > 0 ? { width, height } : undefined
}
