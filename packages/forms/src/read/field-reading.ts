import type { Field } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { CodeLists } from '../code-lists.ts'
import type { FormContent, FormValue } from '../form-value.ts'
import type { Written } from '../written.ts'

/** What reading fields draws on, and what it finds. */
export interface FieldReading {
  readonly codes: CodeLists
  readonly findings: Finding[]
  /** What a path such as `indicators.revenue` or `organization.figures.training` refers to. */
  readonly refer: (path: string) => Written | undefined
  /** The years a series is asked for. */
  readonly yearsOf: (field: Field) => readonly string[]
  /** Reads a cell as a field of its own. */
  readonly cell: (field: Field, written: Written) => FormValue | undefined
}

/** A content as written in form.yaml, or as filled from elsewhere. */
export function held(content: FormContent, { place, from }: Written): FormValue {
  return from === undefined
    ? { kind: 'given', content, place }
    : { kind: 'filled', content, place, from }
}

/** A value that stands there but can't be read: a finding has told it. */
export function unreadable({ place }: Written): FormValue {
  return { kind: 'missing', lacks: [], place, unreadable: true }
}
