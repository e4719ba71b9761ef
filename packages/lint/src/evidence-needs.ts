import { type Award, type EvidenceNeeded, evaluateExpression, isSpecified } from '@ziping/award'
import { assessEligibility, type FormData } from '@ziping/forms'
import type { Evidence, Workspace } from '@ziping/report'
import type { LintSubject } from './subject.ts'

/** Evidence the award asks for, and what asks for it. */
export interface EvidenceNeed extends EvidenceNeeded {
  readonly by: string
  readonly found: number
}

const known = new WeakMap<FormData, readonly EvidenceNeed[]>()

/** What deliverables and conditions must have, with how much of it there is; each kind once. */
export function evidenceNeeds(subject: DataSubject): readonly EvidenceNeed[] {
  const needs = known.get(subject.form) ?? collect(subject)
  known.set(subject.form, needs)
  return needs
}

type DataSubject = Pick<LintSubject, 'award' | 'evidence' | 'form'> & {
  readonly workspace: Pick<Workspace, 'config'>
}

function collect(subject: DataSubject): readonly EvidenceNeed[] {
  const { award, evidence, form, workspace } = subject
  const ofDeliverables = award.deliverables.flatMap(({ title, required, evidence: needed }) =>
    isRequired(required, subject)
      ? needed.map((one) => ({
          ...one,
          by: title,
          found: evidence.all.filter((candidate) => fits(candidate, one)).length,
        }))
      : [],
  )
  const ofConditions = assessEligibility(award, {
    facts: form.facts,
    confirmations: workspace.config.confirmations,
    evidence: evidence.all,
  }).flatMap(({ condition, evidence: needed }) =>
    needed.map(({ found, ...one }) => ({
      ...one,
      by: `申报条件 ${condition.id}`,
      found: found.length,
    })),
  )
  const needs = new Map<string, EvidenceNeed>()
  for (const need of [...ofDeliverables, ...ofConditions]) {
    const key = JSON.stringify([need.kind, need.issuers, need.levels])
    if ((needs.get(key)?.min ?? 0) < (need.min ?? 0)) needs.set(key, need)
  }
  return [...needs.values()]
}

/** The kinds of evidence the award names anywhere. */
export function kindsNamed({ deliverables, conditions }: Award): ReadonlySet<string> {
  const listed = isSpecified(conditions) ? conditions : []
  return new Set([
    ...[...deliverables, ...listed].flatMap(({ evidence }) => evidence.map(({ kind }) => kind)),
    ...listed.flatMap(({ anyOf }) => anyOf.flatMap(({ evidence }) => evidence ?? [])),
  ])
}

/** Whether a piece of evidence is of the kind, issuer and level asked for. */
export function fits(
  evidence: Evidence,
  { kind, issuers, levels }: Pick<EvidenceNeeded, 'kind' | 'issuers' | 'levels'>,
): boolean {
  if (evidence.kind !== kind) return false
  const issuer = `${evidence.issuerType ?? ''} ${evidence.issuer ?? ''}`
  if (issuers !== undefined && !issuers.some((known) => issuer.includes(known))) return false
  return levels === undefined || levels.includes(evidence.level ?? '')
}

function isRequired(
  required: Award['deliverables'][number]['required'],
  { form }: Pick<LintSubject, 'form'>,
): boolean {
  if (typeof required !== 'string') return required === true
  const evaluation = evaluateExpression(required, form.facts)
  return evaluation.kind === 'value' && evaluation.value === true
}

const kindNames: Readonly<Record<string, string>> = {
  certificate: '证书',
  honour: '荣誉证书',
  rank: '排名证明',
  contract: '合同',
  record: '记录或报告',
  orgChart: '组织机构图',
  uscc: '营业执照（统一社会信用代码证）',
  identity: '身份证明',
  qualification: '资格证书',
  research: '科研成果',
  appointment: '聘任或任命文件',
  recommendation: '推荐函',
}

/** `荣誉证书（kind: honour）`: a kind as people call it and as the index writes it. */
export function kindName(kind: string): string {
  const name = kindNames[kind]
  return name === undefined ? `kind: ${kind}` : `${name}（kind: ${kind}）`
}
