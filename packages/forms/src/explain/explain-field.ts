import type { Award, AwardIndicator, Field } from '@ziping/award'
import { expressionFacts } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import { fieldsOf, formsOf, seriesYears } from '../award-fields.ts'
import { findIndicator, sourcesOf } from '../compute-fields.ts'
import { type ComputedCell, computeCell } from '../computed-cell.ts'
import type { FormSources } from '../form-sources.ts'
import { cellOf, contentOf, type FormValue } from '../form-value.ts'
import type { FormData } from '../load-form-data.ts'
import { printValue } from '../print-value.ts'
import { type CalculationStep, calculationSteps } from './calculation-steps.ts'
import { type ExplainedSize, explainSize } from './explain-size.ts'

/** One year of a computed field: the formula's result, how it came about, what is written instead. */
export interface ExplainedYear {
  readonly year: string
  readonly cell: ComputedCell
  readonly steps: readonly CalculationStep[]
  /** What form.yaml gives by hand, as printed. */
  readonly given?: { readonly text: string; readonly place: Place }
}

/** A fact that a field's expression reads. */
export interface ExplainedFact {
  readonly path: string
  readonly value: unknown
  readonly place?: Place
}

/** Where what stands in a field of the form comes from. */
export interface ExplainedField {
  readonly field: Field
  readonly form: string
  readonly value: FormValue | undefined
  /** Where it stands, or where it is to be written. */
  readonly place: Place
  readonly text: string
  /** The notice's formula by which its years are computed. */
  readonly indicator?: AwardIndicator
  readonly years: readonly ExplainedYear[]
  /** What stands in a series or in counts that are not computed, cell by cell. */
  readonly cells: readonly {
    readonly at: string
    readonly text: string
    readonly value: FormValue
  }[]
  /** How the class of size was found, where the field asks for it. */
  readonly size?: ExplainedSize
  /** What an expression draws on. */
  readonly facts: readonly ExplainedFact[]
}

export type ExplainSources = Pick<FormSources, 'award' | 'applicant' | 'indicators' | 'year'> &
  Partial<Pick<FormSources, 'codes'>>

/** Explains a field by its id, or one cell of a series (`t3.sales.2019`); undefined where the form has none. */
export function explainField(
  id: string,
  form: FormData,
  sources: ExplainSources,
): ExplainedField | undefined {
  const { award, applicant } = sources
  const [, base = id, part] = /^(.+)\.(\d{4})$/u.exec(id) ?? []
  const field = fieldOf(award, id) ?? fieldOf(award, base)
  if (field === undefined) return undefined
  const value = form.values.get(field.id)
  const indicator = field.computed === undefined ? undefined : findIndicator(award, field.computed)
  const years = seriesYears(field, sources.year, applicant.fact)
  const asked = field.id === id ? years : years.filter((year) => year === part)
  return {
    field,
    form: formsOf(award).find(({ fields }) => fields.includes(field))?.title ?? '',
    value,
    place: value?.place ?? { file: 'data/form.yaml', line: 1, column: 1, endLine: 1, endColumn: 1 },
    text: printValue(value, field),
    ...(indicator === undefined ? {} : { indicator }),
    years:
      indicator === undefined
        ? []
        : asked.map((year) => explainYear(year, { field, indicator, form, sources })),
    cells: indicator === undefined ? cellsOf(field, value, part) : [],
    facts: indicator === undefined ? factsRead(field, form, sources) : [],
    ...sizeOf(field, sources),
  }
}

function sizeOf(
  { codes: list }: Field,
  { codes, applicant }: ExplainSources,
): Pick<ExplainedField, 'size'> {
  const isSize = list?.startsWith('size-') === true
  return isSize && codes?.sizes !== undefined ? { size: explainSize(codes.sizes, applicant) } : {}
}

function cellsOf(
  field: Field,
  value: FormValue | undefined,
  part: string | undefined,
): ExplainedField['cells'] {
  const content = contentOf(value)
  if (content?.kind !== 'series' && content?.kind !== 'counts') return []
  const all = [...content.cells].map(([at, cell]) => ({
    at,
    text: givenText(cell, field),
    value: cell,
  }))
  const asked = all.filter(({ at }) => at === part)
  return asked.length > 0 ? asked : all
}

function fieldOf(award: Pick<Award, 'forms'>, id: string): Field | undefined {
  return fieldsOf(award).find((field) => field.id === id)
}

interface Explaining {
  readonly field: Field
  readonly indicator: AwardIndicator
  readonly form: FormData
  readonly sources: ExplainSources
}

function explainYear(year: string, { field, indicator, form, sources }: Explaining): ExplainedYear {
  const cell = computeCell(indicator, Number(year), sourcesOf(form.values, sources))
  const written = cellOf(form.values.get(field.id), year)
  const isGiven = written !== undefined && written.kind !== 'computed' && written.kind !== 'missing'
  return {
    year,
    cell,
    steps: cell.kind === 'value' ? calculationSteps(indicator, cell.inputs) : [],
    ...(isGiven ? { given: { text: givenText(written, field), place: written.place } } : {}),
  }
}

function givenText(value: FormValue, field: Field): string {
  if (value.kind !== 'open') return printValue(value, field)
  return value.note === undefined ? '待查' : `待查：${value.note}`
}

function factsRead(
  { computed }: Field,
  form: FormData,
  { applicant }: ExplainSources,
): readonly ExplainedFact[] {
  if (computed === undefined) return []
  return expressionFacts(computed).map((path) => {
    const place = path.startsWith('form.')
      ? form.values.get(path.slice('form.'.length))?.place
      : path.startsWith('indicators.')
        ? undefined
        : applicant.placeOf(path)
    return {
      path,
      value: path.split('.').reduce<unknown>(memberOf, form.facts),
      ...(place === undefined ? {} : { place }),
    }
  })
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined
}
