import { type Clause, findClause } from '@ziping/award'
import { measuredLimits } from '@ziping/lint'
import type { Linted } from './engine.ts'

/** How long a text is and how long it may be. */
export interface Length {
  readonly title: string
  readonly count: number
  readonly limit?: number
}

/** What a clause has, with the clauses below it, and may have. */
export function lengthOfClause(
  { subject }: Linted,
  clause: Clause,
  holding: string | undefined,
): Length {
  const { coverage } = subject
  const report =
    holding === undefined ? coverage : coverage.holdings.find((one) => one.holding === holding)
  const leaves = (report?.clauses ?? []).filter(
    (one) =>
      one.clause.id === clause.id || findClause(clause.children, one.clause.id) !== undefined,
  )
  const count = leaves.reduce((sum, one) => sum + one.count, 0)
  const own = measuredLimits(subject).find(
    (text) => text.kind === 'clause' && text.clause?.id === clause.id,
  )
  const most = own?.limit.max ?? own?.limit.about
  if (own === undefined || most === undefined) return { title: clause.title, count }
  return { title: clause.title, count: own.length, limit: most }
}

/** The document a file belongs to. */
export function lengthOfDocument({ subject }: Linted, file: string): Length | undefined {
  const document = subject.report.documents.find(({ parsed }) => parsed.file === file)
  if (document === undefined) return undefined
  const id = document.holding === undefined ? document.id : `${document.id}/${document.holding}`
  const found = subject.coverage.documents.find((one) => one.id === id)
  if (found === undefined) return undefined
  const { title, length, limit } = found
  return { title, count: length.characters, ...(limit === undefined ? {} : { limit }) }
}

/** `812／1000 字`, `812 字`. */
export function showLength({ count, limit }: Length, language: string): string {
  const unit = language === 'en' ? ' characters' : ' 字'
  return limit === undefined ? `${count}${unit}` : `${count} / ${limit}${unit}`
}
