import { type Book, type PageMap, type PageRun, roman } from '@ziping/resolve'
import { type Looks, paragraphLooks } from '../parts/style-list.ts'
import { blockPieces } from './block-pieces.ts'
import { PageFilling } from './page-filling.ts'

/**
 * The pages of a book's places, where no PDF was printed to read them from. Every height stands in the layout, since Word
 * is given exact ones; what is reckoned here is only where lines end, with the widths of a Times-like face for Latin
 * letters.
 */
export function estimatePages(book: Book): PageMap {
  const found = new Map<string, string>()
  const looks = paragraphLooks(book.layout)
  /** Of the next sheet's side, from 0 through the whole file. */
  let sheet = 0
  let number = book.runs[0]?.restart ?? 1
  for (const run of book.runs) {
    if (run.blocks.length === 0) continue
    if (run.start === 'right-hand' && sheet % 2 === 1) {
      sheet += 1
      number += 1
    }
    number = run.restart ?? number
    const first = number
    const pages = fillRun(run, book, looks, (anchor, page) => {
      if (run.folio !== 'none' && !found.has(anchor))
        found.set(anchor, run.folio === 'roman' ? roman(first + page) : String(first + page))
    })
    sheet += pages
    number += pages
  }
  return found
}

function fillRun(
  { blocks, orientation }: PageRun,
  { layout }: Book,
  looks: Looks,
  found: (anchor: string, page: number) => void,
): number {
  const { width, height } = orientation === 'landscape' ? layout.landscape : layout.text
  const filling = new PageFilling(height, found)
  filling.fill(blockPieces(blocks, { width, within: 'page', layout, looks }))
  return filling.pages
}
