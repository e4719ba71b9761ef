import { releaseMemory } from '../release-memory.ts'
import { loadPdfjs } from './load-pdfjs.ts'
import { manyPages } from './read-pdf.ts'
import { withoutPictures } from './without-pictures.ts'

/** A list of drawing instructions as pdf.js gives it. */
interface Drawn {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

/**
 * Which pages of a PDF show colour, from 1: a printer charges them apart. Without `pictures` only what is written and
 * drawn is looked at.
 */
export async function colourPages(
  bytes: Uint8Array,
  { pictures = true }: { readonly pictures?: boolean } = {},
): Promise<readonly number[]> {
  const pdfjs = await loadPdfjs()
  const task = pdfjs.getDocument({
    data: pictures ? new Uint8Array(bytes) : withoutPictures(bytes),
    verbosity: 0,
    useSystemFonts: false,
  })
  try {
    const document = await task.promise
    const found: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const drawn = await page.getOperatorList()
      const picture = (id: string): unknown => {
        const store = id.startsWith('g_') ? page.commonObjs : page.objs
        const found: unknown = store.has(id) ? store.get(id) : undefined
        return pictures ? found : (found ?? unseen)
      }
      if (hasColour(drawn, pdfjs.OPS, picture)) found.push(number)
      page.cleanup()
      if (number % manyPages === 0) releaseMemory()
    }
    return found
  } finally {
    await task.destroy()
  }
}

function hasColour(
  { fnArray, argsArray }: Drawn,
  operators: Readonly<Record<string, number>>,
  picture: (id: string) => unknown,
): boolean {
  const fills = new Set([operators['setFillRGBColor'], operators['setStrokeRGBColor']])
  const shadings = new Set([operators['shadingFill']])
  const images = new Set([operators['paintImageXObject'], operators['paintInlineImageXObject']])
  return fnArray.some((operator, index) => {
    const values = listOf(argsArray[index])
    if (fills.has(operator)) return isColoured(values)
    if (shadings.has(operator)) return true
    if (!images.has(operator)) return false
    const [first] = values
    return isColourPicture(typeof first === 'string' ? picture(first) : first)
  })
}

/** Stands for a picture that is not looked at. */
const unseen = { data: new Uint8Array(), kind: 1 }

/** Newer versions of pdf.js give `#rrggbb`, older ones three numbers. */
function isColoured(values: readonly unknown[]): boolean {
  const [first] = values
  const parts =
    typeof first === 'string'
      ? [1, 3, 5].map((at) => Number.parseInt(first.slice(at, at + 2), 16))
      : values.slice(0, 3).map(Number)
  return isColour(parts[0] ?? 0, parts[1] ?? 0, parts[2] ?? 0)
}

/** A scan of black and white is never quite grey. */
const tolerance = 24

function isColour(red: number, green: number, blue: number): boolean {
  return Math.max(red, green, blue) - Math.min(red, green, blue) > tolerance
}

/** So many of a picture's looked-at pixels must be coloured: a speck is none. */
const least = 0.002

/** Looks at every so many pixels; a picture that cannot be looked at is taken for coloured. */
function isColourPicture(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (
    !('data' in value) ||
    !(value.data instanceof Uint8Array || value.data instanceof Uint8ClampedArray)
  )
    return true
  const { data } = value
  const kind = 'kind' in value ? value.kind : undefined
  if (kind === 1) return false // black and white
  const size = kind === 2 ? 3 : 4
  const count = Math.floor(data.length / size)
  const step = Math.max(1, Math.floor(count / 40_000))
  let [seen, coloured] = [0, 0]
  for (let pixel = 0; pixel < count; pixel += step) {
    const at = pixel * size
    seen++
    if (isColour(data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0)) coloured++
  }
  return coloured > seen * least
}

function listOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  return value instanceof Uint8ClampedArray || value instanceof Uint8Array ? [...value] : []
}
