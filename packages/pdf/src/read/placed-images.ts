import type { PlacedImage } from './pdf-content.ts'

interface Drawn {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** Every raster image of a page with its pixels and the size it is printed at. */
export function placedImages(
  drawn: Drawn,
  operators: Readonly<Record<string, number>>,
): readonly PlacedImage[] {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name]))
  const stack: Matrix[] = []
  const images: PlacedImage[] = []
  let now: Matrix = [1, 0, 0, 1, 0, 0]
  drawn.fnArray.forEach((operator, index) => {
    const values = listOf(drawn.argsArray[index])
    switch (names.get(operator)) {
      case 'save':
        stack.push(now)
        break
      case 'restore':
      case 'paintFormXObjectEnd':
        now = stack.pop() ?? now
        break
      case 'transform':
        now = within(now, matrixOf(values))
        break
      case 'paintFormXObjectBegin':
        stack.push(now)
        if (values[0] !== null) now = within(now, matrixOf(listOf(values[0])))
        break
      case 'paintImageXObject':
        images.push(placed(now, Number(values[1]), Number(values[2])))
        break
      case 'paintInlineImageXObject':
      case 'paintImageMaskXObject':
        images.push(placed(now, sizeOf(values[0], 'width'), sizeOf(values[0], 'height')))
        break
    }
  })
  return images
}

function placed([a, b, c, d, e, f]: Matrix, pixelWidth: number, pixelHeight: number): PlacedImage {
  const round = (points: number) => Math.round(points * 1000) / 1000
  // The unit square under the matrix, as it stands on the page.
  const [xs, ys] = [
    [e, e + a, e + c, e + a + c],
    [f, f + b, f + d, f + b + d],
  ]
  return {
    pixelWidth,
    pixelHeight,
    x: round(Math.min(...xs)),
    y: round(Math.min(...ys)),
    width: round(Math.hypot(a, b)),
    height: round(Math.hypot(c, d)),
  }
}

function within(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer
  const [g, h, i, j, k, l] = inner
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ]
}

function matrixOf(values: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.map(Number)
  return [a, b, c, d, e, f]
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value instanceof Float32Array || value instanceof Float64Array ? [...value] : []
}

function sizeOf(value: unknown, side: 'width' | 'height'): number {
  return typeof value === 'object' && value !== null && side in value
    ? Number(Object.getOwnPropertyDescriptor(value, side)?.value)
    : 0
}
