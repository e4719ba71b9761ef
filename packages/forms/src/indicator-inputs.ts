import { type AwardIndicatorInput, Decimal } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { Indicators } from '@ziping/report'
import { valueIn } from '@ziping/report'
import { convertUnit } from './convert-unit.ts'
import { cellOf, contentOf, type FormValue } from './form-value.ts'
import { asMap } from './plain-data.ts'

/** Where a figure of a formula was found. */
export type InputOrigin =
  | { readonly kind: 'form'; readonly field: string }
  | { readonly kind: 'indicator'; readonly id: string }
  | { readonly kind: 'fact'; readonly path: string }
  /** From the figures at the ends of periods: the opening figure is last year's closing figure. */
  | { readonly kind: 'closing'; readonly id: string; readonly closings: readonly Closing[] }
  | { readonly kind: 'default' }

/** What a balance stood at when a year ended. */
export interface Closing {
  readonly year: number
  readonly value: Decimal
  readonly place?: Place
}

/** A figure that went into a formula. */
export interface UsedInput {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly year: number
  readonly value: Decimal
  readonly origin: InputOrigin
  readonly place?: Place
}

/** What formulas may draw on. */
export interface InputSources {
  /** What a form field holds by now. */
  readonly field: (id: string) => FormValue | undefined
  readonly indicators: Indicators
  /** The fact at a path, `organization.figures.assetsClose`. */
  readonly fact: (path: string) => unknown
  readonly placeOfFact: (path: string) => Place
}

type Found = Pick<UsedInput, 'value' | 'origin' | 'place'>

/** Finds the figure of an input for a year; none is never taken as nought. */
export function findInput(
  input: AwardIndicatorInput,
  year: number,
  sources: InputSources,
): UsedInput | undefined {
  const found =
    inForm(input, year, sources) ??
    outside(input, input.id, year, sources) ??
    fromClosings(input, year, sources) ??
    byDefault(input)
  const { id, label, unit } = input
  return found === undefined ? undefined : { id, label, unit, year, ...found }
}

function inForm(
  { field }: AwardIndicatorInput,
  year: number,
  sources: InputSources,
): Found | undefined {
  if (field === undefined) return undefined
  const value = sources.field(field)
  const cell = cellOf(value, String(year)) ?? value
  const content = contentOf(cell)
  return content?.kind === 'number' && cell !== undefined
    ? { value: content.number, origin: { kind: 'form', field }, place: cell.place }
    : undefined
}

/** A figure of data/indicators.yaml, or of organization.figures, of the input's own name. */
function outside(
  { unit }: AwardIndicatorInput,
  id: string,
  year: number,
  { indicators, fact, placeOfFact }: InputSources,
): Found | undefined {
  for (const path of [`organization.figures.${id}`, `organization.${id}`]) {
    const figure = fact(path)
    const at = Decimal.isDecimal(figure) ? path : `${path}.${year}`
    const value = Decimal.isDecimal(figure) ? figure : asMap(figure)[year]
    if (Decimal.isDecimal(value))
      return { value, origin: { kind: 'fact', path }, place: placeOfFact(at) }
  }
  const indicator = indicators.byId.get(id)
  const typed = indicator && valueIn(indicator.values, year)
  const value =
    typed && convertUnit(new Decimal(typed.text.replaceAll(',', '')), indicator.unit ?? unit, unit)
  if (indicator === undefined || value === undefined) return undefined
  const place = indicators.file?.placeOf([...indicator.path, 'values', String(year)])
  return { value, origin: { kind: 'indicator', id }, ...(place === undefined ? {} : { place }) }
}

/** Opening figures are last year's closing ones; an average is that of opening and closing. */
function fromClosings(
  input: AwardIndicatorInput,
  year: number,
  sources: InputSources,
): Found | undefined {
  const years = closingYears(input, year)
  const id = `${input.id.replace(/(?:Open|Previous|Average)$/u, '')}Close`
  const closings = years.flatMap((one): readonly Closing[] => {
    const found = outside(input, id, one, sources)
    if (found === undefined) return []
    const { value, place } = found
    return [{ year: one, value, ...(place === undefined ? {} : { place }) }]
  })
  if (closings.length === 0 || closings.length < years.length) return undefined
  const sum = closings.reduce((total, { value }) => total.plus(value), new Decimal(0))
  const place = closings[0]?.place
  return {
    value: sum.div(closings.length),
    origin: { kind: 'closing', id, closings },
    ...(place === undefined ? {} : { place }),
  }
}

function closingYears({ basis }: AwardIndicatorInput, year: number): readonly number[] {
  switch (basis) {
    case 'open':
    case 'previousClose':
      return [year - 1]
    case 'average':
      return [year - 1, year]
    default:
      return []
  }
}

function byDefault({ default: value }: AwardIndicatorInput): Found | undefined {
  return value === undefined
    ? undefined
    : { value: new Decimal(value), origin: { kind: 'default' } }
}
