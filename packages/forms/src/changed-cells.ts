import type { Award, Field } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { fieldsOf } from './award-fields.ts'
import { contentOf, type FormValue } from './form-value.ts'
import type { FormData } from './load-form-data.ts'
import { printValue } from './print-value.ts'

/** A cell of the form that prints something else than before. */
export interface ChangedCell {
  readonly field: string
  readonly label: string
  /** The year or option, of a field that has several cells. */
  readonly at?: string
  readonly before: string
  readonly after: string
  readonly place: Place
}

/** Every cell that another set of data changes, computed ones included. */
export function changedCells(
  award: Pick<Award, 'forms'>,
  before: FormData,
  after: FormData,
): readonly ChangedCell[] {
  return fieldsOf(award).flatMap((field) =>
    cellsOf(field, before.values.get(field.id), after.values.get(field.id)),
  )
}

function cellsOf(
  field: Field,
  before: FormValue | undefined,
  after: FormValue | undefined,
): readonly ChangedCell[] {
  const [was, is] = [parts(before), parts(after)]
  const keys = [...new Set([...was.keys(), ...is.keys()])]
  const inCells = keys.flatMap((at) =>
    changed(field, was.get(at), is.get(at)).map((cell) => ({ ...cell, at })),
  )
  return [...changed(field, before, after), ...inCells]
}

function parts(value: FormValue | undefined): ReadonlyMap<string, FormValue> {
  const content = contentOf(value)
  return content?.kind === 'series' || content?.kind === 'counts' ? content.cells : new Map()
}

function changed(
  field: Field,
  was: FormValue | undefined,
  is: FormValue | undefined,
): readonly ChangedCell[] {
  const [before, after] = [printValue(was, field), printValue(is, field)]
  const place = (is ?? was)?.place
  if (before === after || place === undefined || contentOf(is ?? was)?.kind === 'counts') return []
  return [{ field: field.id, label: field.label, before, after, place }]
}
