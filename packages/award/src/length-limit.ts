import type { Source } from './source.ts'
import type { Expression, FindingLevel } from './terms.ts'

export type LimitTarget =
  | { readonly document: string }
  | { readonly field: string }
  | { readonly clause: string }
  | { readonly each: 'picture' | 'upload' | 'evidence' | 'case' }
  | { readonly medium: string }
  | { readonly volume: string }

export type Measure =
  | 'characters'
  | 'characters-without-spaces'
  | 'pages'
  | 'bytes'
  | 'files'
  | 'pictures'
  | 'charts'
  | 'figures'
  | 'minutes'
  | 'persons'
  | 'copies'

/** What a limit counts besides running text. */
export type Counted =
  | 'tables'
  | 'figures'
  | 'charts'
  | 'captions'
  | 'headings'
  | 'annex'
  | 'footnotes'

export interface LengthLimit {
  readonly id: string
  readonly target: LimitTarget
  readonly measure: Measure
  readonly max?: number
  readonly min?: number
  readonly about?: number
  readonly tolerance?: { readonly warning: number; readonly error: number }
  /** When the limit holds: `organization.isGroup`. */
  readonly applies?: Expression
  readonly includes?: Readonly<Partial<Record<Counted, boolean>>>
  readonly severity?: FindingLevel
  readonly note?: string
  readonly src: Source
}
