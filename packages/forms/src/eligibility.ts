import {
  type Award,
  type Condition,
  type EvidenceNeeded,
  evaluateExpression,
  type Facts,
  isSpecified,
} from '@ziping/award'
import type { Bilingual, Language, Words } from '@ziping/diagnostics'
import type { Evidence } from '@ziping/report'
import { reasonsOf } from './condition-reasons.ts'
import { type ConditionWindow, windowsOf } from './condition-windows.ts'

export type Outcome = 'met' | 'not-met' | 'undecided' | 'not-applicable'

/** What a person has said to a condition, from ziping.yaml. */
export interface Confirmation {
  readonly by: string
  readonly on: string
  readonly note?: string
  /** Whether it is so as `confirm` words it. */
  readonly answer: boolean
}

/** One of several ways to meet a condition. */
export interface AlternativeResult {
  readonly id: string
  readonly text: string
  readonly outcome: Outcome
  readonly missing: readonly string[]
}

/** Evidence a condition wants, and what of its kind there is. */
export interface EvidenceResult extends EvidenceNeeded {
  readonly found: readonly string[]
}

/** Whether a condition is met, and what is missing where that can't be said. */
export interface ConditionResult {
  readonly condition: Condition
  readonly outcome: Outcome
  /** Facts without which it can't be decided. */
  readonly missing: readonly string[]
  /** What a person still has to confirm. */
  readonly toConfirm?: string
  readonly confirmed?: Confirmation
  readonly alternatives: readonly AlternativeResult[]
  readonly windows: readonly ConditionWindow[]
  readonly evidence: readonly EvidenceResult[]
  /** Where it is not met: the facts that decided so, and those that were sought in vain. */
  readonly reasons: readonly Bilingual[]
  /** Why the facts can't be calculated with. */
  readonly fault?: Readonly<Record<Language, Words>>
}

export interface Assessing {
  /** Facts with the reference date as `date`: of form data, or the applicant's alone. */
  readonly facts: Facts
  readonly confirmations: Readonly<Record<string, Confirmation>>
  readonly evidence: readonly Evidence[]
}

/** Assesses every condition of the award; none where the notice has none. */
export function assessEligibility(
  { conditions }: Pick<Award, 'conditions'>,
  assessing: Assessing,
): readonly ConditionResult[] {
  return isSpecified(conditions)
    ? conditions.map((condition) => assessCondition(condition, assessing))
    : []
}

function assessCondition(condition: Condition, assessing: Assessing): ConditionResult {
  const { facts, confirmations } = assessing
  const alternatives = condition.anyOf.map(({ id, text, test }) => {
    const { outcome, missing } = judge(test, facts)
    return { id, text, outcome, missing }
  })
  const judged = judgeFacts(condition, alternatives, facts)
  const confirmed = confirmations[condition.id]
  const applies = condition.applies === undefined ? met : judge(condition.applies, facts)
  const outcome = combine(condition, applies.outcome, judged.outcome, confirmed)
  const undecided = outcome === 'undecided'
  const asks = condition.confirm !== undefined && confirmed === undefined
  return {
    condition,
    outcome,
    missing: undecided ? [...new Set([...applies.missing, ...judged.missing])] : [],
    ...(undecided && asks ? { toConfirm: condition.confirm } : {}),
    ...(confirmed === undefined ? {} : { confirmed }),
    alternatives,
    windows: windows(condition, facts),
    evidence: outcome === 'not-applicable' ? [] : evidenceFor(condition, alternatives, assessing),
    reasons: reasonsFor(condition, outcome, judged.outcome, confirmed, facts),
    ...(judged.fault === undefined ? {} : { fault: judged.fault }),
  }
}

function reasonsFor(
  condition: Condition,
  outcome: Outcome,
  byFacts: Outcome,
  confirmed: Confirmation | undefined,
  facts: Facts,
): readonly Bilingual[] {
  if (outcome !== 'not-met') return []
  if (byFacts === 'not-met') return reasonsOf(condition, facts)
  return confirmed === undefined ? [] : [deniedBy(condition.id, confirmed)]
}

function deniedBy(id: string, { by, on }: Confirmation): Bilingual {
  return {
    'zh-CN': `${by} ${on} 在 confirmations 的 ${id} 里答的是“否”（answer: false）`,
    en: `${by} answered no on ${on} (confirmations, ${id})`,
  }
}

interface Judged {
  readonly outcome: Outcome
  readonly missing: readonly string[]
  readonly fault?: Readonly<Record<Language, Words>>
}

const met: Judged = { outcome: 'met', missing: [] }

/** What the facts alone say: whether a test, or one of several, holds. */
function judgeFacts(
  { kind, test, anyOf }: Condition,
  alternatives: readonly AlternativeResult[],
  facts: Facts,
): Judged {
  const own = isSpecified(test) ? judge(test, facts) : met
  const held = anyOf.length === 0 ? own : anyHolds(alternatives)
  if (kind !== 'must-not' || (anyOf.length === 0 && !isSpecified(test))) return held
  return { ...held, outcome: opposite[held.outcome] }
}

/** A `must-not` holds while its test does not. */
const opposite: Readonly<Record<Outcome, Outcome>> = {
  met: 'not-met',
  'not-met': 'met',
  undecided: 'undecided',
  'not-applicable': 'not-applicable',
}

function judge(expression: string, facts: Facts): Judged {
  const evaluation = evaluateExpression(expression, facts)
  switch (evaluation.kind) {
    case 'value':
      return { outcome: evaluation.value === true ? 'met' : 'not-met', missing: [] }
    case 'undecided':
      return { outcome: 'undecided', missing: evaluation.missing }
    case 'error':
      return { outcome: 'undecided', missing: [], fault: evaluation.words }
    default:
      return evaluation satisfies never
  }
}

function anyHolds(alternatives: readonly AlternativeResult[]): Judged {
  if (alternatives.some(({ outcome }) => outcome === 'met')) return met
  const open = alternatives.filter(({ outcome }) => outcome === 'undecided')
  return open.length === 0
    ? { outcome: 'not-met', missing: [] }
    : { outcome: 'undecided', missing: open.flatMap(({ missing }) => missing) }
}

/** Facts and person together: what either denies is not met, what either leaves open is undecided. */
function combine(
  { kind, mode, test, anyOf }: Condition,
  applies: Outcome,
  byFacts: Outcome,
  confirmed: Confirmation | undefined,
): Outcome {
  if (applies === 'not-met') return 'not-applicable'
  if (applies === 'undecided') return 'undecided'
  const byPerson = confirmed === undefined ? 'undecided' : confirmed.answer ? 'met' : 'not-met'
  if (mode === 'auto') return byFacts
  if (mode === 'manual' || (!isSpecified(test) && anyOf.length === 0)) return byPerson
  if (byFacts === 'not-met' || byPerson === 'not-met') return 'not-met'
  // that something has not happened is often known by no file: there a person's word is enough
  if (kind === 'must-not' && byFacts === 'undecided') return byPerson
  return byFacts === 'undecided' ? 'undecided' : byPerson
}

function windows({ test, anyOf }: Condition, facts: Facts): readonly ConditionWindow[] {
  const { date } = facts
  if (typeof date !== 'string') return []
  const own = isSpecified(test) ? [test] : []
  return windowsOf([...own, ...anyOf.map((one) => one.test)].join(' ; '), date)
}

function evidenceFor(
  { evidence, anyOf }: Condition,
  alternatives: readonly AlternativeResult[],
  { evidence: index }: Assessing,
): readonly EvidenceResult[] {
  const chosen = anyOf.filter(
    ({ id }) => alternatives.find((one) => one.id === id)?.outcome === 'met',
  )
  const ofChosen = chosen.flatMap(({ evidence: kind, text }) =>
    kind === undefined || evidence.some((needed) => needed.kind === kind)
      ? []
      : [{ kind, min: 1, note: text }],
  )
  return [...evidence, ...ofChosen].map((needed) => ({
    ...needed,
    found: index.filter((one) => fits(one, needed)).map(({ id }) => id),
  }))
}

function fits(evidence: Evidence, { kind, issuers, levels }: EvidenceNeeded): boolean {
  if (evidence.kind !== kind) return false
  const issuer = `${evidence.issuerType ?? ''} ${evidence.issuer ?? ''}`
  if (issuers !== undefined && !issuers.some((known) => issuer.includes(known))) return false
  return levels === undefined || levels.includes(evidence.level ?? '')
}
