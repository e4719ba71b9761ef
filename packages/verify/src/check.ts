import type { Language, Words } from '@ziping/diagnostics'

/** Everything a finished file is checked for, in the order it is reported. */
export const checkNames = [
  'paper',
  'margins',
  'mirror',
  'gutter',
  'page-number-size',
  'page-number-side',
  'page-number-continuity',
  'body-font',
  'body-size',
  'heading-font',
  'line-spacing',
  'pages',
  'length',
  'fields-unresolved',
  'glyphs-missing',
  'images-resolution',
  'file-name',
  'file-type',
  'file-size',
] as const

export type CheckName = (typeof checkNames)[number]

/** What another program reads; the words for people come with it. */
export type CheckValue = string | number

export interface Check {
  readonly check: CheckName
  readonly ok: boolean
  /** Undefined where the award does not say. */
  readonly required: CheckValue | undefined
  /** Undefined where there is nothing of the kind in the file, or the file cannot tell. */
  readonly measured: CheckValue | undefined
  /** Where it is not as required; a Word file has no pages before it is printed. */
  readonly pages: readonly number[]
  /** Whether the file can be handed in all the same. */
  readonly severity: 'error' | 'warning'
  /** What is wrong, where, and what to do; only where it is not ok. */
  readonly words?: Readonly<Record<Language, Words>>
}

/** A check of a file, without its name. */
export type Judgement = Omit<Check, 'check' | 'severity'>

export function notSpecifiedByAward(measured?: CheckValue): Judgement {
  return { ok: true, required: undefined, measured, pages: [] }
}

export function fulfilled(required: CheckValue, measured: CheckValue | undefined): Judgement {
  return { ok: true, required, measured, pages: [] }
}
