import type { Source } from './source.ts'
import type { Specified } from './specified.ts'

export interface PictureRule {
  readonly id: string
  readonly applies: string
  readonly formats: Specified<readonly string[]>
  readonly dpi: Specified<number>
  readonly color: Specified<'CMYK' | 'RGB'>
  readonly minMm: Specified<readonly number[]>
  readonly maxPx: Specified<readonly number[]>
  readonly maxFiles: Specified<number>
  readonly note?: string
  readonly src?: Source
}

export interface PageFormat {
  readonly paper: Specified<string>
  readonly sizeMm: Specified<readonly number[]>
  readonly margins: Specified<{
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }>
  readonly body: Specified<{
    readonly font?: string
    readonly size?: string
    readonly linePt?: number
  }>
  readonly headings: Specified<
    readonly { readonly level: number; readonly font?: string; readonly size?: string }[]
  >
  readonly pageNumber: Specified<{
    readonly digits?: 'arabic'
    readonly size: Specified<string>
    readonly sizePt: Specified<number>
    readonly place: Specified<'footer-outer' | 'footer-center'>
    readonly style?: 'plain' | 'dashes'
    readonly src?: Source
  }>
  readonly layout?: string
  readonly src?: Source
}
