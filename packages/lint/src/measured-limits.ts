import {
  allClauses,
  type Clause,
  evaluateExpression,
  findClause,
  type LengthLimit,
} from '@ziping/award'
import type { Coverage } from '@ziping/coverage'
import { type Place, placeOfFile } from '@ziping/diagnostics'
import { contentOf, fieldName, fieldsOf } from '@ziping/forms'
import {
  addCounts,
  type CharacterCount,
  countCharacters,
  holdingsIn,
  nothing,
  type ReportDocument,
} from '@ziping/report'
import { countBlocks } from '@ziping/resolve'
import { groupBy } from './group-by.ts'
import type { LintSubject } from './subject.ts'

/** A text of the application with a limit of the award, and how long it is. */
export interface MeasuredText {
  readonly limit: LengthLimit
  readonly kind: 'overview' | 'report' | 'case' | 'field' | 'clause' | 'picture'
  /** As messages call it. */
  readonly title: string
  readonly place: Place
  readonly clause?: Clause
  readonly count: CharacterCount
  /** What the limit speaks of: 字, or characters without spaces. */
  readonly length: number
  /** The files it stands in, with their 字. */
  readonly files: readonly { readonly file: string; readonly length: number }[]
}

type Measured = Omit<MeasuredText, 'limit' | 'length'>

const known = new WeakMap<Coverage, readonly MeasuredText[]>()

/** Every text that a limit of the award in 字 speaks of. */
export function measuredLimits(subject: LintSubject): readonly MeasuredText[] {
  const { award, coverage, form } = subject
  const measured =
    known.get(coverage) ??
    award.limits.flatMap((limit): readonly MeasuredText[] => {
      const isInCharacters =
        limit.measure === 'characters' || limit.measure === 'characters-without-spaces'
      if (!isInCharacters || !isHolding(limit, form.facts)) return []
      return textsOf(limit, subject).map((text) => ({
        ...text,
        limit,
        length: inUnit(limit, text),
      }))
    })
  known.set(coverage, measured)
  return measured
}

/** Whether a limit holds for this applicant; one that can't be decided yet asks for nothing. */
export function isHolding({ applies }: LengthLimit, facts: LintSubject['form']['facts']): boolean {
  if (applies === undefined) return true
  const evaluation = evaluateExpression(applies, facts)
  return evaluation.kind === 'value' && evaluation.value === true
}

function inUnit({ measure }: LengthLimit, { count }: Measured): number {
  return measure === 'characters' ? count.characters : count.withoutSpaces
}

function textsOf(limit: LengthLimit, subject: LintSubject): readonly Measured[] {
  const { target } = limit
  if ('document' in target) return documents(target.document, limit, subject)
  if ('field' in target) return field(target.field, limit, subject)
  if ('clause' in target) return clauses(target.clause, limit, subject)
  if (!('each' in target)) return []
  if (target.each === 'picture') return pictures(subject)
  const cases = subject.report.documents.filter(({ kind }) => kind === 'case')
  return target.each === 'case'
    ? cases.map((one) => measure([one], `案例“${one.parsed.file}”`, 'case', limit, subject))
    : []
}

/** The document of the applicant, and of each controlled company where each has its own. */
function documents(id: string, limit: LengthLimit, subject: LintSubject): readonly Measured[] {
  const named = subject.award.deliverables.find((deliverable) => deliverable.id === id)?.title ?? id
  const all = subject.report.documents.filter((one) => one.kind !== 'field' && one.id === id)
  return [...groupBy(all, ({ holding }) => holding)].flatMap(([holding, parts]) => {
    const [first] = parts
    if (first === undefined || first.kind === 'field') return []
    const title = holding === undefined ? named : `${named}（${holding}）`
    return [measure(parts, title, first.kind, limit, subject)]
  })
}

function measure(
  parts: readonly ReportDocument[],
  title: string,
  kind: MeasuredText['kind'],
  limit: LengthLimit,
  { resolver }: LintSubject,
  place: Place = placeOfFile(parts[0]?.parsed.file ?? 'ziping.yaml'),
): Measured {
  const counts = parts.map(({ parsed }) =>
    countBlocks(parsed.blocks, parsed.file, resolver, limit.includes),
  )
  const files = parts.map(({ parsed }, index) => ({
    file: parsed.file,
    length: counts[index]?.characters ?? 0,
  }))
  return { kind, title, place, files, count: counts.reduce(addCounts, nothing) }
}

/** A field of the form, whether typed in form.yaml or written as a text of its own. */
function field(id: string, limit: LengthLimit, subject: LintSubject): readonly Measured[] {
  const { award, form, report } = subject
  const value = form.values.get(id)
  const printed = fieldsOf(award).find((one) => one.id === id)
  const title = printed === undefined ? `“${id}”` : fieldName(printed)
  const content = contentOf(value)
  if (value !== undefined && content?.kind === 'text')
    return [
      { kind: 'field', title, place: value.place, files: [], count: countCharacters(content.text) },
    ]
  if (value?.kind === 'document' && value.clause !== undefined)
    return clauses(value.clause, limit, subject)
  const path = value?.kind === 'document' ? value.document : id
  const parts = report.documents.filter((one) => one.id === path || one.parsed.file === path)
  return parts.length === 0 ? [] : [measure(parts, title, 'field', limit, subject)]
}

/** The text under a clause and the clauses below it. */
function clauses(id: string, limit: LengthLimit, subject: LintSubject): readonly Measured[] {
  const { award, report, resolver } = subject
  const clause = findClause(award.clauses, id)
  if (clause === undefined) return []
  const ids = new Set([...allClauses([clause])].map((one) => one.id))
  return holdingsIn(report).flatMap((holding): readonly Measured[] => {
    const sections = report.sections.filter(
      (section) => section.holding === holding && ids.has(section.clause.id),
    )
    const [first] = sections
    if (first === undefined) return []
    const count = sections
      .map(({ blocks, file }) => countBlocks(blocks, file, resolver, limit.includes))
      .reduce(addCounts, nothing)
    const title = `条款“${clause.title}”${holding === undefined ? '' : `（${holding}）`}`
    return [{ kind: 'clause', title, place: first.place, clause, files: [], count }]
  })
}

/** The short texts that go with the pictures of the disc. */
function pictures({ workspace: { photos } }: LintSubject): readonly Measured[] {
  const { value } = photos ?? {}
  if (photos === undefined || typeof value !== 'object' || value === null) return []
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((entry, index) => [index, entry])
    : Object.entries(value)
  return entries.flatMap(([key, entry]): readonly Measured[] => {
    if (typeof entry !== 'object' || entry === null) return []
    const { title, text }: { title?: unknown; text?: unknown } = entry
    if (typeof text !== 'string') return []
    const name = typeof title === 'string' ? title : String(key)
    const place = photos.placeOf([key, 'text'], 'key')
    return [
      {
        kind: 'picture',
        title: `图片“${name}”的文字`,
        place,
        files: [],
        count: countCharacters(text),
      },
    ]
  })
}
