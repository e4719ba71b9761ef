import { type Clause, clauseHeading, findClause, isSpecified } from '@ziping/award'
import type {
  Block,
  Evidence,
  EvidenceIndex,
  Indicators,
  Inline,
  Reference,
  Report,
} from '@ziping/report'
import { type Captions, numberCaptions } from './number-captions.ts'
import { type Decided, printInlines } from './printed-inlines.ts'
import { type Printing, printingOf } from './printing.ts'
import { resolveValue } from './resolve-value.ts'

/** What a reference points at. */
export type Target =
  | {
      readonly kind: 'caption'
      readonly number: string
      readonly file: string
      readonly block: Block
    }
  | { readonly kind: 'clause'; readonly clause: Clause }
  | { readonly kind: 'evidence'; readonly evidence: Evidence; readonly number: number }

/** Knows what every value, number and reference of a report prints as. */
export interface Resolver {
  readonly report: Report
  readonly indicators: Indicators
  readonly evidence: EvidenceIndex
  readonly captions: Captions
  /** The years result tables show, first to last. */
  readonly years: readonly number[]
  target(id: string): Target | undefined
  /** The text an inline prints as. */
  printed(inlines: readonly Inline[]): string
  /** What a file of the report prints that was not typed there. */
  printing(file: string): Printing | undefined
}

export interface ResolverData {
  readonly indicators: Indicators
  readonly evidence: EvidenceIndex
  /** The award's year, from the award or the workspace. */
  readonly year?: number
}

export function createResolver(report: Report, data: ResolverData): Resolver {
  const captions = numberCaptions(report)
  const evidenceNumbers = new Map(
    data.evidence.all.map((evidence, index) => [evidence.id, index + 1]),
  )
  const target = (id: string): Target | undefined => {
    const caption = captions.find(id)
    if (caption !== undefined) return { kind: 'caption', ...caption }
    const clause = findClause(report.award.clauses, id) ?? clauseNumbered(report, id)
    if (clause !== undefined) return { kind: 'clause', clause }
    const evidence = data.evidence.byId.get(id)
    const number = evidenceNumbers.get(id)
    return evidence === undefined || number === undefined
      ? undefined
      : { kind: 'evidence', evidence, number }
  }
  const decided = (inline: Decided): string =>
    inline.kind === 'value'
      ? resolveValue(inline, data.indicators).text
      : printReference(inline, target)
  const printed = (inlines: readonly Inline[]): string => printInlines(inlines, decided)
  const resolver = {
    report,
    indicators: data.indicators,
    evidence: data.evidence,
    captions,
    years: yearsOf(report, data),
    target,
    printed,
  }
  const files = new Map(report.documents.map(({ parsed }) => [parsed.file, parsed]))
  const known = new Map<string, Printing>()
  const printing = (file: string): Printing | undefined => {
    const parsed = files.get(file)
    if (parsed === undefined) return undefined
    const found = known.get(file) ?? printingOf(parsed, resolver)
    known.set(file, found)
    return found
  }
  return { ...resolver, printing }
}

function clauseNumbered(report: Report, number: string): Clause | undefined {
  return report.sections.find(
    (section) => section.clause.number === number || section.clause.aliases.includes(number),
  )?.clause
}

/** `[证](#iso9001,audit)` prints 证实性材料4、7; `[表](#tbl)` prints 表3-1; what is unknown prints as a gap. */
function printReference(reference: Reference, target: (id: string) => Target | undefined): string {
  const found = reference.targets.map((id) => ({ id, target: target(id) }))
  const numbers = found.map(({ id, target: to }) => {
    if (to === undefined) return `〔${id}〕`
    if (to.kind === 'evidence') return String(to.number)
    return to.kind === 'clause' ? clauseHeading(to.clause) : to.number
  })
  const evidence = found.length > 0 && found.every(({ target: to }) => to?.kind === 'evidence')
  return (
    (evidence ? '证实性材料' : '') + numbers.join('、') + (reference.withPage ? '（第　页）' : '')
  )
}

/** The three years of the award's window, or those the data have. */
function yearsOf(report: Report, { indicators, year: given }: ResolverData): readonly number[] {
  const year = given ?? (isSpecified(report.award.year) ? report.award.year : undefined)
  if (year !== undefined) return [year - 3, year - 2, year - 1]
  const all = [
    ...new Set(indicators.all.flatMap((indicator) => indicator.values.map((value) => value.year))),
  ].sort((a, b) => a - b)
  return all.slice(-3)
}

/** Soft line breaks: none between two Chinese characters, a space elsewhere. */
export function joinLines(text: string): string {
  if (!text.includes('\n')) return text
  return text.replace(/(\S?)[ \t]*\n\s*(?=(\S?))/gu, (_, before: string, after: string) =>
    isChinese(before) && isChinese(after) ? before : `${before} `,
  )
}

function isChinese(character: string): boolean {
  return /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF‘’“”…—·]/u.test(character)
}
