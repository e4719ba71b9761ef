import type { Indicator, YearValue } from '@ziping/report'
import type { Decimal } from 'decimal.js'
import type { Passage } from './typed-values-passages.ts'

interface Located {
  readonly indicator: Indicator
  readonly passage: Passage
  /** The words it is read from, as offsets of the passage. */
  readonly from: number
  readonly to: number
}

/** Upwards, downwards, level. */
export type Direction = 1 | -1 | 0

/** A difference or rate as typed. */
export interface Amount {
  readonly number: Decimal
  readonly decimals: number
  /** A share of the earlier value, percentage points, or how many of the indicator's unit one is. */
  readonly in: 'percent' | 'points' | Decimal
}

/** Whom a value is set against. */
export interface Other {
  readonly name: string
  readonly values: readonly YearValue[]
}

/** What a sentence says of an indicator besides its value. */
export type Claim = Located &
  (
    | {
        /** 同比增长13.4%, 比2017年少19件, 两年提高4.4个百分点 */
        readonly kind: 'change'
        readonly direction: Direction
        readonly amount?: Amount
        /** The pairs of years it may speak of; one of them is enough. */
        readonly spans: readonly { readonly from: number; readonly to: number }[]
        /** Per year, not over the whole span. */
        readonly yearly: boolean
        /** Whether no other span is possible. */
        readonly certain: boolean
      }
    | {
        /** 高于主要竞争对手A, 比国内标杆低0.3分, 与标杆差0.2个百分点 */
        readonly kind: 'comparison'
        readonly relation: 'above' | 'below' | 'better' | 'worse' | 'apart'
        readonly other: Other
        /** Without one, the sentence leaves open which. */
        readonly year: number | undefined
        readonly amount?: Amount
        /** 区内标杆的1.20‰ */
        readonly stated?: {
          readonly number: Decimal
          readonly decimals: number
          readonly factor: Decimal
        }
      }
    | {
        /** 是2017年的2.1倍, 为主要竞争对手A的1.6倍, 翻了一番 */
        readonly kind: 'ratio'
        readonly times: Decimal
        readonly decimals: number
        /** At least so many times. */
        readonly atLeast: boolean
        readonly year: number
        readonly versus: { readonly year: number } | { readonly other: Other }
      }
    | {
        /** 连续三年增长, 三年逐年下降, 呈上升趋势 */
        readonly kind: 'trend'
        readonly direction: Direction | 'better'
        readonly years: readonly number[]
        /** Each year, not only over all. */
        readonly each: boolean
      }
    | {
        /** 超过90分的目标, 未达到目标 */
        readonly kind: 'target'
        readonly said: 'met' | 'missed' | 'above' | 'below'
        readonly year: number
        readonly stated?: {
          readonly number: Decimal
          readonly decimals: number
          readonly factor: Decimal
        }
      }
  )

/** A value of an indicator in a year, as typed somewhere. */
export interface ProseValue extends Located {
  readonly year: number
  readonly number: Decimal
  readonly decimals: number
  readonly factor: Decimal
}

/** A value without a year, which the data may have for some year or for none. */
export interface UndatedValue extends ProseValue {
  /** The data have it for no year, and what is said beside it shows that it is the indicator's own. */
  readonly unknown: boolean
}

/** All that a passage says of indicators. */
export interface Statements {
  readonly values: readonly ProseValue[]
  readonly undated: readonly UndatedValue[]
  readonly claims: readonly Claim[]
}
