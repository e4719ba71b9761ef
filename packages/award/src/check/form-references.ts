import type { Finding } from '@ziping/diagnostics'
import { allClauses } from '../clause.ts'
import type { Field, Form, FormCell } from '../form.ts'
import { type DataPath, showPath } from '../read/data.ts'
import type { CheckedAward } from './checked-award.ts'
import { type Reference, unknownReference, unresolved } from './references.ts'

/** References inside the forms that lead nowhere; `codes` are the code lists there are. */
export function checkFormReferences(
  checked: CheckedAward,
  codes: readonly string[],
): readonly Finding[] {
  return checked.forms.flatMap(({ form, data, placeOf }) => {
    const found = [...fromFields(form, checked, codes), ...fromParts(form)]
    return unresolved(found).map(({ name, known, path }) =>
      unknownReference(placeOf(path), { where: showPath(data, path), name, known }),
    )
  })
}

/** A bare word under `computed` names an indicator; anything else there is an expression. */
export function isIndicatorName(computed: string): boolean {
  return /^[A-Za-z][A-Za-z0-9]*$/.test(computed)
}

function* fromFields(
  form: Form,
  { award }: CheckedAward,
  codes: readonly string[],
): Generator<Reference> {
  const fields = form.fields.map(({ id }) => id)
  const clauses = [...allClauses(award.clauses)].map(({ id }) => id)
  const indicators = award.indicators.map(({ id }) => id)
  for (const field of form.fields) {
    const at = ['fields', field.id]
    const { sameAs, computed, source } = field
    if (sameAs !== undefined) yield { name: sameAs, known: fields, path: [...at, 'sameAs'] }
    if (field.codes !== undefined) yield { name: field.codes, known: codes, path: [...at, 'codes'] }
    if (computed !== undefined && isIndicatorName(computed))
      yield { name: computed, known: indicators, path: [...at, 'computed'] }
    if (source?.clause !== undefined)
      yield { name: source.clause, known: clauses, path: [...at, 'source', 'clause'] }
  }
}

function* fromParts({ fields, parts }: Form): Generator<Reference> {
  const byId = new Map(fields.map((field) => [field.id, field]))
  const known = [...byId.keys()]
  for (const [partIndex, part] of parts.entries())
    for (const [blockIndex, { grid, fields: shown, sign }] of part.blocks.entries()) {
      const at = ['parts', partIndex, 'blocks', blockIndex]
      for (const [index, name] of shown.entries())
        yield { name, known, path: [...at, 'fields', index] }
      for (const [index, { field }] of sign.entries())
        if (field !== undefined) yield { name: field, known, path: [...at, 'sign', index, 'field'] }
      if (grid?.repeat !== undefined)
        yield { name: grid.repeat, known, path: [...at, 'grid', 'repeat'] }
      for (const key of ['head', 'rows'] as const)
        for (const [row, cells] of (grid?.[key] ?? []).entries())
          for (const [index, cell] of cells.entries())
            yield* fromCell(cell, byId, [...at, 'grid', key, row, index])
    }
}

/** A series row was written as one thing: its cells' references are found at the row. */
function* fromCell(
  { field: name, at }: FormCell,
  fields: ReadonlyMap<string, Field>,
  path: DataPath,
): Generator<Reference> {
  if (name === undefined) return
  yield { name, known: [...fields.keys()], path: [...path, 'field'] }
  const field = fields.get(name)
  const known = field === undefined ? [] : placesWithin(field)
  if (at !== undefined && known.length > 0) yield { name: at, known, path: [...path, 'at'] }
}

function placesWithin(field: Field): readonly string[] {
  switch (field.type) {
    case 'series':
      return [...field.years, ...field.ranks]
    case 'list':
      return field.columns.map(({ id }) => id)
    case 'counts':
      return field.options.map(({ id }) => id)
    default:
      return []
  }
}
