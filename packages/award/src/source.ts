export type Certainty = 'stated' | 'inferred' | 'external'

/** Where a normative element comes from. */
export interface Source {
  /** Title and number of the notice. */
  readonly doc: string
  /** The notice's own words. */
  readonly quote?: string
  readonly certainty: Certainty
  readonly note?: string
}

/** A document that an award quotes. */
export interface SourceDocument {
  readonly title: string
  readonly number?: string
  readonly issued?: string
  readonly issuer?: string
  readonly file?: string
  readonly note?: string
}
