import path from 'node:path'
import { drawPdfPages, type PagePicture, type WantedPage } from '@ziping/pdf'
import { allBookBlocks, type Book } from '@ziping/resolve'
import type { BuildRequest } from './build-documents.ts'
import { readWhole } from './read-whole.ts'

/** Pages of scanned evidence as pictures, by file and page: a Word file cannot hold a PDF. Without a browser none. */
export async function drawEvidence(
  book: Book,
  { subject, press, cacheFolder }: BuildRequest,
): Promise<ReadonlyMap<string, ReadonlyMap<number, PagePicture>>> {
  const drawn = new Map<string, Map<number, PagePicture>>()
  if (press === undefined) return drawn
  const options = cacheFolder === undefined ? {} : { cacheFolder: path.join(cacheFolder, 'pages') }
  for (const [file, boxes] of placesOf(book)) {
    // One file at a time: scans are large.
    const bytes = readWhole(subject.workspace.root, file)
    if (bytes === undefined) continue
    const wanted = [...boxes].map(([page, box]): WantedPage => ({ bytes, page, box }))
    const pictures = await drawPdfPages(wanted, press.browser, options)
    const pages = wanted.flatMap(({ page }, index) => {
      const picture = pictures[index]
      return picture === undefined ? [] : [[page, picture] as const]
    })
    drawn.set(file, new Map(pages))
  }
  return drawn
}

type Places = Map<string, Map<number, WantedPage['box']>>

/** How large each page may be. */
function placesOf({ runs, layout }: Book): Places {
  const places: Places = new Map()
  for (const { blocks } of runs)
    for (const block of allBookBlocks(blocks)) {
      if (block.kind !== 'exhibit' || block.shows.kind !== 'pdf-page') continue
      const { file, page } = block.shows
      const pages = places.get(file) ?? new Map<number, WantedPage['box']>()
      pages.set(page, { width: layout.text.width, height: block.height - layout.caption.line })
      places.set(file, pages)
    }
  return places
}
