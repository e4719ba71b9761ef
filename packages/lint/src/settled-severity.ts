import type { Severity } from '@ziping/diagnostics'

/** What decides how severe one finding is. */
export interface SeverityGiven {
  /** The rule's own. */
  readonly rule: Severity | 'off'
  /** The finding's own, where it is a weaker or a stronger sign than the rule's others. */
  readonly own?: Severity
  /** Set for the rule by the award, the workspace or the command line. */
  readonly set?: Severity
  /** Never more than this, whatever is set. */
  readonly atMost?: Severity
}

/**
 * A setting says how severe a rule is where it is sure of itself, and what nothing of the rule exceeds. A weaker sign stays
 * weak: a setting may lower it, never raise it (docs/decisions/0008-severity-of-a-finding.md).
 */
export function settledSeverity({ rule, own, set, atMost = 'error' }: SeverityGiven): Severity {
  const sure = rule === 'off' ? 'warning' : rule
  const usual = own ?? sure
  if (set === undefined) return milder(usual, atMost)
  const isWeaker = ranks[usual] < ranks[sure]
  return milder(isWeaker ? milder(usual, set) : set, atMost)
}

const ranks: Readonly<Record<Severity, number>> = { info: 0, warning: 1, error: 2 }

function milder(a: Severity, b: Severity): Severity {
  return ranks[a] < ranks[b] ? a : b
}
