import path from 'node:path'
import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import { type FaceCharacters, folioRanges, pageMapOf, renderHtml } from '@ziping/html'
import {
  type Browser,
  type FaceName,
  type Fonts,
  type PageLabelRange,
  type PageMap as PhysicalPages,
  type PrintedPdf,
  type PrintMemory,
  type PrintStage,
  printPdf,
} from '@ziping/pdf'
import { allBookBlocks, type Book, type PageMap } from '@ziping/resolve'
import { pictureBroken } from './build-findings.ts'
import type { Drawings } from './draw-all.ts'
import { dataUri, readPicture } from './workspace-pictures.ts'

export interface PrintBook {
  readonly root: string
  readonly browser: Browser
  readonly fonts: Fonts
  readonly drawings: Drawings
  readonly date: Date
  readonly draft?: { readonly label: string; readonly date: string }
  readonly last?: PrintMemory
  /** Page numbers taken as they are: a part of a book does not know those of the others. */
  readonly numbers?: PageMap
  /** Structure and bookmarks; yes unless said. What is only looked at does without and is faster. */
  readonly structured?: boolean
  readonly onProgress?: (stage: PrintStage, pages: number | undefined) => void
  readonly meanwhile?: () => void
}

export interface PrintedBook {
  readonly pdf: PrintedPdf
  /** The printed number of the page that bears each anchor. */
  readonly pageMap: PageMap
  readonly findings: readonly Finding[]
}

/** A book as PDF, and on which page everything landed. */
export async function printBook(book: Book, options: PrintBook): Promise<PrintedBook> {
  const { root, browser, fonts, drawings, draft, last, numbers, onProgress, meanwhile } = options
  const shown = new Map<string, string>()
  const { html, characters, findings } = await renderHtml(book, {
    pageMap: numbers ?? new Map(),
    drawing: (drawing) => drawings.get(drawing)?.svg,
    image: (file) => {
      const picture = readPicture(root, path.normalize(file))
      if (picture === undefined) return undefined
      const uri = dataUri(picture)
      shown.set(uri, file)
      return uri
    },
    ...(draft === undefined ? {} : { draft }),
  })
  const labels = (pages: PhysicalPages): readonly PageLabelRange[] => folioRanges(book, pages)
  const settled = numbers === undefined ? html : html.replaceAll(/ data-page-of="[^"]*"/g, '')
  const structured = (options.structured ?? true) && draft === undefined
  const pdf = await printPdf(settled, {
    browser,
    fonts,
    texts: faceTexts(characters),
    date: options.date,
    pageLabels: labels,
    metadata: {
      title: book.title,
      author: book.author,
      subject: book.subject,
      keywords: book.keywords,
      language: book.lang,
    },
    tagged: structured,
    outline: options.structured ?? true,
    ...(last === undefined ? {} : { last }),
    ...(onProgress === undefined ? {} : { onProgress }),
    ...(meanwhile === undefined ? {} : { meanwhile }),
  })
  const broken = [...new Set(pdf.brokenImages)].flatMap((uri) => shown.get(uri) ?? [])
  return {
    pdf,
    pageMap: pageMapOf(book, pdf.pageMap),
    findings: [...findings, ...broken.map((file) => pictureBroken(placeOf(file, book), { file }))],
  }
}

/** What each face draws in any weight. */
function faceTexts(characters: readonly FaceCharacters[]): ReadonlyMap<FaceName, string> {
  const texts = new Map<FaceName, string>()
  for (const { face, characters: own } of characters) {
    const name = face === 'fang' ? 'fangsong' : face
    texts.set(name, (texts.get(name) ?? '') + own)
  }
  return texts
}

/** Where a picture is shown first. */
function placeOf(file: string, { runs }: Book): Place {
  for (const { blocks } of runs)
    for (const block of allBookBlocks(blocks))
      if (block.place !== undefined && JSON.stringify(block).includes(JSON.stringify(file)))
        return block.place
  return placeOfFile(file)
}
