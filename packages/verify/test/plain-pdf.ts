import { PDFDocument } from '@cantoo/pdf-lib'

/** One empty sheet of A4. */
export async function plainPdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([595.3, 841.9])
  return document.save()
}
