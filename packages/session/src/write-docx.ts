import type { Finding } from '@ziping/diagnostics'
import { renderDocx } from '@ziping/docx'
import type { Book, PageMap } from '@ziping/resolve'
import type { BuildRequest } from './build-documents.ts'
import type { Drawings } from './draw-all.ts'
import { drawEvidence } from './draw-evidence.ts'
import { officeFormFor } from './office-form.ts'
import { readPicture } from './workspace-pictures.ts'

/**
 * A book as Word file; numbers from the PDF where one was printed. Where the office has a form of its own, that is the
 * form's Word file, filled; no bytes where it could not be used.
 */
export async function writeDocx(
  book: Book,
  request: BuildRequest,
  drawings: Drawings,
  pageMap: PageMap | undefined,
): Promise<{
  readonly bytes?: Uint8Array
  readonly pageNumbers?: 'page map' | 'estimated'
  readonly findings: readonly Finding[]
}> {
  const form = officeFormFor(request.subject, book.id)
  if (form !== undefined) return form
  const { root } = request.subject.workspace
  const pages = await drawEvidence(book, request)
  const { file, pageNumbers, findings } = await renderDocx(book, {
    pageMap,
    pages: (name, page) => pages.get(name)?.get(page),
    images: (name) => readPicture(root, name),
    drawings: (drawing) => drawings.get(drawing),
    date: request.date,
  })
  return { bytes: file, pageNumbers, findings }
}
