/** Something seen in a file, and where. */
export interface Sighting<Value> {
  readonly value: Value
  /** In a PDF. */
  readonly page?: number
  /** In a Word file: words to search for, or the number of a section. */
  readonly where?: Place
}

export type Place = { readonly text: string } | { readonly section: number }

/** In millimetres. */
export interface Sheet {
  readonly width: number
  readonly height: number
}

/** In millimetres; what is left and right is as on a right-hand page. */
export interface Margins {
  readonly top: number
  readonly bottom: number
  readonly inside: number
  readonly outside: number
}

export type NumberPlace = 'outer' | 'inner' | 'center' | 'header'

export interface PageNumber {
  readonly place: NumberPlace
  /** In points. */
  readonly size: number | undefined
}

/** Why pages are not numbered through. */
export type NumberBreak =
  | { readonly kind: 'missing' }
  | { readonly kind: 'jump'; readonly found: string; readonly expected: number }
  /** A section of a Word file that counts anew: what comes before it, only Word knows. */
  | { readonly kind: 'restart'; readonly found: string }
  | { readonly kind: 'not-arabic'; readonly found: string }
  | { readonly kind: 'not-first'; readonly found: string }

export interface Look {
  readonly font: string | undefined
  /** In points. */
  readonly size: number | undefined
}

export interface HeadingLook extends Look {
  readonly level: number
}

/** Points from line to line; a Word file may say how many lines' height instead. */
export type LineSpacing = { readonly points: number } | { readonly lines: number }

export interface Picture {
  /** Pixels per inch as printed, the coarser way. */
  readonly dpi: number
  readonly name: string | undefined
}

/** How long the text is: a printed page does not tell a chart's words from the text's, so a PDF has bounds. */
export interface TextLength {
  readonly least: number
  readonly most: number
}

/** What a finished file shows, whatever kind it is of. */
export interface FinishedFile {
  readonly kind: 'pdf' | 'docx'
  readonly sheets: readonly Sighting<Sheet>[]
  readonly margins: readonly Sighting<Margins>[]
  /** Places where the room at the bound edge lies on the other side than elsewhere. */
  readonly unmirrored: readonly Sighting<Margins>[]
  readonly isMirrored: boolean
  /** At which edge a Word file keeps extra room. */
  readonly gutter: readonly Sighting<'side' | 'wrong-side' | 'top'>[]
  readonly numbers: readonly Sighting<PageNumber>[]
  readonly breaks: readonly Sighting<NumberBreak>[]
  /** The first number and the last; undefined where nothing is numbered or nobody can know. */
  readonly numbered: string | undefined
  readonly body: readonly Sighting<Look>[]
  readonly spacing: readonly Sighting<LineSpacing>[]
  readonly headings: readonly Sighting<HeadingLook>[]
  readonly pages: number | undefined
  /** 字 and 字符数（不计空格）. */
  readonly length: (counts: Counting) => {
    readonly characters: TextLength
    readonly withoutSpaces: TextLength
  }
  readonly unresolved: readonly Sighting<Unresolved>[]
  readonly glyphs: readonly Sighting<Glyph>[]
  readonly pictures: readonly Sighting<Picture>[]
}

/** What counts as text. */
export interface Counting {
  readonly tables: boolean
  readonly headings: boolean
}

export type Unresolved =
  | { readonly kind: 'error-text' | 'mark'; readonly text: string }
  | { readonly kind: 'no-target' | 'no-result' | 'stale'; readonly text: string }
  | { readonly kind: 'update-on-open' }

export type Glyph =
  | { readonly kind: 'missing'; readonly text: string }
  | { readonly kind: 'not-embedded'; readonly text: string }
