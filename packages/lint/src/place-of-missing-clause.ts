import { type Clause, parentsOf } from '@ziping/award'
import { type Place, placeOfFile } from '@ziping/diagnostics'
import { type Report, sectionsFor } from '@ziping/report'

/** The nearest sibling before it, else its parent, else the workspace: where a writer would add it. */
export function placeOfMissingClause(
  report: Report,
  clause: Clause,
  holding: string | undefined,
): Place {
  const parents = parentsOf(report.award.clauses, clause.id)
  const siblings = parents.at(-1)?.children ?? report.award.clauses
  const before = siblings
    .slice(
      0,
      siblings.findIndex(({ id }) => id === clause.id),
    )
    .toReversed()
  for (const { id } of [...before, ...parents.toReversed()]) {
    const place = sectionsFor(report, id, holding).at(-1)?.place
    if (place !== undefined) return place
  }
  return placeOfFile('ziping.yaml')
}
