import { evaluateExpression, type Facts, type Field } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { ruleBroken } from './findings/disagreement.ts'
import { fieldName } from './findings/field-finding.ts'
import {
  type Home,
  lackingInputs,
  openOptional,
  openRequired,
  reasonMissing,
  requiredField,
  rowsMissing,
} from './findings/incomplete.ts'
import { contentOf, type FormValue } from './form-value.ts'

/** What is still missing in a field, open, or against the award's own rules for it. */
export function* checkField(field: Field, value: FormValue, facts: Facts): Generator<Finding> {
  const required = isRequired(field, facts)
  yield* checkValue(field, value, required)
  const content = contentOf(value)
  if (content?.kind === 'series') yield* checkSeries(field, value, content.cells, required)
  if (content?.kind === 'counts')
    for (const [key, cell] of content.cells) yield* openIn(cellOf(field, key), cell, required)
  if (content?.kind === 'list') {
    const wanted = field.minRows ?? (required ? 1 : 0)
    const rows = content.rows.length
    if (rows < wanted) yield rowsMissing(value.place, { field: fieldName(field), rows, wanted })
    for (const { cells } of content.rows)
      for (const column of field.columns) {
        const named: Field = { ...column, id: `${field.id}.${column.id}` }
        const cell = cells.get(column.id)
        if (cell !== undefined && !column.readonly)
          yield* checkValue(named, cell, isRequired(column, facts))
      }
  }
  yield* checkRules(field, value, facts)
}

/** An expression that can't be decided yet asks for nothing. */
export function isRequired({ required }: Field, facts: Facts): boolean {
  if (typeof required === 'boolean') return required
  const evaluation = evaluateExpression(required, facts)
  return evaluation.kind === 'value' && evaluation.value === true
}

function* checkValue(field: Field, value: FormValue, required: boolean): Generator<Finding> {
  yield* openIn(field, value, required)
  if (!required) return
  const name = fieldName(field)
  if (value.kind === 'missing' && value.unreadable !== true)
    yield value.lacks.length === 0
      ? requiredField(value.place, { field: name, ...homeOf(field) })
      : lackingInputs(value.place, { field: name, lacks: value.lacks })
  if (value.kind === 'none' && value.reason === undefined && field.type !== 'list')
    yield reasonMissing(value.place, { field: name })
}

function homeOf({ id, from }: Field): Home {
  return from === undefined
    ? { file: 'data/form.yaml', key: id }
    : { file: 'data/applicant.yaml', key: from }
}

function* openIn(field: Field, value: FormValue, required: boolean): Generator<Finding> {
  if (value.kind !== 'open') return
  const open = required ? openRequired : openOptional
  yield open(value.place, { field: fieldName(field), note: value.note })
}

/** One year, rank or option of a field, as messages call it. */
function cellOf(field: Field, key: string): Field {
  return { ...field, id: `${field.id}.${key}` }
}

/** Years without a value are told together; ranks are never asked for. */
function* checkSeries(
  field: Field,
  { place }: FormValue,
  cells: ReadonlyMap<string, FormValue>,
  required: boolean,
): Generator<Finding> {
  for (const [key, cell] of cells) yield* openIn(cellOf(field, key), cell, required)
  if (!required) return
  const missing = [...cells].flatMap(([key, cell]) =>
    !field.ranks.includes(key) && cell.kind === 'missing' && cell.unreadable !== true
      ? [{ key, lacks: cell.lacks }]
      : [],
  )
  const years = missing.filter(({ lacks }) => lacks.length === 0).map(({ key }) => `${key}年`)
  const lacks = byYears(missing)
  if (years.length > 0)
    yield requiredField(place, {
      field: fieldName(field, years.join('、')),
      ...homeOf(field),
    })
  if (lacks.length > 0) yield lackingInputs(place, { field: fieldName(field), lacks })
}

/** `2018年、2019年销售额（sales）`: what is lacking, with the years it is lacking for. */
function byYears(
  missing: readonly { readonly key: string; readonly lacks: readonly string[] }[],
): readonly string[] {
  const years = new Map<string, string[]>()
  for (const { key, lacks } of missing)
    for (const name of lacks) years.set(name, [...(years.get(name) ?? []), `${key}年`])
  return [...years].map(([name, of]) => `${of.join('、')}${name}`)
}

function* checkRules(field: Field, { place }: FormValue, facts: Facts): Generator<Finding> {
  for (const { test, message, severity = 'error' } of field.rule) {
    const evaluation = evaluateExpression(test, facts)
    if (evaluation.kind === 'value' && evaluation.value === false)
      yield ruleBroken[severity](place, { field: fieldName(field), message })
  }
}
