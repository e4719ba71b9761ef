import type { Finding } from '@ziping/diagnostics'
import type { Book } from '@ziping/resolve'
import { documentOf, packDocument } from './build-document.ts'
import { estimatePages } from './estimate/estimate-pages.ts'
import type { DocxMaterial } from './material.ts'
import { startWriting } from './writing.ts'

export interface RenderedDocx {
  readonly file: Uint8Array
  /** Where the page numbers in contents and references come from. */
  readonly pageNumbers: 'page map' | 'estimated'
  readonly findings: readonly Finding[]
}

/** A book as a Word file: it opens complete, with every number in place, and asks nothing. */
export async function renderDocx(book: Book, material: DocxMaterial): Promise<RenderedDocx> {
  const pages = material.pageMap ?? estimatePages(book)
  const findings: Finding[] = []
  const writing = startWriting(book, material, pages, (finding) => findings.push(finding))
  const file = await packDocument(documentOf(writing), writing)
  const pageNumbers = material.pageMap === undefined ? 'estimated' : 'page map'
  return { file, pageNumbers, findings }
}
