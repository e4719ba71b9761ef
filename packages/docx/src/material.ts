import type { Drawing, PageMap } from '@ziping/resolve'
import type { Faces } from './faces.ts'

/** A picture's bytes and their media type: `image/png`. */
export interface PictureFile {
  readonly bytes: Uint8Array
  readonly type: string
}

/** A chart or diagram as drawn for print, in points. */
export interface DrawnPicture {
  readonly svg?: string
  readonly png?: Uint8Array
  readonly width: number
  readonly height: number
}

/** A page of a PDF as a picture, in pixels. */
export interface PagePicture extends PictureFile {
  readonly width: number
  readonly height: number
}

/** What a Book does not carry itself. Everything that could differ from run to run is a value here. */
export interface DocxMaterial {
  /** From a PDF of the same book; without it pages are estimated. */
  readonly pageMap: PageMap | undefined
  readonly images: (file: string) => PictureFile | undefined
  readonly drawings: (drawing: Drawing) => DrawnPicture | undefined
  /** Where scans and photographs would be more than Word opens, evidence is listed by its titles. */
  readonly exhibits?: 'whole' | 'titles'
  readonly pages?: (file: string, page: number) => PagePicture | undefined
  readonly faces?: Partial<Faces>
  /** Tables that run over bear their caption on every page. */
  readonly continued?: boolean
  /** 草稿, what it is called and its day stand over every page. */
  readonly draft?: { readonly label: string; readonly date: string }
  /** The day the properties name, `2020-08-14`: never the clock's. */
  readonly date: string
}
