import type { Award } from '@ziping/award'
import type { Indicators } from '@ziping/report'
import type { Applicant } from './applicant.ts'
import type { CodeLists } from './code-lists.ts'

/** A field's text that is a file of its own, form/<field>.md. */
export interface FieldDocument {
  readonly id: string
  readonly path: string
}

/** Everything an award's forms are filled from, besides data/form.yaml. */
export interface FormSources {
  readonly award: Award
  /** The award's year, or the one ziping.yaml gives. */
  readonly year: number | undefined
  /** The reference date: the day of filing, else the deadline. */
  readonly date: string | undefined
  readonly applicant: Applicant
  readonly indicators: Indicators
  readonly codes: CodeLists
  readonly documents: readonly FieldDocument[]
}
