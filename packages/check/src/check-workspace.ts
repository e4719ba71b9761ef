import { type Award, isSpecified, type NotSpecified } from '@ziping/award'
import { comparePlaces, type Finding } from '@ziping/diagnostics'
import type { ConditionResult } from '@ziping/forms'
import { deadlineOf, type LintSubject, waiveLater } from '@ziping/lint'
import { checkConditions } from './check-conditions.ts'
import { checkDeliverables } from './check-deliverables.ts'
import type { CheckedDeliverable } from './deliverable-state.ts'
import { type CheckedPlan, checkPlan } from './plan-dates.ts'

/** Everything before handing in, as of the reference date. */
export interface CheckReport {
  readonly award: Award
  readonly applicant: string | undefined
  readonly date: string | undefined
  /** Whether the reference date is the day of filing that ziping.yaml gives. */
  readonly isFiled: boolean
  readonly deadline: string | undefined
  /** Whether it can go in as it is: no finding is an error, and nothing that must be there is missing. */
  readonly ready: boolean
  /** Whether a finding is an error; without one it can be printed, and then be signed. */
  readonly hasErrors: boolean
  readonly deliverables: readonly CheckedDeliverable[]
  /** Undefined where the notice has none. */
  readonly conditions: readonly ConditionResult[] | undefined
  readonly plan: CheckedPlan
  /** All that was found, by lint and here. */
  readonly findings: readonly Finding[]
  /** Those that `lint` does not show. */
  readonly own: readonly Finding[]
  /** Those of no deliverable. */
  readonly others: readonly Finding[]
}

/** Puts together what was found before, by lint and in the `files` themselves, with what handing in asks for. */
export function checkWorkspace(
  subject: LintSubject,
  found: readonly Finding[],
  files: readonly Finding[] = [],
): CheckReport {
  const { award, workspace, applicant, date } = subject
  const conditions = checkConditions(subject)
  const plan = checkPlan(subject)
  const checked = checkDeliverables(subject, [...found, ...files])
  const raised = [...checked.findings, ...conditions.findings, ...plan.findings]
  const waived = waiveLater([...files, ...raised], subject, ['check'])
  const standing = new Set([...found, ...waived.findings])
  const stands = (one: Finding): boolean => standing.has(one)
  const deliverables = checked.deliverables.map((one) => {
    return { ...one, findings: one.findings.filter(stands) }
  })
  const others = [...checked.others, ...conditions.findings, ...plan.findings].filter(stands)
  const own = [...waived.findings, ...waived.unused]
  const all = [...found, ...own]
  const hasErrors = all.some(({ severity }) => severity === 'error')
  const name = applicant.fact(
    award.applicant.kind === 'person' ? 'person.name' : 'organization.name',
  )
  return {
    award,
    applicant: typeof name === 'string' ? name : undefined,
    date,
    isFiled: date !== undefined && date === workspace.config.filed,
    deadline: deadlineOf(workspace, award),
    ready: !hasErrors && deliverables.every(({ state }) => state !== 'missing'),
    hasErrors,
    deliverables,
    conditions: isSpecified(award.conditions) ? conditions.results : undefined,
    plan,
    own,
    findings: all.sort((a, b) => comparePlaces(a.place, b.place)),
    others: [...others, ...waived.unused],
  }
}

/** The duties of an applicant once the application is in, or of who has won. */
export type Duties = Exclude<Award['duties'], NotSpecified>
