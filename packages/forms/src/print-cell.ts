import type { Field } from '@ziping/award'
import { cellOf, contentOf, type FormValue } from './form-value.ts'
import { printBoxes, printValue } from './print-value.ts'
import type { PrintedValue } from './printed-form.ts'
import { unitOf } from './read/read-single.ts'

/** Where a value is printed: which part of its field, and what is printed around it. */
export interface Printing {
  readonly at?: string
  /** The fixed texts of its row and head, which may already tell the unit. */
  readonly texts: readonly string[]
}

/** Up to this many options are printed with boxes to tick; of longer lists the choice alone. */
const mostBoxes = 5

/** A field's value, or the part of it that stands in one cell. */
export function printCellValue(
  field: Field,
  value: FormValue | undefined,
  { at, texts }: Printing,
): PrintedValue {
  const { part, type } = partOf(field, value, at)
  const place = (part ?? value)?.place
  const printed = {
    field: field.id,
    ...(at === undefined ? {} : { at }),
    ...(place === undefined ? {} : { place }),
  }
  const state = part?.kind ?? 'missing'
  const text = textOf({ ...field, type }, part, at, texts)
  if (part?.kind === 'document') {
    const { document, clause } = part
    return { ...printed, state, text, document: { document, ...(clause ? { clause } : {}) } }
  }
  const content = contentOf(part)
  return content?.kind === 'image'
    ? { ...printed, state, text, image: content.file }
    : { ...printed, state, text }
}

/** One year of a series is of the series' kind, a rank is text; the column of a list stays a list. */
function partOf(
  field: Field,
  value: FormValue | undefined,
  at: string | undefined,
): { readonly part: FormValue | undefined; readonly type: Field['type'] } {
  const whole = { part: value, type: field.type }
  if (at === undefined) return whole
  if (field.type === 'series') {
    const type = field.ranks.includes(at) ? 'text' : field.of
    const part = contentOf(value) === undefined ? value : cellOf(value, at)
    return { part, type }
  }
  return field.type === 'counts' ? { part: cellOf(value, at), type: 'integer' } : whole
}

function textOf(
  field: Field,
  value: FormValue | undefined,
  at: string | undefined,
  texts: readonly string[],
): string {
  const content = contentOf(value)
  if (field.type === 'list' && at !== undefined && content?.kind === 'list') {
    const column = field.columns.find(({ id }) => id === at)
    return column === undefined
      ? ''
      : content.rows.map(({ cells }) => printValue(cells.get(at), column)).join('；')
  }
  if (hasBoxes(field) && (value === undefined || 'content' in value || value.kind === 'missing'))
    return printBoxes(value, field)
  const text = printValue(value, field)
  return content?.kind === 'number' ? text + unitAfter(field, texts) : text
}

function hasBoxes({ type, options }: Field): boolean {
  return type === 'boolean' || (type === 'choice' && options.length <= mostBoxes)
}

/** The unit follows the value unless the form prints it nearby; where it prints a wrong one, always (T-02). */
function unitAfter(field: Field, texts: readonly string[]): string {
  const unit = unitOf(field)
  if (unit === undefined) return ''
  if (field.printedUnit !== undefined && field.printedUnit !== unit) return unit
  return [...texts, field.label].some((text) => tells(text, unit)) ? '' : unit
}

function tells(text: string, unit: string): boolean {
  const bracketed = [`(${unit})`, `（${unit}）`].some((one) => text.includes(one))
  return text === unit || bracketed || (unit === '%' && text.includes(unit))
}
