import type { Field, FormBlock, FormCell, FormPart } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { FormValue, FormValues } from './form-value.ts'

/** What a form's places are filled with. */
export interface FormPrinting {
  readonly fields: ReadonlyMap<string, Field>
  readonly values: FormValues
  readonly year: number | undefined
}

/** What stands in the place of a value. */
export interface PrintedValue {
  readonly field: string
  /** The year, rank, column or row it is, where a field has several. */
  readonly at?: string
  readonly state: FormValue['kind']
  readonly text: string
  /** A text of its own that is printed here. */
  readonly document?: { readonly document: string; readonly clause?: string }
  readonly image?: string
  /** Where it is written, or would be. */
  readonly place?: Place
}

/** A cell: fixed text, a value below it, or both. */
export interface PrintedCell extends Omit<FormCell, 'text' | 'field' | 'at'> {
  readonly text: string
  readonly value?: PrintedValue
}

export interface PrintedGrid {
  readonly kind: 'grid'
  readonly id?: string
  /** Relative widths. */
  readonly columns: readonly number[]
  readonly head: readonly (readonly PrintedCell[])[]
  readonly rows: readonly (readonly PrintedCell[])[]
}

export type PrintedBlock =
  | {
      readonly kind: 'text'
      readonly style: NonNullable<FormBlock['style']>
      readonly text: string
    }
  /** `标签：值`, line by line. */
  | {
      readonly kind: 'lines'
      readonly lines: readonly { readonly label: string; readonly value: PrintedValue }[]
    }
  | PrintedGrid
  | { readonly kind: 'sign'; readonly places: FormBlock['sign'] }
  | { readonly kind: 'document'; readonly document: string }
  | { readonly kind: 'space'; readonly mm: number }

export interface PrintedPart extends Pick<FormPart, 'id' | 'title' | 'page'> {
  readonly blocks: readonly PrintedBlock[]
}

/** A form as it is printed: fixed texts and values, years filled in, nothing left to decide. */
export interface PrintedForm {
  readonly id: string
  readonly title: string
  readonly parts: readonly PrintedPart[]
}

/** How many values a part has room for, as the notices' tables are counted. */
export function countValueCells({ blocks }: PrintedPart): number {
  return blocks.reduce((count, block) => {
    if (block.kind === 'lines') return count + block.lines.length
    if (block.kind === 'sign') return count + block.places.length
    if (block.kind !== 'grid') return count
    return count + [...block.head, ...block.rows].flat().filter(({ value }) => value).length
  }, 0)
}
