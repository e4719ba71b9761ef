import type { Finding, Place } from '@ziping/diagnostics'
import type { Substitution } from '@ziping/pdf'

/** A page as it is shown: one of a PDF, and the number printed on it. */
export interface LiveSheet {
  /** Which PDF it lies in, and where, from 1. */
  readonly pdf: string
  readonly page: number
  /** Empty where none is printed. */
  readonly label: string
  readonly width: number
  readonly height: number
}

/** Where something a writer wrote begins on paper. */
export interface LiveSpot {
  readonly place: Place
  /** Among the sheets, from 0. */
  readonly sheet: number
  /** Points below the upper edge of the page. */
  readonly top: number
  /** Points from the left edge of the page, where others may stand beside it. */
  readonly left?: number
}

/** A document as it would print now. */
export interface LivePages {
  readonly document: string
  readonly title: string
  /** Grows with every change. */
  readonly version: number
  readonly sheets: readonly LiveSheet[]
  /** In the order of the pages. */
  readonly spots: readonly LiveSpot[]
  /** Whether every page number is right; else they are those of the last whole print. */
  readonly settled: boolean
  readonly findings: readonly Finding[]
  readonly substitutions: readonly Substitution[]
}
