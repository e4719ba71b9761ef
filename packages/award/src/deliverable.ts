import type { Source } from './source.ts'
import type { Specified } from './specified.ts'
import type { Expression } from './terms.ts'

/** Evidence that has to be there. */
export interface EvidenceNeeded {
  readonly kind: string
  readonly min?: number
  readonly issuers?: readonly string[]
  readonly levels?: readonly string[]
  readonly note?: string
}

/** A topic a text has to touch, and words that show it does. */
export interface Topic {
  readonly id: string
  readonly title: string
  readonly words: readonly string[]
  readonly src?: Source
}

/** Topics named in a file of their own, such as appendix B of GB/Z 19579. */
export interface TopicList {
  readonly id: string
  readonly title: string
  readonly topics: readonly Topic[]
}

export interface Deliverable {
  readonly id: string
  readonly title: string
  readonly kind:
    | 'form'
    | 'overview'
    | 'report'
    | 'case'
    | 'evidence'
    | 'statement'
    | 'letter'
    | 'slides'
    | 'pictures'
  readonly source?: {
    readonly form?: string
    readonly document?: string
    readonly evidence?: boolean
    readonly external?: boolean
    readonly field?: string
  }
  readonly required?: boolean | Expression
  readonly sign: readonly string[]
  readonly seal: readonly string[]
  readonly topics: readonly string[]
  /** Id of one of the award's topic lists. */
  readonly topicsFrom?: string
  readonly fileTypes: readonly string[]
  readonly evidence: readonly EvidenceNeeded[]
  readonly note?: string
  readonly src?: Source
}

export interface Volume {
  readonly id: string
  readonly title?: string
  readonly contains: readonly string[]
  readonly copies: Specified<number>
  readonly paper: Specified<string>
  readonly duplex: Specified<boolean>
  readonly binding: Specified<{
    readonly edge?: Specified<'long' | 'short'>
    readonly forbid?: readonly string[]
    readonly ownCover?: Specified<boolean>
    readonly note?: string
  }>
  readonly spine: Specified<{ readonly text: string; readonly side?: string }>
  readonly numbering: Specified<'continuous' | 'per-part'>
  readonly perPage?: { readonly evidence?: number }
  readonly note?: string
  readonly src?: Source
}

export interface Medium {
  readonly id: string
  readonly kind: 'disc' | 'usb' | 'upload' | 'email'
  readonly title?: string
  readonly copies: Specified<number>
  readonly contains: readonly string[]
  readonly formats: readonly { readonly deliverable: string; readonly types: readonly string[] }[]
  readonly fileName: Specified<string>
  readonly maxBytes: Specified<number>
  readonly types: Specified<readonly string[]>
  readonly note?: string
  readonly src?: Source
}
