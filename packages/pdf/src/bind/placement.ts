/** In points, from the left and the bottom of our page. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Something that goes onto a page of our book: below what the page already shows, its number for one. */
interface Placed {
  /** Of our book, from 1. */
  readonly page: number
  /** It is fitted into this box as it is, never stretched. */
  readonly box: Box
}

/** A page of somebody's PDF. */
export interface PlacedPage extends Placed {
  readonly source: ForeignPdf
  /** Of the source, from 1. */
  readonly sourcePage: number
}

/** A picture, which is made when its turn comes; where there is none, its place stays empty. */
export interface PlacedPicture extends Placed {
  readonly picture: () => Promise<JpegPicture | undefined>
}

export type Placement = PlacedPage | PlacedPicture

export interface ForeignPdf {
  /** Many scans are more than fits into memory: a function reads one when its turn comes. */
  readonly bytes: Uint8Array | (() => Uint8Array)
  /** Its name in messages. */
  readonly file: string
}

/** A JPEG in colour, as a browser encodes it. */
export interface JpegPicture {
  readonly bytes: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}
