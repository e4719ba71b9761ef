import type { Place } from '@ziping/diagnostics'
import type { ChartData } from '../chart-data.ts'
import type { Layout } from '../layout/layout.ts'
import type { BookImage, BookInline } from './inline.ts'

/** What every block of a book may carry. Lengths are points. */
interface Laid {
  /** Unique in the book; links, references and the page map use it. */
  readonly anchor?: string
  /** Space above, decided here so that all renderers break pages alike; 0 at the top of a page. */
  readonly before: number
  /** Where the writer wrote it: preview and findings lead back there. */
  readonly place?: Place
}

export interface BookHeading extends Laid {
  readonly kind: 'heading'
  /** 1 to 6; 0 titles a whole document within a volume (自评报告, 典型案例). The outline follows. */
  readonly level: number
  readonly anchor: string
  readonly content: readonly BookInline[]
}

export type ParagraphStyle =
  | 'body'
  /** Body without the two-character indent: after a table, in a list. */
  | 'flush'
  | 'part-title'
  | 'cover-title'
  | 'cover-subtitle'
  | 'cover-line'
  | 'cover-foot'
  | 'form-heading'
  | 'note'
  | 'source'
  | 'code'

export interface BookParagraph extends Laid {
  readonly kind: 'paragraph'
  readonly style: ParagraphStyle
  readonly content: readonly BookInline[]
}

export interface BookListItem {
  /** `1.`, `（1）`, `•`, `☑`: what stands before the item. */
  readonly marker: string
  readonly blocks: readonly BookBlock[]
  readonly checked?: boolean
}

export interface BookList extends Laid {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  /** 0 for a list that stands in no other. */
  readonly depth: number
  readonly items: readonly BookListItem[]
}

export interface BookQuote extends Laid {
  readonly kind: 'quote'
  readonly blocks: readonly BookBlock[]
}

export interface BookCaption {
  /** `表3-1`; its word is 表 or 图. */
  readonly number: string
  readonly content: readonly BookInline[]
}

export type CellContent =
  | { readonly kind: 'paragraph'; readonly content: readonly BookInline[] }
  | { readonly kind: 'image'; readonly image: BookImage }
  /** Room for a signature, seal or date, with its label. */
  | { readonly kind: 'sign'; readonly label: string }

export interface BookCell {
  readonly content: readonly CellContent[]
  readonly colspan: number
  readonly rowspan: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
  readonly head: boolean
  /** Written from top to bottom. */
  readonly vertical: boolean
  readonly minHeight?: number
  /** Where what stands in it, or beside it, is written; of a form's cells only. */
  readonly place?: Place
  /** Unique in the book. */
  readonly anchor?: string
}

export interface BookTable extends Laid {
  readonly kind: 'table'
  readonly caption?: BookCaption
  /** Widths of all columns, summing up to at most the text width less one border. */
  readonly columns: readonly number[]
  /** How many rows are repeated on each page the table runs to. */
  readonly headRows: number
  readonly rows: readonly (readonly BookCell[])[]
  /** Rows that may run over a page's end; all others stay whole. */
  readonly splitRows?: readonly number[]
  /** Short enough to stand on one page. */
  readonly keep: boolean
  readonly purpose: 'data' | 'form' | 'index'
}

export type Drawing =
  | { readonly kind: 'image'; readonly image: BookImage }
  | {
      readonly kind: 'chart'
      readonly chart: ChartData
      readonly width: number
      readonly height: number
      readonly alt: string
    }
  | {
      readonly kind: 'diagram'
      readonly source: string
      /** The most it may take; it is drawn as large as its text stays readable. */
      readonly width: number
      readonly height: number
      readonly alt: string
    }

export interface BookFigure extends Laid {
  readonly kind: 'figure'
  readonly caption?: BookCaption
  /** Side by side, each with a caption of its own where there are several. */
  readonly drawings: readonly { readonly drawing: Drawing; readonly caption?: string }[]
  /** The height all drawings stand in. */
  readonly height: number
  readonly source?: string
}

export interface BookFormula extends Laid {
  readonly kind: 'formula'
  readonly tex: string
}

export interface BookBox extends Laid {
  readonly kind: 'box'
  readonly variant: 'highlight' | 'case'
  readonly title: readonly BookInline[]
  readonly blocks: readonly BookBlock[]
}

export interface BookContents extends Laid {
  readonly kind: 'contents'
  readonly of: 'headings' | 'tables' | 'figures'
  readonly entries: readonly {
    readonly level: number
    readonly text: string
    readonly anchor: string
  }[]
}

/** Places to sign, seal and date below one another. */
export interface BookSignatures extends Laid {
  readonly kind: 'signatures'
  readonly places: readonly {
    readonly label: string
    readonly sign: 'signature' | 'seal' | 'date'
  }[]
}

export interface BookLine {
  readonly label: string
  readonly value: readonly BookInline[]
  readonly place?: Place
  /** Unique in the book. */
  readonly anchor?: string
}

/** `标签：值` with the value on a line, as covers have them. */
export interface BookLines extends Laid {
  readonly kind: 'lines'
  readonly lines: readonly BookLine[]
}

/** Footnotes of a chapter. */
export interface BookNotes extends Laid {
  readonly kind: 'notes'
  readonly notes: readonly {
    readonly number: number
    readonly anchor: string
    readonly blocks: readonly BookBlock[]
  }[]
}

/** A piece of evidence in its place: half a page or a whole one. */
export interface BookExhibit extends Laid {
  readonly kind: 'exhibit'
  readonly anchor: string
  /** `证实性材料4　质量管理体系认证证书（1/2）` */
  readonly title: string
  readonly height: number
  readonly shows:
    | { readonly kind: 'image'; readonly image: BookImage }
    | { readonly kind: 'pdf-page'; readonly file: string; readonly page: number }
    | { readonly kind: 'statement'; readonly text: string }
}

export type BookBlock =
  | BookHeading
  | BookParagraph
  | BookList
  | BookQuote
  | BookTable
  | BookFigure
  | BookFormula
  | BookBox
  | BookContents
  | BookSignatures
  | BookLines
  | BookNotes
  | BookExhibit
  | (Laid & { readonly kind: 'rule' })
  | (Laid & { readonly kind: 'page-break' })
  | (Laid & { readonly kind: 'space'; readonly height: number })

/** Pages of one format, one after another. */
export interface PageRun {
  /** The document it belongs to: `form`, `report`, `contents` … */
  readonly document: string
  readonly role: 'cover' | 'front' | 'form' | 'body' | 'evidence'
  readonly orientation: 'portrait' | 'landscape'
  readonly start: 'new-page' | 'right-hand'
  readonly folio: 'none' | 'roman' | 'arabic'
  /** The number of its first page; without it counting goes on. */
  readonly restart?: number
  readonly runningHead?: string
  readonly blocks: readonly BookBlock[]
}

/** All documents of a volume, or one of them, ready for any renderer. */
export interface Book {
  /** `book`, or the document it prints. */
  readonly id: string
  readonly title: string
  readonly subject: string
  readonly author: string
  readonly keywords: readonly string[]
  readonly lang: 'zh-CN' | 'en'
  readonly layout: Layout
  readonly runs: readonly PageRun[]
  /** What must be said on the title page, e.g. that a notice is a draft. */
  readonly banner?: string
}

/** Which page every anchor is on, as printed: `iii`, `12`. */
export type PageMap = ReadonlyMap<string, string>
