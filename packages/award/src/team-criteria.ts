import type { Award } from './award.ts'
import type { Clause, Requirement } from './clause.ts'

/** A team's own items of a standard, by the clause they belong to. */
export type TeamCriteria = ReadonlyMap<string, readonly Requirement[]>

/** Puts a team's items in the place of the award's topics, wherever the team has any. */
export function applyTeamCriteria(award: Award, criteria: TeamCriteria): Award {
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
