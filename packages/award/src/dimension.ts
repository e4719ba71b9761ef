import type { Source } from './source.ts'
import type { Specified } from './specified.ts'
import type { FindingLevel, YearReference } from './terms.ts'

export type DimensionId =
  | 'approach'
  | 'deployment'
  | 'result'
  | 'learning'
  | 'integration'
  | 'plan'
  | 'do'
  | 'check'
  | 'act'
  | 'level'
  | 'trend'
  | 'comparison'
  | 'target'

export interface Dimension {
  readonly id: DimensionId
  readonly label: string
  /** Short forms accepted in a lead-in: 【方法】 for 【采用方法】. */
  readonly names: readonly string[]
  readonly required: FindingLevel
  /** Words that hint at the dimension. */
  readonly words: readonly string[]
}

export interface DimensionScheme {
  readonly id: string
  readonly title?: string
  readonly applies: 'process' | 'result' | 'all'
  readonly dims: readonly Dimension[]
  /** A reference into a results clause counts as the result. */
  readonly resultByReference: boolean
  readonly printed: Specified<boolean>
  readonly src?: Source
}

export interface DataWindow {
  readonly id: string
  readonly from: YearReference
  readonly to: YearReference
  readonly applies: readonly string[]
  readonly holes: FindingLevel
  readonly shortenTo?: string
  readonly note?: string
  readonly src?: Source
}
