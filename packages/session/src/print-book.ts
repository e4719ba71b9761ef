import path from 'node:path'
import type { Finding } from '@ziping/diagnostics'
import { folioRanges, pageMapOf, renderHtml } from '@ziping/html'
import {
  type Browser,
  type Fonts,
  type PageLabelRange,
  type PageMap as PhysicalPages,
  type PrintedPdf,
  type PrintMemory,
  type PrintStage,
  printPdf,
} from '@ziping/pdf'
import type { Book, PageMap } from '@ziping/resolve'
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
  readonly onProgress?: (stage: PrintStage, pages: number | undefined) => void
}

export interface PrintedBook {
  readonly pdf: PrintedPdf
  /** The printed number of the page that bears each anchor. */
  readonly pageMap: PageMap
  readonly findings: readonly Finding[]
}

/** A book as PDF, and on which page everything landed. */
export async function printBook(book: Book, options: PrintBook): Promise<PrintedBook> {
  const { root, browser, fonts, drawings, draft, last, onProgress } = options
  const { html, findings } = await renderHtml(book, {
    pageMap: new Map(),
    drawing: (drawing) => drawings.get(drawing)?.svg,
    fonts: {
      families: {
        song: 'ZP Song',
        hei: 'ZP Hei',
        fang: 'ZP FangSong',
        kai: 'ZP Kai',
        latin: 'ZP Latin',
      },
    },
    image: (file) => {
      const picture = readPicture(root, path.normalize(file))
      return picture === undefined ? undefined : dataUri(picture)
    },
    ...(draft === undefined ? {} : { draft }),
  })
  const labels = (pages: PhysicalPages): readonly PageLabelRange[] => folioRanges(book, pages)
  const pdf = await printPdf(html, {
    browser,
    fonts,
    date: options.date,
    pageLabels: labels,
    metadata: {
      title: book.title,
      author: book.author,
      subject: book.subject,
      keywords: book.keywords,
      language: book.lang,
    },
    ...(draft === undefined ? {} : { tagged: false }),
    ...(last === undefined ? {} : { last }),
    ...(onProgress === undefined ? {} : { onProgress }),
  })
  return { pdf, pageMap: pageMapOf(book, pdf.pageMap), findings }
}
