import { type Indicator, valueIn } from '@ziping/report'
import { Decimal } from 'decimal.js'
import type { Amount, Claim, ProseValue, UndatedValue } from './typed-values-claims.ts'
import type { Passage } from './typed-values-passages.ts'
import type { Time } from './typed-values-times.ts'
import { agrees, readQuantity, type UnitForm, unitAt, unitForms } from './typed-values-units.ts'

/** What has been read so far of one indicator in a sentence, and where reading stands. */
export class Chain {
  at: number
  /** The time that stands in front of the name or behind it. */
  time: Time | undefined
  /** The year of the value last read. */
  year: number | undefined
  /** The years of 由…升到…. */
  moved: { readonly from: number; readonly to: number } | undefined
  /** Whether it began with 由…升到…. */
  isMove = false
  readonly values: ProseValue[] = []
  readonly undated: UndatedValue[] = []
  readonly claims: Claim[] = []
  readonly passage: Passage
  readonly indicator: Indicator
  readonly start: number
  readonly end: number
  readonly years: readonly number[]
  readonly units: readonly UnitForm[]

  constructor(
    passage: Passage,
    name: { readonly indicator: Indicator; readonly start: number; readonly end: number },
    time: Time | undefined,
    end: number,
    years: readonly number[],
  ) {
    this.passage = passage
    this.indicator = name.indicator
    this.start = name.start
    this.at = name.end
    this.end = end
    this.time = time
    this.year = time?.kind === 'year' ? time.year : time?.kind === 'versus' ? time.to : undefined
    this.years = years
    this.units = name.indicator.unit === undefined ? [] : unitForms(name.indicator.unit)
  }

  /** What stands here, if the pattern fits. */
  match(
    pattern: RegExp,
    at: number = this.at,
  ): { readonly groups: Groups; readonly end: number } | undefined {
    pattern.lastIndex = at
    const match = pattern.exec(this.passage.text)
    return match === null || pattern.lastIndex > this.end
      ? undefined
      : { groups: match.groups ?? {}, end: pattern.lastIndex }
  }

  follows(pattern: RegExp, at: number): boolean {
    return pattern.test(this.passage.text.slice(at, Math.min(this.end, at + 24)))
  }

  unit(at: number): ReturnType<typeof unitAt> {
    return unitAt(this.passage.text, at, this.units)
  }

  /** Keeps a value, unless it prints from the data anyway; `end` is behind its unit. */
  keep(text: string, factor: Decimal, year: number, numberAt: number, end: number): void {
    const value = this.#valueAt(text, factor, year, numberAt, end)
    if (value !== undefined) this.values.push(value)
  }

  /** Keeps a value of which the sentence does not say when; `isOwn` where it can only be the indicator's. */
  keepUndated(text: string, factor: Decimal, numberAt: number, end: number, isOwn: boolean): void {
    const latest = this.indicator.values.at(-1)?.year
    const value = latest && this.#valueAt(text, factor, latest, numberAt, end)
    if (!value) return
    this.undated.push({ ...value, unknown: isOwn && !this.#isKnown(text, factor) })
  }

  #valueAt(
    text: string,
    factor: Decimal,
    year: number,
    from: number,
    to: number,
  ): ProseValue | undefined {
    if (this.passage.drawn.some((drawn) => drawn.start < to && drawn.end > from)) return undefined
    const { typed: number, decimals } = readQuantity(text, factor)
    const { indicator, passage } = this
    return { indicator, passage, from, to, year, number, decimals, factor }
  }

  /** Whether the data have a number anywhere: in a year, as a target, or of somebody it is compared with. */
  #isKnown(text: string, factor: Decimal): boolean {
    const quantity = readQuantity(text, factor)
    const { values, target, benchmark, competitor, industry } = this.indicator
    const others = [...benchmark, ...competitor, ...industry].flatMap((other) => other.values)
    return [...values, ...target, ...others].some(({ number }) =>
      agrees(quantity, new Decimal(number)),
    )
  }

  /** The one year whose value a typed number is. */
  yearOfValue(text: string, factor: Decimal): number | undefined {
    const quantity = readQuantity(text, factor)
    const fitting = this.indicator.values.filter((value) =>
      agrees(quantity, new Decimal(value.number)),
    )
    return fitting.length === 1 ? fitting[0]?.year : undefined
  }

  has(year: number): boolean {
    return valueIn(this.indicator.values, year) !== undefined
  }

  /** An amount with its unit; none where something else follows. */
  amount(text: string, at: number): { readonly amount: Amount; readonly end: number } | undefined {
    const { text: words } = this.passage
    const { typed: number, decimals } = readQuantity(text)
    const points = /^\s?个百分点/.exec(words.slice(at, at + 5))?.[0]
    if (points !== undefined)
      return { amount: { number, decimals, in: 'points' }, end: at + points.length }
    if (words[at] === '%') return { amount: { number, decimals, in: 'percent' }, end: at + 1 }
    const unit = this.unit(at)
    return unit === undefined
      ? undefined
      : { amount: { number, decimals, in: unit.factor }, end: unit.end }
  }
}

export type Groups = Readonly<Record<string, string | undefined>>
