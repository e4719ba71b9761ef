import type { Finding } from '@ziping/diagnostics'

export interface FindingCounts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
  readonly fixable: number
}

export function countFindings(findings: readonly Finding[]): FindingCounts {
  const of = (severity: Finding['severity']): number =>
    findings.filter((finding) => finding.severity === severity).length
  return {
    errors: of('error'),
    warnings: of('warning'),
    infos: of('info'),
    fixable: findings.filter(isFixable).length,
  }
}

/** Whether `--fix` would mend it. */
export function isFixable({ fix }: Finding): boolean {
  return fix !== undefined && fix.length > 0
}
