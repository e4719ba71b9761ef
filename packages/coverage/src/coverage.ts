import type { Clause, DimensionId, Requirement } from '@ziping/award'
import type { Place } from '@ziping/diagnostics'
import type { CharacterCount } from '@ziping/report'

export interface RequirementCoverage {
  readonly requirement: Requirement
  readonly answered: boolean
  /** Where it is answered, or where what is too short stands. */
  readonly place?: Place
  readonly count: number
}

export interface ClauseCoverage {
  readonly clause: Clause
  readonly answered: boolean
  /** Where the clause's heading stands. */
  readonly place?: Place
  readonly count: number
  readonly requirements: readonly RequirementCoverage[]
  /** The dimensions the clause must show, and whether it does. */
  readonly dimensions: Readonly<Partial<Record<DimensionId, boolean>>>
}

export interface DocumentCoverage {
  readonly id: string
  readonly title: string
  readonly length: CharacterCount
  readonly limit?: number
}

/** Answered and needed. */
export type Tally = readonly [number, number]

export interface CoverageSummary {
  readonly clauses: Tally
  readonly requirements: Tally
  readonly dimensions: Tally
}

/** One report's clauses: the applicant's own, or those of a controlled company. */
export interface ReportCoverage {
  readonly holding?: string
  readonly clauses: readonly ClauseCoverage[]
  readonly summary: CoverageSummary
}

/** Clauses × requirements × dimensions: what is answered, and how long it is. */
export interface Coverage extends ReportCoverage {
  readonly award: string
  readonly documents: readonly DocumentCoverage[]
  /** The controlled companies, where the award wants a report of each. */
  readonly holdings: readonly ReportCoverage[]
}
