import { type Deliverable, isSpecified } from '@ziping/award'
import type { Bilingual } from '@ziping/diagnostics'
import { contentOf, formsOf } from '@ziping/forms'
import type { LintSubject } from '@ziping/lint'

/** What there is of a deliverable in the workspace. */
export interface Material {
  readonly present: boolean
  readonly notes: readonly Bilingual[]
  /** Where it is written, as advice says it. */
  readonly where: string
}

/** Looks where a deliverable of its kind is kept. */
export function materialOf(
  deliverable: Deliverable,
  subject: LintSubject,
  signed: readonly string[],
): Material {
  const { kind, source } = deliverable
  const { paths } = subject.workspace.config
  if (source?.external === true) return external(deliverable, subject, signed)
  switch (kind) {
    case 'form':
    case 'statement':
      return form(deliverable, subject, signed)
    case 'overview':
      return texts(deliverable, subject, paths.overview)
    case 'report':
      return texts(deliverable, subject, `${paths.report}/`)
    case 'case':
      return texts(deliverable, subject, `${paths.cases}/`)
    case 'evidence':
      return evidence(deliverable, subject)
    case 'pictures':
      return pictures(subject)
    case 'letter':
    case 'slides':
      return external(deliverable, subject, signed)
    default:
      return kind satisfies never
  }
}

function texts({ kind }: Deliverable, { coverage, report }: LintSubject, where: string): Material {
  const own = report.documents.filter((one) => one.kind === kind)
  const ids = new Set(own.map(({ id }) => id))
  const measured = coverage.documents.filter(({ id }) => ids.has(id.split('/')[0] ?? id))
  const count = measured.reduce((sum, { length }) => sum + length.characters, 0)
  return {
    present: own.some(({ parsed }) => parsed.blocks.length > 0),
    notes: own.length === 0 ? [] : [lengthNote(count, measured[0]?.limit)],
    where,
  }
}

function lengthNote(count: number, limit: number | undefined): Bilingual {
  const shown = count.toLocaleString('en-US')
  const most = limit === undefined ? '' : ` / ${limit.toLocaleString('en-US')}`
  return { 'zh-CN': `${shown}${most} 字`, en: `${shown}${most} 字` }
}

function form(
  { source }: Deliverable,
  { award, form: data, workspace }: LintSubject,
  signed: readonly string[],
): Material {
  const [own] = formsOf(award).filter(({ id }) => id === source?.form)
  const { config } = workspace
  if (own?.external === true) {
    const filled = signed.length > 0 || config.formTemplate !== undefined
    return { present: filled, notes: namesOf(signed), where: config.paths.signed }
  }
  const values = (own?.fields ?? []).flatMap(({ id }) => data.values.get(id) ?? [])
  const filled = values.filter(
    (value) => contentOf(value) !== undefined || value.kind === 'document',
  ).length
  const asked = values.filter(({ kind }) => kind !== 'by-hand').length
  return {
    present: filled > 0,
    notes: [{ 'zh-CN': `${filled} / ${asked} 栏已填`, en: `${filled} of ${asked} fields` }],
    where: `${config.paths.formData}、${config.paths.applicant}`,
  }
}

function evidence({ evidence: needed }: Deliverable, subject: LintSubject): Material {
  const { all } = subject.evidence
  const { paths } = subject.workspace.config
  const kinds = new Set(needed.filter(({ min = 0 }) => min > 0).map(({ kind }) => kind))
  // A second deliverable of this kind (a deed of appointment) is there when its own kind of proof is.
  const isMain =
    subject.award.deliverables.find(({ kind }) => kind === 'evidence')?.evidence === needed
  const own = isMain ? all : all.filter(({ kind }) => kind !== undefined && kinds.has(kind))
  const told = own.filter(({ unavailable }) => unavailable !== undefined).length
  const count = own.length - told
  return {
    present: own.length > 0,
    notes:
      own.length === 0
        ? []
        : [
            {
              'zh-CN': `${count} 份${told === 0 ? '' : `，另有 ${told} 份写明不能提供`}`,
              en: `${count}${told === 0 ? '' : `, and ${told} that cannot be given`}`,
            },
          ],
    where: `${paths.evidence}/evidence.yaml`,
  }
}

function pictures({ award, workspace }: LintSubject): Material {
  const value = workspace.photos?.value
  const count =
    typeof value === 'object' && value !== null
      ? (Array.isArray(value) ? value : Object.values(value)).length
      : 0
  const rules = isSpecified(award.pictures) ? award.pictures : []
  const most = rules.flatMap(({ maxFiles }) => (isSpecified(maxFiles) ? [maxFiles] : []))[0]
  const of = most === undefined ? '' : ` / ${most}`
  return {
    present: count > 0,
    notes: count === 0 ? [] : [{ 'zh-CN': `${count}${of} 张`, en: `${count}${of}` }],
    where: `${workspace.config.paths.photos}/photos.yaml`,
  }
}

/** Scans, letters and slides are files of their own; a letter may also lie among the evidence. */
function external(
  { id, kind }: Deliverable,
  { evidence: index, workspace }: LintSubject,
  signed: readonly string[],
): Material {
  const letters = kind === 'letter' ? index.all.filter((one) => isLetter(one, id)) : []
  const files = [...signed, ...letters.flatMap(({ file }) => file ?? [])]
  return {
    present: files.length > 0,
    notes: namesOf(files),
    where: `${workspace.config.paths.signed}/`,
  }
}

/** A letter that was entered as evidence: by the deliverable's id, or by its kind. */
export function isLetter(
  { id, kind }: { readonly id: string; readonly kind?: string },
  deliverable: string,
): boolean {
  return id === deliverable || kind === deliverable
}

function namesOf(files: readonly string[]): readonly Bilingual[] {
  const names = files.map((file) => file.slice(file.lastIndexOf('/') + 1)).join('、')
  return files.length === 0 ? [] : [{ 'zh-CN': names, en: names }]
}
