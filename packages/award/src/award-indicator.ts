import type { Source } from './source.ts'
import type { Specified } from './specified.ts'
import type { Expression, FindingLevel } from './terms.ts'

export interface AwardIndicatorInput {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly basis: 'flow' | 'open' | 'close' | 'average' | 'previousClose' | 'constant'
  readonly default?: number
  /** The form field that holds the same figure. */
  readonly field?: string
  readonly note?: string
}

/** An indicator computed by the notice's own formula. */
export interface AwardIndicator {
  readonly id: string
  readonly label: string
  readonly unit: string
  readonly printedUnit?: string
  readonly inputs: readonly AwardIndicatorInput[]
  readonly expression: Expression
  readonly decimals: number
  readonly field?: string
  readonly range?: readonly [Specified<number>, Specified<number>]
  readonly checks: readonly {
    readonly test: Expression
    readonly message: string
    readonly severity?: FindingLevel
  }[]
  readonly formula?: string
  readonly notes: readonly string[]
  readonly traps: readonly string[]
  readonly src?: Source
}
