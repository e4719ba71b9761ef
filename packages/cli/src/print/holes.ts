import type { Award, Dimension, Requirement } from '@ziping/award'
import { clauseHeading } from '@ziping/award'
import type { ClauseCoverage, ReportCoverage } from '@ziping/coverage'

/** Something a clause still asks for. */
export interface Hole {
  readonly clause: string
  readonly what: 'clause' | 'requirement' | 'dimension'
  readonly text: string
  readonly where?: string
  readonly holding?: string
}

export function hasHole(clause: ClauseCoverage): boolean {
  return (
    !clause.answered ||
    missingRequirements(clause).length > 0 ||
    Object.values(clause.dimensions).includes(false)
  )
}

/** The requirements still to be answered; where some alternatives are enough, none once there are enough. */
function missingRequirements({ clause, requirements }: ClauseCoverage): readonly Requirement[] {
  const answered = requirements.filter((requirement) => requirement.answered).length
  if (clause.choice !== undefined && answered >= clause.choice.min) return []
  return requirements
    .filter((requirement) => !requirement.answered)
    .map(({ requirement }) => requirement)
}

export function holesOf(report: ReportCoverage, award: Award): readonly Hole[] {
  const labels = new Map<string, Dimension>(
    award.dimensions.flatMap((scheme) => scheme.dims).map((dim) => [dim.id, dim]),
  )
  return report.clauses.flatMap((clause): readonly Hole[] => {
    const common = {
      clause: clauseHeading(clause.clause),
      ...(clause.place === undefined ? {} : { where: `${clause.place.file}:${clause.place.line}` }),
      ...(report.holding === undefined ? {} : { holding: report.holding }),
    }
    const holes: Hole[] = []
    if (!clause.answered) holes.push({ ...common, what: 'clause', text: String(clause.count) })
    // A clause that has not been begun asks for everything: once is enough.
    if (clause.place === undefined && !clause.answered) return holes
    for (const requirement of missingRequirements(clause))
      holes.push({ ...common, what: 'requirement', text: requirementName(requirement) })
    for (const [id, shown] of Object.entries(clause.dimensions))
      if (shown === false)
        holes.push({ ...common, what: 'dimension', text: labels.get(id)?.label ?? id })
    return holes
  })
}

export function requirementName({ label, name, group, text }: Requirement): string {
  if (name !== undefined) return name
  return `${group === undefined ? '' : `${group} `}${label ?? ''}）${text}`
}
