import { jpegFacts } from './jpeg-facts.ts'
import { pngFacts } from './png-facts.ts'
import { tiffFacts } from './tiff-facts.ts'

export type ImageColour = 'gray' | 'rgb' | 'cmyk' | 'other'

/** What a picture's file says of it, without decoding a pixel. */
export interface ImageFacts {
  readonly format: 'jpeg' | 'png' | 'tiff'
  readonly width: number
  readonly height: number
  readonly colour: ImageColour
  /** Pixels to the inch, where the file says so. */
  readonly dpi?: readonly [horizontal: number, vertical: number]
  /** How EXIF wants it turned: 1 is upright, 6 a quarter clockwise … */
  readonly orientation: number
  readonly hasProfile: boolean
  /** Whether the file goes on to its end. */
  readonly isWhole: boolean
}

/** Reads a JPEG, PNG or TIFF; undefined where the file is none, or broken in its head. */
export function readImageFacts(bytes: Uint8Array): ImageFacts | undefined {
  try {
    return pngFacts(bytes) ?? jpegFacts(bytes) ?? tiffFacts(bytes)
  } catch (cause) {
    // What points beyond the end of the file.
    if (cause instanceof RangeError) return undefined
    throw cause
  }
}
