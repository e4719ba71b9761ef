import type { Award, Deliverable } from '@ziping/award'
import { evaluateExpression } from '@ziping/award'
import type { Bilingual, Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'

/** A traffic light; `not-needed` is what this applicant, or this stage, does not have to hand in. */
export type DeliverableState = 'ready' | 'open' | 'missing' | 'not-needed'

/** One thing to be handed in, and how far it is. */
export interface CheckedDeliverable {
  readonly id: string
  readonly title: string
  readonly kind: Deliverable['kind']
  readonly state: DeliverableState
  /** Whether this applicant must hand it in; undefined where facts are missing to say so. */
  readonly required: boolean | undefined
  /** What there is of it, in a few words. */
  readonly notes: readonly Bilingual[]
  /** The notice's own words. */
  readonly quote?: string
  /** Sealed or signed scans in signed/ that belong to it. */
  readonly signed: readonly string[]
  readonly findings: readonly Finding[]
}

/** The colour of a light, from what is there and what is wrong with it. */
export function stateOf(
  is: { readonly present: boolean; readonly required: boolean | undefined },
  findings: readonly Finding[],
): DeliverableState {
  if (!is.present) return is.required === false ? 'not-needed' : 'missing'
  return findings.some(({ severity }) => severity === 'error') ? 'open' : 'ready'
}

/** A requirement that hangs on facts which are missing stays open. */
export function isRequired(
  { required }: Pick<Award['deliverables'][number], 'required'>,
  { form }: LintSubject,
): boolean | undefined {
  if (typeof required !== 'string') return required === true
  const evaluation = evaluateExpression(required, form.facts)
  return evaluation.kind === 'value' ? evaluation.value === true : undefined
}
