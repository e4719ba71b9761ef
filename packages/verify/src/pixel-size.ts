/** The size of a PNG, JPEG, GIF or BMP in pixels, from its first bytes. */
export function pixelSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (bytes.length < 26) return undefined
  if (start.startsWith('\x89PNG')) return { width: view.getUint32(16), height: view.getUint32(20) }
  if (start.startsWith('GIF8'))
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (start.startsWith('BM'))
    return { width: view.getInt32(18, true), height: Math.abs(view.getInt32(22, true)) }
  return start.startsWith('\xff\xd8') ? jpegSize(view) : undefined
}

/** Segments follow one another, each with its length, until the one that opens the picture. */
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | undefined {
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
