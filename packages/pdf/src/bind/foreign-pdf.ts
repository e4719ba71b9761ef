import type { PDFDocument } from '@cantoo/pdf-lib'
import { pdfEmpty, pdfEncrypted, pdfUnreadable } from '../read/read-failures.ts'

/** A page of somebody's PDF as a reader shows it: turned by its rotation. */
export interface ForeignPage {
  readonly width: number
  readonly height: number
  /** By how much it had to be turned: 0, 90, 180, 270. */
  readonly rotation: number
}

/** What can be said of a scan before it goes into the book; throws where it could not go. */
export async function inspectPdf(bytes: Uint8Array, file: string): Promise<readonly ForeignPage[]> {
  const document = await openForeign(bytes, file)
  return document.getPages().map((page) => {
    const { width, height } = page.getCropBox()
    const rotation = ((page.getRotation().angle % 360) + 360) % 360
    const isTurned = rotation % 180 === 90
    return { width: isTurned ? height : width, height: isTurned ? width : height, rotation }
  })
}

export async function openForeign(bytes: Uint8Array, file: string): Promise<PDFDocument> {
  const { EncryptedPDFError, PDFDocument } = await import('@cantoo/pdf-lib')
  let document: PDFDocument
  try {
    document = await PDFDocument.load(bytes, { updateMetadata: false })
    if (document.getPageCount() > 0) return document
  } catch (cause) {
    throw cause instanceof EncryptedPDFError
      ? pdfEncrypted(file, cause)
      : pdfUnreadable(file, cause)
  }
  throw pdfEmpty(file)
}
