import { type Finding, placeOfFile } from '@ziping/diagnostics'
import { renderDocx } from '@ziping/docx'
import type { Book, PageMap } from '@ziping/resolve'
import { picturesOf, scannedFilesOf, sizeOf } from './bound-pictures.ts'
import type { BuildRequest } from './build-documents.ts'
import { wordWithoutScans } from './build-findings.ts'
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
  const size = evidenceSize(book, root)
  const isHeavy = size > mostBytes
  const pages = isHeavy ? new Map() : await drawEvidence(book, request)
  const { file, pageNumbers, findings } = await renderDocx(book, {
    pageMap,
    exhibits: isHeavy ? 'titles' : 'whole',
    pages: (name, page) => pages.get(name)?.get(page),
    images: (name) => readPicture(root, name),
    drawings: (drawing) => drawings.get(drawing),
    date: request.date,
    ...(request.draft === undefined ? {} : { draft: request.draft }),
  })
  const place = placeOfFile(request.subject.workspace.config.paths.evidence)
  const told = { title: book.title, size: Math.ceil(size / 1024 / 1024) }
  return {
    bytes: file,
    pageNumbers,
    findings: isHeavy ? [...findings, wordWithoutScans(place, told)] : findings,
  }
}

/** Word opens nothing above 512 MB, nobody works with a tenth of that, and all of it is held here while it is made. */
const mostBytes = 100 * 1024 * 1024

function evidenceSize(book: Book, root: string): number {
  const files = new Set([...scannedFilesOf(book), ...picturesOf(book).map(({ file }) => file)])
  return [...files].reduce((sum, file) => sum + sizeOf(root, file), 0)
}
