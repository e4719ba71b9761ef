import type { EmbeddedScan } from './embed-scans.ts'
import type { Box } from './placement.ts'

export type Matrix = readonly [number, number, number, number, number, number]

/** From the upright page at the origin to the box, turned clockwise as its reader would see it. */
export function fitted(
  { width, height, angle }: Pick<EmbeddedScan, 'width' | 'height' | 'angle'>,
  box: Box,
): Matrix {
  const isTurned = angle % 180 === 90
  const [w, h] = isTurned ? [height, width] : [width, height]
  const scale = Math.min(box.width / w, box.height / h)
  const left = box.x + (box.width - w * scale) / 2
  const bottom = box.y + (box.height - h * scale) / 2
  switch (angle) {
    case 90:
      return [0, -scale, scale, 0, left, bottom + h * scale]
    case 180:
      return [-scale, 0, 0, -scale, left + w * scale, bottom + h * scale]
    case 270:
      return [0, scale, -scale, 0, left + w * scale, bottom]
    default:
      return [scale, 0, 0, scale, left, bottom]
  }
}

/** A picture is a square of one by one before it is drawn. */
export function fittedPicture(
  { width, height }: { readonly width: number; readonly height: number },
  box: Box,
): Matrix {
  const [scale, , , , left, bottom] = fitted({ width, height, angle: 0 }, box)
  return [scale * width, 0, 0, scale * height, left, bottom]
}
