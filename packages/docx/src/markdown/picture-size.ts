import type { PixelSize } from '@ziping/resolve'

/** Width and height of a PNG, GIF or JPEG in pixels; undefined where the bytes are none of them, or end too soon. */
export function pictureSize(bytes: Uint8Array): PixelSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = readSize(view)
  return size === undefined || size.width === 0 || size.height === 0 ? undefined : size
}

function readSize(view: DataView): PixelSize | undefined {
  if (view.byteLength < 24) return undefined
  if (view.getUint32(0) === 0x89504e47)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (view.getUint32(0) === 0x47494638)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  return view.getUint16(0) === 0xffd8 ? jpegSize(view) : undefined
}

/** The size stands in the frame's head, after any number of other segments. */
function jpegSize(view: DataView): PixelSize | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const kind = view.getUint8(at + 1)
    const isFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
