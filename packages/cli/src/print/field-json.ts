import type { Place } from '@ziping/diagnostics'
import { type ExplainedField, type ExplainedYear, maskPersonal, plainFormula } from '@ziping/forms'
import type { Context } from '../context.ts'

type Json = Readonly<Record<string, unknown>>

/** A field of the form with where its figures come from, as JSON. */
export function fieldAsJson(explained: ExplainedField, context: Context): Json {
  const { field, form, value, place, text, indicator, years, cells, facts } = explained
  return {
    id: field.id,
    label: field.label,
    form,
    state: value?.kind ?? 'missing',
    text: maskPersonal(text),
    ...placed(place),
    ...(indicator === undefined
      ? {}
      : {
          unit: indicator.unit,
          formula: indicator.formula === undefined ? null : plainFormula(indicator.formula),
          expression: indicator.expression,
        }),
    years: years.map((year) => yearAsJson(year, context)),
    cells: cells.map(({ at, text: cell, value: own }) => ({
      at,
      state: own.kind,
      text: cell,
      ...placed(own.place),
    })),
    facts: facts.map(({ path, place: at }) => ({ path, ...placed(at) })),
  }
}

function yearAsJson({ year, cell, steps, given }: ExplainedYear, { language }: Context): Json {
  return {
    year: Number(year),
    state: cell.kind,
    ...(cell.kind === 'value' ? { value: cell.text, exact: cell.value.toFixed() } : {}),
    ...(cell.kind === 'error' ? { message: cell.words[language].message } : {}),
    inputs: cell.inputs.map(({ id, label, value, unit, origin, place }) => ({
      id,
      label,
      value: value.toFixed(),
      unit,
      from: origin.kind,
      ...placed(place),
      ...(origin.kind === 'closing'
        ? {
            closings: origin.closings.map((one) => ({
              year: one.year,
              value: one.value.toFixed(),
              ...placed(one.place),
            })),
          }
        : {}),
    })),
    missing: cell.kind === 'undecided' ? cell.missing.map(({ id, label }) => ({ id, label })) : [],
    problems: cell.kind === 'undecided' ? [] : cell.problems,
    steps,
    ...(given === undefined ? {} : { given: { value: given.text, ...placed(given.place) } }),
  }
}

function placed(place: Place | undefined): Json {
  return place === undefined ? {} : { file: place.file, line: place.line, column: place.column }
}
