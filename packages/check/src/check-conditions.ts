import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import { assessEligibility, type ConditionResult } from '@ziping/forms'
import type { LintSubject } from '@ziping/lint'
import { conditionNotMet, conditionUnconfirmed, conditionUndecided } from './check-findings.ts'

export interface CheckedConditions {
  readonly results: readonly ConditionResult[]
  readonly findings: readonly Finding[]
}

/** Every condition of eligibility as of the reference date. */
export function checkConditions(subject: LintSubject): CheckedConditions {
  const { award, form, workspace, evidence } = subject
  const results = assessEligibility(award, {
    facts: form.facts,
    confirmations: workspace.config.confirmations,
    evidence: evidence.all,
  })
  return { results, findings: results.flatMap((result) => findingsOf(result, subject)) }
}

function findingsOf(
  { condition, outcome, toConfirm, missing, confirmed, reasons }: ConditionResult,
  { workspace }: LintSubject,
): readonly Finding[] {
  const { id, text, kind } = condition
  if (outcome === 'met' || outcome === 'not-applicable') return []
  const place = placeOf(id, workspace.configFile)
  if (outcome === 'not-met') {
    // What a person denied stands in ziping.yaml; what the facts deny, in the applicant's file.
    const isDenied = confirmed?.answer === false || workspace.applicant === undefined
    const told = conditionNotMet(isDenied ? place : placeOfFile(workspace.applicant.file), {
      id,
      text,
      isExclusion: kind === 'must-not',
      reasons,
    })
    return [kind === 'advice' ? { ...told, severity: 'info' } : told]
  }
  const facts = missing.length > 0 || toConfirm === undefined
  return [
    ...(facts ? [conditionUndecided(place, { id, text, missing })] : []),
    ...(toConfirm === undefined ? [] : [conditionUnconfirmed(place, { id, confirm: toConfirm })]),
  ]
}

function placeOf(
  id: string,
  file: { placeOf(path: readonly string[], part?: 'key'): Place },
): Place {
  return file.placeOf(['confirmations', id], 'key')
}
