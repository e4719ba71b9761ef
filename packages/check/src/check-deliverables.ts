import type { Deliverable } from '@ziping/award'
import { type Finding, placeOfFile } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import { planBooks } from '@ziping/resolve'
import { ownerOf } from './assign-findings.ts'
import {
  deliverableMissing,
  formElsewhere,
  signedMissing,
  signedUnknown,
} from './check-findings.ts'
import { type CheckedDeliverable, isRequired, stateOf } from './deliverable-state.ts'
import { materialOf } from './material.ts'
import { signedFiles } from './signed-files.ts'

export interface CheckedDeliverables {
  readonly deliverables: readonly CheckedDeliverable[]
  /** Of the workspace as a whole. */
  readonly others: readonly Finding[]
  /** What was found here, that was not known before. */
  readonly findings: readonly Finding[]
}

/** Every deliverable with its light; `found` is what lint and the others have said before. */
export function checkDeliverables(
  subject: LintSubject,
  found: readonly Finding[],
): CheckedDeliverables {
  const asked = deliverablesOf(subject)
  const { paths } = subject.workspace.config
  const signed = signedFiles(subject, asked)
  const owned = new Map<string, Finding[]>()
  const others: Finding[] = []
  for (const finding of found) {
    const owner = ownerOf(finding, asked, paths)
    if (owner === undefined) others.push(finding)
    else owned.set(owner, [...(owned.get(owner) ?? []), finding])
  }
  const unnamed = signed.unknown.map((file) =>
    signedUnknown(placeOfFile(file), { file, titles: asked.map(({ title }) => title).join('、') }),
  )
  const checked = asked.map((one) =>
    checkOne(one, subject, {
      before: owned.get(one.id) ?? [],
      signed: signed.byDeliverable.get(one.id) ?? [],
    }),
  )
  return {
    deliverables: checked.map(({ deliverable }) => deliverable),
    others: [...others, ...unnamed],
    findings: [...unnamed, ...checked.flatMap(({ told }) => told)],
  }
}

/** What the award asks for; where it asks for nothing, what there is. */
export function deliverablesOf({ award, report }: LintSubject): readonly Deliverable[] {
  if (award.deliverables.length > 0) return award.deliverables
  const kinds = { overview: 'overview', report: 'report', case: 'case' } as const
  return planBooks(report)
    .filter(({ isVolume }) => !isVolume)
    .map(({ id, title }) => ({
      id,
      title,
      kind: kinds[id as keyof typeof kinds] ?? 'report',
      source: { document: id },
      required: id === 'report',
      sign: [],
      seal: [],
      topics: [],
      fileTypes: [],
      evidence: [],
    }))
}

function checkOne(
  deliverable: Deliverable,
  subject: LintSubject,
  known: { readonly before: readonly Finding[]; readonly signed: readonly string[] },
): { readonly deliverable: CheckedDeliverable; readonly told: readonly Finding[] } {
  const { id, title, kind, src } = deliverable
  const material = materialOf(deliverable, subject, known.signed)
  const required = isRequired(deliverable, subject)
  const told = material.present || required === false ? [] : absent(deliverable, subject, known)
  const findings = [...known.before, ...told]
  return {
    told,
    deliverable: {
      id,
      title,
      kind,
      state: stateOf({ present: material.present, required }, findings),
      required,
      notes: material.notes,
      ...(src?.quote === undefined ? {} : { quote: src.quote }),
      signed: known.signed,
      findings,
    },
  }
}

/** What others sign can only be waited for; what the team writes is an error, unless a rule has said so. */
function absent(
  deliverable: Deliverable,
  subject: LintSubject,
  { before }: { readonly before: readonly Finding[] },
): readonly Finding[] {
  const { title, kind, source } = deliverable
  const { config, configFile } = subject.workspace
  const place = configFile.placeOf(['award'])
  const folder = config.paths.signed
  if (source?.external === true || kind === 'letter')
    return [signedMissing(place, { title, folder })]
  const { where } = materialOf(deliverable, subject, [])
  if (where === folder) return [formElsewhere(place, { title, folder })]
  if (before.some(({ messageId, severity }) => messageId === 'absent' && severity === 'error'))
    return []
  return [deliverableMissing(place, { title, where })]
}
