import type { PDFDocument, PDFObject, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { flattenAnnotations } from './flatten-annotations.ts'
import { openForeign } from './foreign-pdf.ts'
import type { ForeignPdf, PlacedPage } from './placement.ts'

/** A page as an object that can be drawn; upright sizes before it is turned. */
export interface EmbeddedScan {
  readonly number: number
  readonly width: number
  readonly height: number
  /** By how much its reader would turn it, clockwise. */
  readonly angle: number
}

export interface EmbeddedScans {
  readonly forms: ReadonlyMap<PlacedPage, EmbeddedScan>
  /** Numbers and bytes, made one after another: all of a file's at once would be the file once more. */
  readonly objects: Iterable<readonly [number: number, bytes: Uint8Array]>
}

/**
 * Turns pages of one file after another into objects numbered from `firstNumber`, so that they can be put behind a book
 * that pdf-lib never sees: reading and writing a tagged book takes it seconds, and adding to one in its incremental mode
 * minutes. What was taken out is forgotten.
 */
export class ScanCarrier {
  readonly #carrier: PDFDocument
  /** What was there from the start, and what has been taken out. */
  readonly #known: Set<PDFRef>
  readonly #rawStream: typeof PDFRawStream

  static async open(firstNumber: number): Promise<ScanCarrier> {
    const library = await import('@cantoo/pdf-lib')
    const carrier = await library.PDFDocument.create({ updateMetadata: false })
    return new ScanCarrier(carrier, library.PDFRawStream, firstNumber)
  }

  private constructor(carrier: PDFDocument, rawStream: typeof PDFRawStream, firstNumber: number) {
    const { context } = carrier
    this.#carrier = carrier
    this.#rawStream = rawStream
    this.#known = new Set(context.enumerateIndirectObjects().map(([reference]) => reference))
    context.largestObjectNumber = Math.max(firstNumber - 1, context.largestObjectNumber)
  }

  /** The first number that is still free. */
  get nextNumber(): number {
    return this.#carrier.context.largestObjectNumber + 1
  }

  async embed(source: ForeignPdf, placements: readonly PlacedPage[]): Promise<EmbeddedScans> {
    const forms = await embedPages(this.#carrier, source, placements)
    return { forms, objects: this.#takeOut() }
  }

  *#takeOut(): EmbeddedScans['objects'] {
    const { context } = this.#carrier
    for (const [reference, object] of context.enumerateIndirectObjects()) {
      if (this.#known.has(reference)) continue
      this.#known.add(reference)
      // However short it is, its bytes are a view of the whole file. What pdf-lib made itself it may come back to.
      if (object instanceof this.#rawStream) context.delete(reference)
      yield [reference.objectNumber, bytesOf(object)]
    }
  }
}

/** All pages of one file together, so that fonts and pictures they share are taken once. */
async function embedPages(
  carrier: PDFDocument,
  source: ForeignPdf,
  placements: readonly PlacedPage[],
): Promise<ReadonlyMap<PlacedPage, EmbeddedScan>> {
  const bytes = typeof source.bytes === 'function' ? source.bytes() : source.bytes
  const document = await openForeign(bytes, source.file)
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
  const forms = new Map<PlacedPage, EmbeddedScan>()
  for (const [index, placement] of placements.entries()) {
    const [form, page, box] = [embedded[index], pages[index], boxes[index]]
    if (form === undefined || page === undefined || box === undefined) continue
    await form.embed()
    const angle = ((page.getRotation().angle % 360) + 360) % 360
    const { width, height } = box
    forms.set(placement, { number: form.ref.objectNumber, width, height, angle })
  }
  return forms
}

function bytesOf(object: PDFObject): Uint8Array {
  const bytes = new Uint8Array(object.sizeInBytes())
  object.copyBytesInto(bytes, 0)
  return bytes
}
