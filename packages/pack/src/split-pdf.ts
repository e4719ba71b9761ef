import type { PDFDocument } from '@cantoo/pdf-lib'
import type { OutlineEntry } from '@ziping/pdf'

/** A part of a PDF, by its pages. */
export interface PdfPart {
  readonly bytes: Uint8Array
  /** From 1, both included. */
  readonly from: number
  readonly to: number
  /** The bookmarks that begin in it. */
  readonly titles: readonly string[]
}

/** The start of a stretch that should stay together. */
interface Stretch {
  readonly page: number
  readonly title: string
}

/**
 * Splits a PDF at its bookmarks until each part is within the limit; where one bookmark's pages are too many, between
 * pages. Undefined where a single page is larger than the limit.
 */
export async function splitPdf(
  bytes: Uint8Array,
  outline: readonly OutlineEntry[],
  limit: number,
): Promise<readonly PdfPart[] | undefined> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const whole = await PDFDocument.load(bytes, { updateMetadata: false })
  const count = whole.getPageCount()
  const stretches = stretchesOf(outline)
  const split = async (from: number, to: number): Promise<readonly PdfPart[] | undefined> => {
    const part = await partOf(whole, from, to)
    const titles = stretches
      .filter(({ page }) => page >= from && page <= to)
      .map(({ title }) => title)
    if (part.length <= limit) return [{ bytes: part, from, to, titles }]
    if (from === to) return undefined
    const middle = boundary(stretches, from, to)
    const first = await split(from, middle - 1)
    const second = first === undefined ? undefined : await split(middle, to)
    return first === undefined || second === undefined ? undefined : [...first, ...second]
  }
  return split(1, count)
}

function stretchesOf(outline: readonly OutlineEntry[]): readonly Stretch[] {
  const seen = new Set<number>()
  return outline.flatMap(({ page, title }) => {
    if (seen.has(page)) return []
    seen.add(page)
    return [{ page, title }]
  })
}

/** The page to begin the second half with: the bookmark nearest to the middle, else the middle itself. */
function boundary(stretches: readonly Stretch[], from: number, to: number): number {
  const middle = Math.ceil((from + to + 1) / 2)
  const inside = stretches.map(({ page }) => page).filter((page) => page > from && page <= to)
  return (
    inside.reduce<number | undefined>(
      (best, page) =>
        best === undefined || Math.abs(page - middle) < Math.abs(best - middle) ? page : best,
      undefined,
    ) ?? middle
  )
}

async function partOf(whole: PDFDocument, from: number, to: number): Promise<Uint8Array> {
  const { PDFDocument, PDFName } = await import('@cantoo/pdf-lib')
  const part = await PDFDocument.create({ updateMetadata: false })
  const wanted = Array.from({ length: to - from + 1 }, (_, index) => from - 1 + index)
  for (const index of wanted) {
    // A link to another page would bring that page along.
    whole.getPage(index).node.delete(PDFName.of('Annots'))
    whole.getPage(index).node.delete(PDFName.of('StructParents'))
  }
  for (const page of await part.copyPages(whole, wanted)) part.addPage(page)
  return part.save()
}
