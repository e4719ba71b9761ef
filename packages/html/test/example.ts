import type { Drawing } from '@ziping/resolve'
import type { HtmlMaterial } from '../src/index.ts'

/** As small as a picture can be. */
const pixel =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg=='

/** A drawing with an id, as charts and diagrams have them. */
export function drawn(drawing: Drawing): string {
  const { width, height } = drawing.kind === 'image' ? drawing.image : drawing
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><clipPath id="c"><rect width="${width}" height="${height}"/></clipPath><g clip-path="url(#c)"><text x="20" y="40" font-family="ZP Hei">图中文字</text></g></svg>`
}

/** Everything there, no page printed yet. */
export const material: HtmlMaterial = {
  pageMap: new Map(),
  drawing: drawn,
  image: () => pixel,
}
