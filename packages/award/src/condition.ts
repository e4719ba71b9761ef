import type { EvidenceNeeded } from './deliverable.ts'
import type { Source } from './source.ts'
import type { Specified } from './specified.ts'
import type { Expression } from './terms.ts'

/** A condition of eligibility. */
export interface Condition {
  readonly id: string
  readonly kind: 'must' | 'must-not' | 'advice'
  readonly text: string
  readonly applies?: Expression
  readonly test?: Specified<Expression>
  readonly mode: 'auto' | 'semi' | 'manual'
  readonly confirm?: string
  readonly anyOf: readonly {
    readonly id: string
    readonly text: string
    readonly test: Expression
    readonly evidence?: string
    readonly src?: Source
  }[]
  readonly evidence: readonly EvidenceNeeded[]
  readonly note?: string
  readonly src: Source
}
