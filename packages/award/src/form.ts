import type { Source } from './source.ts'
import type { Specified } from './specified.ts'
import type { Expression, YearReference } from './terms.ts'

export type FieldType =
  | 'text'
  | 'longtext'
  | 'integer'
  | 'decimal'
  | 'money'
  | 'percent'
  | 'date'
  | 'month'
  | 'year'
  | 'period'
  | 'choice'
  | 'boolean'
  | 'phone'
  | 'mobile'
  | 'email'
  | 'postcode'
  | 'uscc'
  | 'idcard'
  | 'industry'
  | 'rank'
  | 'image'
  | 'list'
  | 'series'
  | 'certificate'
  | 'counts'
  | 'signature'
  | 'seal'

/** A field of the application form. */
export interface Field {
  readonly id: string
  /** The label as printed, to the letter. */
  readonly label: string
  readonly type: FieldType
  readonly unit?: Specified<string>
  /** The unit the form prints, which may be wrong (T-02). */
  readonly printedUnit?: string
  readonly decimals?: number
  readonly min?: number
  readonly max?: number
  readonly required: boolean | Expression
  readonly options: readonly { readonly id: string; readonly label: string }[]
  readonly multiple?: boolean
  readonly codes?: string
  readonly pattern?: string
  readonly rule: readonly {
    readonly test: Expression
    readonly message: string
    readonly severity?: 'error' | 'warning' | 'info'
  }[]
  /** Id of an award indicator, or an expression. */
  readonly computed?: string
  /** Path into the applicant's facts. */
  readonly from?: string
  readonly source?: {
    readonly document: string
    readonly by?: 'clause' | 'whole'
    readonly clause?: string
  }
  readonly sameAs?: string
  readonly officeUse: boolean
  /** Printed after the value: `(盖章)`. */
  readonly after?: string
  readonly readonly: boolean
  readonly hint?: string
  readonly evidence?: boolean | string
  readonly topics: readonly string[]
  readonly columns: readonly Field[]
  readonly minRows?: number
  readonly maxRows?: number
  readonly years: readonly YearReference[]
  readonly ranks: readonly string[]
  /** What each cell of a series holds; a rank is a rank. */
  readonly of: 'decimal' | 'integer' | 'money' | 'percent' | 'text'
  readonly image?: {
    readonly minMm?: readonly number[]
    readonly dpi?: number
    readonly color?: boolean
    readonly note?: string
  }
  readonly src?: Source
  readonly note?: string
}

/** A cell of a printed form: fixed text or the place of a value. */
export interface FormCell {
  readonly text?: string
  readonly field?: string
  /** Which part of the field: a year or rank of a series, a column of a list. */
  readonly at?: string
  readonly colspan: number
  readonly rowspan: number
  readonly align?: 'left' | 'center' | 'right'
  readonly vertical?: boolean
  readonly height?: number
  readonly sign?: string
  readonly seal?: string
  readonly date?: boolean
}

export interface FormGrid {
  readonly id?: string
  readonly columns: readonly number[]
  readonly head: readonly (readonly FormCell[])[]
  readonly rows: readonly (readonly FormCell[])[]
  /** A list field: the grid repeats its last row for each entry. */
  readonly repeat?: string
  readonly numbered?: boolean
  readonly minRows?: number
}

export interface FormBlock {
  readonly text?: string
  readonly style?: 'title' | 'subtitle' | 'heading' | 'paragraph' | 'note' | 'footer' | 'small'
  readonly grid?: FormGrid
  readonly fields: readonly string[]
  readonly sign: readonly {
    readonly label: string
    readonly kind: 'signature' | 'seal' | 'date'
    readonly field?: string
  }[]
  readonly document?: string
  readonly space?: number
}

export interface FormPart {
  readonly id: string
  readonly title?: string
  readonly page?: 'cover' | 'portrait' | 'landscape' | 'continue'
  readonly blocks: readonly FormBlock[]
  readonly note?: string
  readonly src?: Source
}

/** An application form: its fields and its pages. */
export interface Form {
  readonly id: string
  readonly title: string
  readonly external: boolean
  readonly portal: boolean
  readonly fields: readonly Field[]
  readonly parts: readonly FormPart[]
  readonly notes: readonly { readonly text: string; readonly src?: Source }[]
  readonly src?: Source
}
