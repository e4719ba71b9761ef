import { png } from '../../packages/pdf/test/png.ts'
import { numbersFrom } from '../vary.ts'

const side = 512

/** A PNG of noise, which no program can pack any smaller: three quarters of a megabyte. */
export function picture(number: number): Uint8Array {
  const random = numbersFrom(number)
  const rows = Buffer.alloc(side * (1 + side * 3))
  for (let at = 0; at < rows.length; at++)
    rows[at] = at % (1 + side * 3) === 0 ? 0 : Math.floor(random() * 256)
  return png({ width: side, height: side, level: 1 }, rows)
}
