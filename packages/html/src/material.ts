import type { Drawing, Face, PageMap } from '@ziping/resolve'

/** Chinese faces, and the one that draws Western letters and figures in all of them. */
export type FaceName = Face | 'latin'

/** What one weight of a face must be able to draw. */
export interface FaceCharacters {
  readonly face: FaceName
  readonly bold: boolean
  /** Each once, ascending. */
  readonly characters: string
}

/** The families that whoever prints brings fonts for. */
export const printFamilies: Readonly<Record<FaceName, string>> = {
  song: 'ZP Song',
  hei: 'ZP Hei',
  fang: 'ZP FangSong',
  kai: 'ZP Kai',
  latin: 'ZP Latin',
}

export interface PageFonts {
  /** How the font-face rules call each face. */
  readonly families: Readonly<Record<FaceName, string>>
  /**
   * The font-face rules. Subsets can only be made when all pages are written, so a function is asked then; leave them out
   * where whoever prints brings the fonts.
   */
  readonly css?: string | ((needed: readonly FaceCharacters[]) => string | Promise<string>)
}

export interface Draft {
  /** 第2稿 */
  readonly label: string
  readonly date: string
}

/** Whether a picture of evidence comes into the book when it is bound, as pages of a PDF do. */
export type IsBound = (file: string) => boolean

/** What a book needs besides itself to become pages. */
export interface HtmlMaterial {
  /** Numbers from the last print; empty before the first. */
  readonly pageMap: PageMap
  /** A chart or diagram as SVG in the families above. */
  readonly drawing: (drawing: Drawing) => string | undefined
  /** A picture of the workspace as data URI. */
  readonly image: (file: string) => string | undefined
  /** Pictures of evidence that are drawn in when the book is bound; their places stay empty until then. */
  readonly isBound?: IsBound
  /** Those of printing, unless said. */
  readonly fonts?: PageFonts
  /** Prints 草稿 across each page, lines numbered, room in the margin. */
  readonly draft?: Draft
  /**
   * `equal` breaks lines as Word does; `fine` closes up punctuation and opens a gap between Chinese and Western text, for
   * books that are only printed.
   */
  readonly spacing?: 'equal' | 'fine'
  /** Repeats the caption as 续表 where a table runs on. Word cannot, so its pages may then differ by a line. */
  readonly continued?: boolean
  /** Where the writer wrote it, on each block: for the preview. */
  readonly places?: boolean
}
