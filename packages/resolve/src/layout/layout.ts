/** A face of the registry; which font draws it, the renderers' font lists say. */
export type Face = 'song' | 'hei' | 'fang' | 'kai'

/** Lengths are points, and multiples of a twentieth, since Word counts in those. */
export interface TextStyle {
  readonly face: Face
  readonly bold: boolean
  readonly size: number
  /** Exact line height. No line grid: two engines never agree on one. */
  readonly line: number
  readonly align: 'left' | 'center' | 'right' | 'justify'
}

export interface TableStyle extends TextStyle {
  /** Above and below the text of a cell, so that a row of one line is a whole number of quanta. */
  readonly padding: number
  readonly side: number
  readonly border: number
}

/** How the pages of a book look. Everything a page break depends on is here. */
export interface Layout {
  readonly id: string
  readonly page: { readonly width: number; readonly height: number }
  readonly margins: {
    readonly top: number
    readonly bottom: number
    /** At the bound edge. */
    readonly inside: number
    readonly outside: number
  }
  /** Of a portrait page. */
  readonly text: { readonly width: number; readonly height: number }
  /** Of a page turned by a quarter: bound at its top edge. */
  readonly landscape: { readonly width: number; readonly height: number }
  /** Heights of blocks are multiples of it, so that no engine decides by a hundredth of a point. */
  readonly quantum: number
  readonly body: TextStyle
  /** Two characters. */
  readonly indent: number
  /** Of each level of a list; its marker hangs in it. */
  readonly listIndent: number
  /** At the left of a quotation. */
  readonly quoteIndent: number
  /** Between the frame of a box, which is as wide as the text, and what stands in it: left and right. */
  readonly boxPadding: number
  /** Levels 1 to 6. */
  readonly headings: readonly TextStyle[]
  readonly caption: TextStyle
  readonly table: TableStyle
  /** Source lines, footnotes. */
  readonly note: TextStyle
  readonly code: TextStyle
  /** 目录, 承诺书 and the like. */
  readonly partTitle: TextStyle
  readonly coverTitle: TextStyle
  readonly coverLine: TextStyle
  readonly contents: TextStyle
  readonly runningHead: TextStyle
  readonly pageNumber: {
    readonly size: number
    readonly face: Face
    readonly place: 'outer' | 'center'
    /** `— 3 —` */
    readonly dashes: boolean
    /** From the foot of the sheet to the number's baseline. */
    readonly above: number
  }
  /** Each chapter of the report on a new page. */
  readonly chapterStart: 'new-page' | 'continue'
  /** Between a table or figure and what follows; belongs to what follows. */
  readonly afterTable: number
}
