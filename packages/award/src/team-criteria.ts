import type { Award } from './award.ts'
import type { Clause, Requirement } from './clause.ts'

/** A team's own items of a standard, by the clause they belong to. */
export type TeamCriteria = ReadonlyMap<string, readonly Requirement[]>

/** The last award made with items, and with which. */
const last = new WeakMap<Award, { readonly items: string; readonly award: Award }>()

/**
 * Puts a team's items in the place of the award's topics, wherever the team has any. The same items give the same award:
 * all that a warm session remembers, it remembers of an award.
 */
export function applyTeamCriteria(award: Award, criteria: TeamCriteria): Award {
  if (criteria.size === 0) return award
  const items = JSON.stringify([...criteria])
  const before = last.get(award)
  if (before?.items === items) return before.award
  const made = withItems(award, criteria)
  last.set(award, { items, award: made })
  return made
}

function withItems(award: Award, criteria: TeamCriteria): Award {
  const change = (clause: Clause): Clause => {
    const own = clauseNames(clause).flatMap((name) => criteria.get(name) ?? [])
    const requirements = own.length > 0 ? own : clause.requirements
    return { ...clause, requirements, children: clause.children.map(change) }
  }
  return { ...award, clauses: award.clauses.map(change) }
}

/** A team may name a clause as the award does or as the standard does: 1.1 or 4.1.2. */
export function clauseNames({ id, aliases }: Clause): readonly string[] {
  return [id, ...aliases]
}
