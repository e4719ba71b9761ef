/** A page of a PDF that is wanted as a picture. */
export interface WantedPage {
  readonly bytes: Uint8Array
  /** From 1. */
  readonly page: number
  /** What it is fitted into, in points. */
  readonly box: { readonly width: number; readonly height: number }
}

/** A page as a picture, in pixels. */
export interface PagePicture {
  readonly bytes: Uint8Array
  readonly type: 'image/png' | 'image/jpeg'
  readonly width: number
  readonly height: number
}

/** Enough for the small print of a certificate; printers show no more of a photograph. */
export const dotsPerInch = 200
