import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib'

const hiddenFlags = 0x02 | 0x20

/**
 * Draws what lies on a page as annotations, electronic seals above all, into the page itself: only that is carried
 * along when a page is embedded.
 */
export async function flattenAnnotations(page: PDFPage): Promise<void> {
  const { PDFDict, PDFName } = await import('@cantoo/pdf-lib')
  const annotations = page.node.Annots()
  if (annotations === undefined) return
  for (let index = 0; index < annotations.size(); index++) {
    const annotation = annotations.lookup(index)
    if (annotation instanceof PDFDict) await draw(page, annotation)
  }
  page.node.delete(PDFName.of('Annots'))
}

async function draw(page: PDFPage, annotation: PDFDict): Promise<void> {
  const { PDFArray, PDFName, PDFNumber, PDFStream } = await import('@cantoo/pdf-lib')
  const flags = annotation.lookup(PDFName.of('F'))
  if (flags instanceof PDFNumber && (flags.asNumber() & hiddenFlags) !== 0) return
  if (annotation.lookup(PDFName.of('Subtype')) === PDFName.of('Popup')) return
  const reference = await appearanceOf(annotation)
  const form = page.doc.context.lookup(reference)
  if (reference === undefined || !(form instanceof PDFStream)) return
  const rect = annotation.lookup(PDFName.of('Rect'))
  const box = form.dict.lookup(PDFName.of('BBox'))
  if (!(rect instanceof PDFArray) || !(box instanceof PDFArray)) return
  const matrix = form.dict.lookup(PDFName.of('Matrix'))
  const numbers = fit(
    listOf(rect.asArray()),
    listOf(box.asArray()),
    matrix instanceof PDFArray ? listOf(matrix.asArray()) : [1, 0, 0, 1, 0, 0],
  )
  if (numbers === undefined) return
  const name = page.node.newXObject('Seal', reference)
  const stream = page.doc.context.stream(`q ${numbers.join(' ')} cm ${name} Do Q\n`)
  page.node.wrapContentStreams(
    page.doc.context.register(page.doc.context.stream('q\n')),
    page.doc.context.register(page.doc.context.stream('\nQ\n')),
  )
  page.node.addContentStream(page.doc.context.register(stream))
}

/** The normal appearance; where it has states, the one that is on. */
async function appearanceOf(annotation: PDFDict): Promise<PDFRef | undefined> {
  const { PDFDict, PDFName, PDFRef } = await import('@cantoo/pdf-lib')
  const appearances = annotation.lookup(PDFName.of('AP'))
  if (!(appearances instanceof PDFDict)) return undefined
  const normal = appearances.get(PDFName.of('N'))
  const states = appearances.lookup(PDFName.of('N'))
  if (!(states instanceof PDFDict)) return normal instanceof PDFRef ? normal : undefined
  const state = annotation.lookup(PDFName.of('AS'))
  const chosen = state instanceof PDFName ? states.get(state) : undefined
  return chosen instanceof PDFRef ? chosen : undefined
}

/** Scales and moves the appearance's box, as its own matrix leaves it, onto the annotation's rectangle. */
function fit(
  rect: readonly number[],
  box: readonly number[],
  matrix: readonly number[],
): readonly number[] | undefined {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix
  const [left = 0, bottom = 0, right = 0, top = 0] = box
  const corners = [
    [left, bottom],
    [right, bottom],
    [left, top],
    [right, top],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const)
  const xs = corners.map(([x]) => x)
  const ys = corners.map(([, y]) => y)
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect
  const [width, height] = [Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)]
  if (width === 0 || height === 0) return undefined
  const [sx, sy] = [Math.abs(x1 - x0) / width, Math.abs(y1 - y0) / height]
  const numbers = [
    sx,
    0,
    0,
    sy,
    Math.min(x0, x1) - Math.min(...xs) * sx,
    Math.min(y0, y1) - Math.min(...ys) * sy,
  ]
  return numbers.map((number) => Number(number.toFixed(5)))
}

function listOf(values: readonly unknown[]): readonly number[] {
  return values.map((value) => Number(String(value)))
}
