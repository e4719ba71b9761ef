import { png } from './png.ts'

/** A whole PNG of one grey. */
export function greyPng(width: number, height: number): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0x80)
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0
  return png({ width, height }, rows)
}
