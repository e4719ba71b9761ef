import type { Certainty, Source } from './source.ts'
import type { Specified } from './specified.ts'

export type ClauseKind = 'process' | 'result' | 'condition' | 'profile'

/** What a requirement of results must show. */
export type Need = 'trend' | 'benchmark' | 'peer' | 'target' | 'own-past'

/** An item of a leaf clause that must be answered. */
export interface Requirement {
  readonly id: string
  /** The label as printed (`a`, `1`); an item without one is answered by its name. */
  readonly label?: string
  readonly name?: string
  readonly names: readonly string[]
  /** The group the item stands in within its clause (工作绩效 …). */
  readonly group?: string
  readonly text: string
  readonly points: Specified<number>
  readonly pointsCertainty?: Certainty
  readonly window?: string
  readonly needs: readonly Need[]
  readonly hints: readonly string[]
  readonly src?: Source
}

/** A node of the award's tree. */
export interface Clause {
  readonly id: string
  /** The number as printed; a clause without one is recognised by its title. */
  readonly number?: string
  readonly title: string
  readonly titles: readonly string[]
  /** The number in the standard behind the award (`4.1.2`). */
  readonly standard?: string
  readonly aliases: readonly string[]
  readonly kind: ClauseKind
  readonly scored: boolean
  readonly points: Specified<number>
  readonly pointsCertainty?: Certainty
  /** Id of a dimension scheme; without it the scheme that applies to the clause's kind. */
  readonly dimensions?: Specified<string>
  readonly requirements: readonly Requirement[]
  /** How many of the requirements are enough. */
  readonly choice?: { readonly min: number }
  readonly repeatPer?: 'holding'
  readonly minLength?: number
  readonly hints: readonly string[]
  readonly guidance: readonly { readonly text: string; readonly src?: Source }[]
  readonly topics: readonly string[]
  readonly src?: Source
  readonly children: readonly Clause[]
}

/** All clauses in tree order, parents before children. */
export function* allClauses(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of clauses) {
    yield clause
    yield* allClauses(clause.children)
  }
}

/** The leaves in tree order. */
export function* leafClauses(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of allClauses(clauses)) if (clause.children.length === 0) yield clause
}

/** The leaves that are judged: an unscored 组织简介 is not among them. */
export function scoredLeaves(clauses: readonly Clause[]): readonly Clause[] {
  return [...leafClauses(clauses)].filter((clause) => clause.scored)
}

const indexes = new WeakMap<readonly Clause[], ReadonlyMap<string, Clause>>()

export function findClause(clauses: readonly Clause[], id: string): Clause | undefined {
  let index = indexes.get(clauses)
  if (index === undefined) {
    // Of two with one id the first counts.
    const entries = [...allClauses(clauses)].map((clause) => [clause.id, clause] as const)
    index = new Map(entries.reverse())
    indexes.set(clauses, index)
  }
  return index.get(id)
}

/** The clauses above a clause, outermost first. */
export function parentsOf(clauses: readonly Clause[], id: string): readonly Clause[] {
  for (const clause of clauses) {
    if (clause.id === id) return []
    if (findClause(clause.children, id)) return [clause, ...parentsOf(clause.children, id)]
  }
  return []
}

/** `1.1 高层领导的作用`, `一、基本条件`, or the title alone where no number is printed. */
export function clauseHeading(clause: Clause): string {
  if (clause.number === undefined) return clause.title
  return /^[一二三四五六七八九十]+$/.test(clause.number)
    ? `${clause.number}、${clause.title}`
    : `${clause.number} ${clause.title}`
}
