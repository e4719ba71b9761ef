import type { Book, PageMap } from '@ziping/resolve'
import { type Document, Packer } from 'docx'
import { documentOf } from './build-document.ts'
import type { DocxMaterial } from './material.ts'
import { stylesPart } from './parts/styles.ts'
import { startWriting } from './writing.ts'

type Estimator = NonNullable<ConstructorParameters<typeof Document>[0]['pageNumbers']>

/**
 * The pages of a book's places, where no PDF was printed to read them from: the library lays the document out itself. It
 * knows no Chinese fonts, which does little harm, since their characters are all one em wide and every line's height is
 * fixed. Loaded only when needed: it takes longer than all the rest.
 */
export async function estimatePages(book: Book, material: DocxMaterial): Promise<PageMap> {
  const { estimatePageNumbersWith } = await import('docx/layout')
  const estimate = estimatePageNumbersWith({ guess: true })
  let estimated: ReadonlyMap<string, string> = new Map()
  const pageNumbers: Estimator = (body, context) => {
    const found = estimate(body, context)
    estimated = found.bookmarks
    return found
  }
  const writing = startWriting(book, material, new Map(), () => {}, { texts: 'none' })
  const externalStyles = stylesPart(writing.looks, writing.faces, book.lang)
  await Packer.toBuffer(documentOf(writing, { pageNumbers, externalStyles }))
  return new Map(
    writing.anchors.all.flatMap((anchor) => {
      const page = estimated.get(writing.anchors.nameOf(anchor) ?? '')
      return page === undefined ? [] : [[anchor, page] as const]
    }),
  )
}
