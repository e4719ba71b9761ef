import { scanXml } from '@ziping/office-file'

/** How a cell shows its number, as far as it matters for what the writer sees. */
export interface NumberFormat {
  readonly kind: 'number' | 'percent' | 'date'
  /** Digits behind the point, where the format fixes them. */
  readonly decimals?: number
}

const plain: NumberFormat = { kind: 'number' }

/** Formats that every workbook has without saying so. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
}

/** The format of each cell style, by its number. */
export function readNumberFormats(styles: string | undefined): readonly NumberFormat[] {
  const codes = new Map<number, string>()
  const formats: NumberFormat[] = []
  let inCells = false
  if (styles === undefined) return formats
  scanXml(styles, {
    open(name, attributes) {
      if (name === 'numFmt')
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells)
        formats.push(formatOf(Number(attributes.get('numFmtId') ?? 0), codes))
    },
    close(name) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return formats
}

function formatOf(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id) ?? builtIn[id]
  if (code === undefined) return isBuiltInDate(id) ? { kind: 'date' } : plain
  const [first = ''] = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./gu, '').split(';')
  if (/[ymdhs年月日]/iu.test(first) && !/general|通用/iu.test(first)) return { kind: 'date' }
  const decimals = /[0#?](?:\.([0?]+))?(?=[^0#?.]*$)/u.exec(first)
  const kind = first.includes('%') ? 'percent' : 'number'
  return decimals === null ? { kind } : { kind, decimals: decimals[1]?.length ?? 0 }
}

/** Dates and times; from 27 on those of Chinese and other Asian programs. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58)
}
