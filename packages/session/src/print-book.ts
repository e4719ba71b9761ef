import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import { type FaceCharacters, folioRanges, type IsBound, pageMapOf, renderHtml } from '@ziping/html'
import {
  type Browser,
  type FaceName,
  type FaceText,
  type FaceTexts,
  type Fonts,
  type PageLabelRange,
  type PageMap as PhysicalPages,
  type PrintedPdf,
  type PrintMemory,
  type PrintStage,
  printPdf,
} from '@ziping/pdf'
import type { Book, PageMap } from '@ziping/resolve'
import { pictureBroken } from './build-findings.ts'
import type { Drawings } from './draw-all.ts'
import { placeOfPicture } from './place-of-picture.ts'
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
  /** Pictures of evidence whose places stay empty until the book is bound. */
  readonly isBound?: IsBound
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
    ...(options.isBound === undefined ? {} : { isBound: options.isBound }),
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
    findings: [
      ...findings,
      ...broken.map((file) => pictureBroken(placeOfPicture(file, book), { file })),
    ],
  }
}

function faceTexts(characters: readonly FaceCharacters[]): FaceTexts {
  const texts = new Map<FaceName, FaceText>()
  for (const { face, bold, characters: own } of characters) {
    const name = face === 'fang' ? 'fangsong' : face
    const known = texts.get(name) ?? { regular: '', bold: '' }
    texts.set(name, bold ? { ...known, bold: own } : { ...known, regular: own })
  }
  return texts
}
