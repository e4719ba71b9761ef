/** Bytes of a value of each type. */
const sizes: Readonly<Record<number, number>> = {
  1: 1,
  2: 1,
  3: 2,
  4: 4,
  5: 8,
  6: 1,
  7: 1,
  8: 2,
  9: 4,
  10: 8,
}
const mostValues = 4096

/** The first directory of a TIFF, or of EXIF data: numbers by tag. */
export function readTiffTags(
  bytes: Uint8Array,
): ReadonlyMap<number, readonly number[]> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength < 8) return undefined
  const order = view.getUint16(0)
  if (order !== 0x4949 && order !== 0x4d4d) return undefined
  const little = order === 0x4949
  if (view.getUint16(2, little) !== 42) return undefined
  const tags = new Map<number, readonly number[]>()
  const start = view.getUint32(4, little)
  const count = view.getUint16(start, little)
  for (let index = 0; index < count; index++) {
    const at = start + 2 + index * 12
    tags.set(view.getUint16(at, little), valuesAt(view, at, little))
  }
  return tags
}

function valuesAt(view: DataView, at: number, little: boolean): readonly number[] {
  const type = view.getUint16(at + 2, little)
  const count = Math.min(view.getUint32(at + 4, little), mostValues)
  const size = sizes[type] ?? 1
  const start = size * count <= 4 ? at + 8 : view.getUint32(at + 8, little)
  return Array.from({ length: count }, (_, index) => {
    const here = start + index * size
    switch (type) {
      case 3:
        return view.getUint16(here, little)
      case 4:
        return view.getUint32(here, little)
      case 5:
        return view.getUint32(here, little) / view.getUint32(here + 4, little)
      default:
        return view.getUint8(here)
    }
  })
}
