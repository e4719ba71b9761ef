import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '../subject.ts'
import { waiveFindings } from '../waive.ts'
import { needless } from '../waiver-findings.ts'
import { laterRule } from './index.ts'
import type { LaterStage } from './later-rule.ts'

/** What still stands, and the waivers of these stages that nothing needed. */
export interface WaivedLater {
  readonly findings: readonly Finding[]
  readonly unused: readonly Finding[]
}

/**
 * Takes out of what was found later what the writers asked to be left alone. `stages` are those that ran from end to end: of
 * others nobody can tell whether a waiver is needed.
 */
export function waiveLater(
  findings: readonly Finding[],
  { report, workspace }: Pick<LintSubject, 'report' | 'workspace'>,
  stages: readonly LaterStage[] = [],
): WaivedLater {
  const coverable = new Set(findings.filter(isCoverable))
  const waived = waiveFindings([...coverable], report, workspace)
  const standing = new Set(waived.findings)
  return {
    findings: findings.filter((finding) => !coverable.has(finding) || standing.has(finding)),
    unused: waived.unused.flatMap((waiver) => {
      const kind = laterRule(waiver.rule)
      return kind !== undefined && kind.waivable !== 'never' && stages.includes(kind.stage)
        ? [needless(waiver)]
        : []
    }),
  }
}

/** What lint raises as well, is waived as there. */
function isCoverable({ rule, severity }: Finding): boolean {
  const waivable = laterRule(rule)?.waivable ?? 'always'
  return waivable === 'always' || (waivable === 'warnings' && severity !== 'error')
}
