import type { OutlineEntry } from '../skia/read-layout.ts'

/** Lengths in points, measured from the left and the bottom of the page. */
export interface TextItem {
  readonly text: string
  /** The font's name without the tag of a subset. */
  readonly font: string
  readonly size: number
  readonly x: number
  readonly y: number
  readonly width: number
}

export interface PlacedImage {
  readonly pixelWidth: number
  readonly pixelHeight: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A link inside the file. */
export interface PdfLink {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** Where it leads. */
  readonly page: number
}

export interface PdfPage {
  readonly width: number
  readonly height: number
  readonly rotation: number
  readonly text: readonly TextItem[]
  readonly images: readonly PlacedImage[]
  readonly links: readonly PdfLink[]
}

export interface PdfFont {
  readonly name: string
  /** `CIDFontType2`, `Type3` … as the file has it. */
  readonly type: string
  readonly embedded: boolean
  readonly subset: boolean
}

export interface PdfContent {
  readonly pages: readonly PdfPage[]
  readonly fonts: readonly PdfFont[]
  /** What a reader shows as page numbers; the file may leave them open. */
  readonly pageLabels: readonly string[] | undefined
  readonly outline: readonly OutlineEntry[]
  /** On which page each named place stands. */
  readonly destinations: ReadonlyMap<string, number>
  readonly metadata: Readonly<Record<string, string>>
  readonly language: string | undefined
  readonly tagged: boolean
}
