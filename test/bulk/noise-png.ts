import { png } from '../../packages/pdf/test/png.ts'
import type { Random } from './random.ts'

/** A picture of the screen that cannot be packed. */
export function noisePng(width: number, height: number, random: Random): Buffer {
  const rows = random.bytes((3 * width + 1) * height)
  for (let row = 0; row < height; row++) rows[row * (3 * width + 1)] = 0
  return png({ width, height, level: 1 }, rows)
}
