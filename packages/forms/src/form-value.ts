import type { Place } from '@ziping/diagnostics'
import type { UsedInput } from './indicator-inputs.ts'
import type { Scalar } from './scalar.ts'

/** What a field holds. */
export type FormContent =
  | Scalar
  | { readonly kind: 'choice'; readonly ids: readonly string[]; readonly several: boolean }
  | { readonly kind: 'list'; readonly rows: readonly FormRow[] }
  /** Cells by year (`2019`) and rank (`市`). */
  | { readonly kind: 'series'; readonly cells: ReadonlyMap<string, FormValue> }
  | {
      readonly kind: 'certificate'
      readonly date?: string
      readonly number?: string
      readonly text?: string
      readonly evidence?: string
    }
  /** Numbers by option: 发明 12、实用新型 30. */
  | { readonly kind: 'counts'; readonly cells: ReadonlyMap<string, FormValue> }
  | { readonly kind: 'image'; readonly file: string }

/** An entry of a list field, by column. */
export interface FormRow {
  readonly cells: ReadonlyMap<string, FormValue>
  readonly place: Place
}

/** What stands in a field, and why. */
export type FormValue =
  /** Written in form.yaml. */
  | { readonly kind: 'given'; readonly content: FormContent; readonly place: Place }
  /** Taken from `organization.name`, `indicators.revenue`, `form.t1.orgName`. */
  | {
      readonly kind: 'filled'
      readonly content: FormContent
      readonly place: Place
      readonly from: string
    }
  /** Calculated; `by` is the award indicator or the expression. */
  | {
      readonly kind: 'computed'
      readonly content: FormContent
      readonly place: Place
      readonly by: string
      readonly inputs: readonly UsedInput[]
    }
  /** A text of its own, printed in the field's place: the report, one clause of it, form/<field>.md. */
  | {
      readonly kind: 'document'
      readonly document: string
      readonly clause?: string
      readonly place: Place
    }
  /** `待查: 谁 何时` */
  | { readonly kind: 'open'; readonly note?: string; readonly place: Place }
  /** `无: 理由` or `/`. */
  | {
      readonly kind: 'none'
      readonly reason?: string
      readonly written: '/' | '无'
      readonly place: Place
    }
  /** Nothing yet; `lacks` names what a calculation needs; `unreadable`: a finding has told it. */
  | {
      readonly kind: 'missing'
      readonly lacks: readonly string[]
      readonly place: Place
      readonly unreadable?: true
    }
  /** Left blank: signed, sealed or written by hand, or filled in by the office. */
  | { readonly kind: 'by-hand'; readonly place: Place }

/** The forms of an award with what stands in their fields. */
export type FormValues = ReadonlyMap<string, FormValue>

export function contentOf(value: FormValue | undefined): FormContent | undefined {
  return value !== undefined && 'content' in value ? value.content : undefined
}

/** The value of one year or rank of a series, or of one option of counts. */
export function cellOf(value: FormValue | undefined, at: string): FormValue | undefined {
  const content = contentOf(value)
  return content?.kind === 'series' || content?.kind === 'counts'
    ? content.cells.get(at)
    : undefined
}
