import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { NewObject } from '../skia/append-objects.ts'
import type { ForeignPdf, Placement } from './bind-pdf.ts'
import { flattenAnnotations } from './flatten-annotations.ts'
import { openForeign } from './foreign-pdf.ts'

/** A page as an object that can be drawn; upright sizes before it is turned. */
export interface EmbeddedScan {
  readonly number: number
  readonly width: number
  readonly height: number
  /** By how much its reader would turn it, clockwise. */
  readonly angle: number
}

export interface EmbeddedScans {
  /** For each placement, in order. */
  readonly forms: readonly EmbeddedScan[]
  readonly objects: readonly NewObject[]
  /** The first number that is still free. */
  readonly nextNumber: number
}

/**
 * The pages as objects numbered from `firstNumber`, so that they can be put behind a file that pdf-lib never sees:
 * reading and writing a tagged book takes it seconds, and adding to one in its incremental mode minutes.
 */
export async function embedScans(
  placements: readonly Placement[],
  firstNumber: number,
): Promise<EmbeddedScans> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const carrier = await PDFDocument.create({ updateMetadata: false })
  const own = new Set(carrier.context.enumerateIndirectObjects().map(([reference]) => reference))
  carrier.context.largestObjectNumber = Math.max(
    firstNumber - 1,
    carrier.context.largestObjectNumber,
  )
  const forms = new Map<Placement, EmbeddedScan>()
  for (const source of new Set(placements.map((placement) => placement.source)))
    await embedSource(carrier, source, placements, forms)
  const added = carrier.context
    .enumerateIndirectObjects()
    .filter(([reference]) => !own.has(reference))
  return {
    forms: placements.flatMap((placement) => forms.get(placement) ?? []),
    objects: added.map(([reference, object]) => [reference.objectNumber, textOf(object)] as const),
    nextNumber: carrier.context.largestObjectNumber + 1,
  }
}

/** All pages of one file together, so that fonts and pictures they share are taken once. */
async function embedSource(
  carrier: PDFDocument,
  source: ForeignPdf,
  all: readonly Placement[],
  forms: Map<Placement, EmbeddedScan>,
): Promise<void> {
  const document = await openForeign(source.bytes, source.file)
  const placements = all.filter((placement) => placement.source === source)
  const pages = placements.map(({ sourcePage }) => document.getPage(sourcePage - 1))
  for (const page of new Set(pages)) await flattenAnnotations(page)
  const boxes = pages.map((page) => page.getCropBox())
  const embedded = await carrier.embedPages(
    pages,
    boxes.map(({ x, y, width, height }) => ({
      left: x,
      bottom: y,
      right: x + width,
      top: y + height,
    })),
  )
  for (const [index, placement] of placements.entries()) {
    const [form, page, box] = [embedded[index], pages[index], boxes[index]]
    if (form === undefined || page === undefined || box === undefined) continue
    await form.embed()
    const angle = ((page.getRotation().angle % 360) + 360) % 360
    forms.set(placement, {
      number: form.ref.objectNumber,
      width: box.width,
      height: box.height,
      angle,
    })
  }
}

/** A character for a byte. */
function textOf(object: PDFObject): string {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return Buffer.from(bytes.buffer).toString('latin1')
}
