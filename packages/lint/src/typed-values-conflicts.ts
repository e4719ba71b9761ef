import type { Place, TextEdit } from '@ziping/diagnostics'
import { cellOf, contentOf, fieldsOf, printNumber } from '@ziping/forms'
import { allInlines, type Indicator, type Text, valueIn } from '@ziping/report'
import { decimalsOf, showDecimal } from '@ziping/resolve'
import { Decimal } from 'decimal.js'
import type { LintSubject } from './subject.ts'
import { type TypedValues, typedValues } from './typed-values.ts'
import {
  agrees,
  isTimes,
  numberPattern,
  readQuantity,
  type UnitForm,
  unitAt,
  unitForms,
} from './typed-values-units.ts'

/** A value that somebody wrote, with what it should be. */
export interface WrittenValue {
  readonly indicator: Indicator
  readonly year: number
  readonly number: Decimal
  readonly decimals: number
  readonly factor: Decimal
  readonly typed: string
  readonly place: Place
  readonly section?: TypedValues['cells'][number]['section']
}

/** Every value typed in text and tables, in reading order. */
export function writtenValues(subject: LintSubject): readonly WrittenValue[] {
  const { prose, cells } = typedValues(subject)
  return [
    ...prose.map(
      ({ passage, from, to, ...value }): WrittenValue => ({
        ...value,
        typed: passage.text.slice(from, to),
        place: passage.placeOf(from, to),
        section: passage.section,
      }),
    ),
    ...cells.map(
      ({ table: _, cell: __, document: ___, ...value }): WrittenValue => ({
        ...value,
        typed: value.number.toFixed(value.decimals),
      }),
    ),
  ]
}

/** Values of no year that the data do not have at all. */
export function unknownValues(subject: LintSubject): readonly WrittenValue[] {
  return typedValues(subject).undated.flatMap(({ passage, from, to, unknown, ...value }) =>
    unknown
      ? [
          {
            ...value,
            typed: passage.text.slice(from, to),
            place: passage.placeOf(from, to),
            section: passage.section,
          },
        ]
      : [],
  )
}

/** The values of the data that forms print, given or calculated there a second time. */
export function* formValues(subject: LintSubject): Generator<WrittenValue> {
  const { names } = typedValues(subject)
  for (const field of fieldsOf(subject.award)) {
    const indicator = names.named(field.label)
    const value = subject.form.values.get(field.id)
    const content = contentOf(value)
    if (indicator === undefined || content?.kind !== 'series' || value?.kind === 'filled') continue
    const unit = typeof field.unit === 'string' ? field.unit : indicator.unit
    const factor =
      unit === undefined || indicator.unit === undefined
        ? new Decimal(1)
        : unitForms(indicator.unit).find((form) => form.text === unit)?.factor
    if (factor === undefined) continue
    for (const { year } of indicator.values) {
      const cell = cellOf(value, String(year))
      const number = contentOf(cell)
      if (cell === undefined || number?.kind !== 'number') continue
      const decimals = field.decimals ?? decimalsOf(number.text)
      const shown = printNumber(number.number, decimals)
      yield {
        indicator,
        year,
        number: new Decimal(shown),
        decimals,
        factor,
        typed: `${shown}${unit ?? ''}`,
        place: cell.place,
      }
    }
  }
}

/** What the data have for a written value, if it is something else. */
export function contradicted(value: WrittenValue): string | undefined {
  const data = valueIn(value.indicator.values, value.year)
  if (data === undefined) return undefined
  const actual = new Decimal(data.text.replaceAll(',', ''))
  const quantity = { typed: value.number, decimals: value.decimals, factor: value.factor }
  // Data rounded further than the text say the same, too.
  const coarser = { typed: actual, decimals: decimalsOf(data.text), factor: new Decimal(1) }
  return agrees(quantity, actual) || agrees(coarser, value.number.times(value.factor))
    ? undefined
    : `${data.text}${value.indicator.unit ?? ''}`
}

/** A tied number that no longer says what the data say. */
export interface StaleTie {
  readonly indicator: Indicator
  readonly year: number
  readonly typed: string
  readonly renewed: string
  readonly place: Place
  readonly edit: TextEdit | undefined
  /** Off by a unit, so that nothing is mended without asking. */
  readonly isScaled: boolean
  readonly section: TypedValues['cells'][number]['section']
}

const figure = new RegExp(numberPattern)

export function* staleTies(subject: LintSubject): Generator<StaleTie> {
  for (const { passage, drawn } of typedValues(subject).ties) {
    const indicator = subject.indicators.byId.get(drawn.indicator)
    const data = indicator && valueIn(indicator.values, drawn.year)
    if (indicator === undefined || data === undefined) continue
    const words = passage.text.slice(drawn.start, drawn.end)
    const match = figure.exec(words)
    // 同比增长11.1% is no value; what else stands around the number stays.
    if (match === null || figure.test(words.slice(match.index + match[0].length))) continue
    const at = drawn.start + match.index
    const end = at + match[0].length
    const unit = unitBehind(passage.text, end, indicator)
    if (unit === undefined) continue
    const quantity = readQuantity(match[0], unit.factor)
    const actual = new Decimal(data.text.replaceAll(',', ''))
    if (agrees(quantity, actual)) continue
    // A hundred or ten thousand times as much: one of the two has another unit, and which is not ours to say.
    const isScaled = isTimes(quantity.typed.times(unit.factor).toNumber(), actual.toNumber())
    const number = renew(match[0], quantity.decimals, actual.div(unit.factor), unit, data.text)
    const span = passage.spanOf(at, end)
    const isExact =
      span.end - span.start === match[0].length &&
      textsOf(drawn.tie?.children ?? []).some(
        (text) => text.span.start <= span.start && text.span.end >= span.end,
      )
    yield {
      indicator,
      year: drawn.year,
      typed: words,
      renewed: words.replace(match[0], number),
      place: passage.placeOf(drawn.start, drawn.end),
      section: passage.section,
      isScaled,
      edit:
        isExact && !isScaled
          ? { file: passage.document.parsed.file, ...span, text: number }
          : undefined,
    }
  }
}

function textsOf(inlines: Parameters<typeof allInlines>[0]): readonly Text[] {
  return [...allInlines(inlines)].filter((inline): inline is Text => inline.kind === 'text')
}

/** The unit behind a tied number, inside the link or right behind it; a bare number has the data's. */
function unitBehind(text: string, at: number, indicator: Indicator): UnitForm | undefined {
  const plain = { text: '', factor: new Decimal(1) }
  if (indicator.unit === undefined) return plain
  const unit = unitAt(text, at, unitForms(indicator.unit))
  if (unit !== undefined) return unit
  return /^\s?(?:[%‰]|[万亿千百]|个百分点|倍)/.test(text.slice(at, at + 4)) ? undefined : plain
}

/** The number anew, written as it was: its unit, its separators, and as many decimals as it takes. */
function renew(
  typed: string,
  decimals: number,
  value: Decimal,
  unit: UnitForm,
  data: string,
): string {
  const places = unit.factor.eq(1) ? decimalsOf(data) : decimals
  const shown = showDecimal(value, places)
  const exact =
    Number(shown) === 0 && !value.isZero() ? value.toSignificantDigits(2).toFixed() : shown
  if (!typed.includes(',')) return exact
  const [whole = '', rest] = exact.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return rest === undefined ? grouped : `${grouped}.${rest}`
}
