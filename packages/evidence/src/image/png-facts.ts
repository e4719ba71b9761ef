import type { ImageFacts } from './image-facts.ts'

const signature = [0x89504e47, 0x0d0a1a0a]

export function pngFacts(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 33 || signature.some((word, at) => view.getUint32(at * 4) !== word))
    return undefined
  const type = view.getUint8(25)
  let dpi: ImageFacts['dpi']
  let hasProfile = false
  let isWhole = false
  for (let at = 8; at + 12 <= view.byteLength; ) {
    const length = view.getUint32(at)
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8))
    const isThere = at + 12 + length <= view.byteLength
    if (name === 'pHYs' && isThere && view.getUint8(at + 16) === 1)
      dpi = [perInch(view.getUint32(at + 8)), perInch(view.getUint32(at + 12))]
    if (name === 'iCCP') hasProfile = true
    if (name === 'IEND') isWhole = true
    at += 12 + length
  }
  return {
    format: 'png',
    width: view.getUint32(16),
    height: view.getUint32(20),
    colour: type === 0 || type === 4 ? 'gray' : 'rgb',
    ...(dpi === undefined ? {} : { dpi }),
    orientation: 1,
    hasProfile,
    isWhole,
  }
}

function perInch(perMetre: number): number {
  return Math.round(perMetre * 0.0254 * 10) / 10
}
