import type { Finding, Place } from '@ziping/diagnostics'
import type { Report, Waiver, Workspace } from '@ziping/report'

export interface Waived {
  /** What still stands. */
  readonly findings: readonly Finding[]
  /** Waivers that nothing needed. */
  readonly unused: readonly Waiver[]
  readonly withoutReason: readonly Waiver[]
}

/** Takes out what the writers asked to be left alone, with a reason. */
export function waiveFindings(
  findings: readonly Finding[],
  report: Report,
  workspace: Workspace,
): Waived {
  const used = new Set<Waiver>()
  const reasoned = report.waivers.filter((waiver) => waiver.reason !== '')
  const standing = findings.filter((finding) => {
    const waiver = reasoned.find(
      (candidate) => candidate.rule === finding.rule && covers(candidate, finding.place),
    )
    if (waiver !== undefined) used.add(waiver)
    return waiver === undefined && !waivedForAll(finding, workspace)
  })
  return {
    findings: standing,
    unused: reasoned.filter((waiver) => !used.has(waiver)),
    withoutReason: report.waivers.filter((waiver) => waiver.reason === ''),
  }
}

/** A waiver covers the block it stands before. */
function covers({ covers: block }: Waiver, place: Place): boolean {
  return (
    block !== undefined &&
    block.file === place.file &&
    place.line >= block.line &&
    place.line <= block.endLine
  )
}

function waivedForAll(finding: Finding, workspace: Workspace): boolean {
  return workspace.config.waivers.some(
    (waiver) =>
      waiver.reason !== '' &&
      waiver.rule === finding.rule &&
      (waiver.file === undefined || waiver.file === finding.place.file) &&
      (waiver.clause === undefined || waiver.clause === finding.clause),
  )
}
