import type { Place } from '@ziping/diagnostics'
import type { Applicant, FormValues } from '@ziping/forms'
import type { Evidence } from '@ziping/report'
import type { Resolver } from '../resolver.ts'

export interface PixelSize {
  readonly width: number
  readonly height: number
}

/** What a file of evidence shows. */
export type ExhibitFile =
  | ({ readonly kind: 'image'; readonly file: string } & PixelSize)
  | { readonly kind: 'pdf'; readonly file: string; readonly pages: number }

/** What can be known of pictures without drawing them; asked, so that `resolve` touches no file. */
export interface Pictures {
  /** The file that an image's address in a chapter leads to. */
  find(url: string, chapter: string): ({ readonly file: string } & PixelSize) | undefined
  /** A picture named in the data: a photo in a form. */
  at(file: string): PixelSize | undefined
  evidence(evidence: Evidence): ExhibitFile | undefined
  /** The natural size of a drawn diagram, in points; undefined where no browser drew it. */
  diagram(source: string): PixelSize | undefined
}

/** Everything a book is made from. */
export interface BookMaterial {
  /** Knows the report, its award, the data, and what every value and reference prints as. */
  readonly resolver: Resolver
  readonly applicant: Applicant
  readonly form: FormValues
  /** Where the form's fields stand in form.yaml, by their ids; those that are not there have no place in it. */
  readonly fieldPlaces?: ReadonlyMap<string, Place>
  readonly pictures: Pictures
  /** The award's year. */
  readonly year?: number
  /** The day on the cover, `2020-08-14`. */
  readonly date?: string
  /** What ziping.yaml asks for. */
  readonly layout?: string
  readonly lists?: { readonly tables?: boolean; readonly figures?: boolean }
}
