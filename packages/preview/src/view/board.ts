import { type Clause, clauseHeading, parentsOf, type Requirement } from '@ziping/award'
import type { ClauseCoverage, ReportCoverage } from '@ziping/coverage'
import type { Finding } from '@ziping/diagnostics'
import { measuredLimits } from '@ziping/lint'
import { sectionsFor } from '@ziping/report'
import type { Judged } from '../engine.ts'
import type { Board, BoardClause, BoardReport, Length } from '../protocol.ts'
import { plannedDates, plannedFor } from './plan.ts'
import { whereIf, whereOf } from './where.ts'

/** Everything the report lead follows, from the very numbers of `ziping coverage`. */
export function showBoard(judged: Judged): Board {
  const { award, subject, workspace } = judged
  const { coverage } = subject
  const asked = new Set(
    [coverage, ...coverage.holdings].flatMap(({ clauses }) =>
      clauses.flatMap(({ dimensions }) => Object.keys(dimensions)),
    ),
  )
  const labels = new Map(
    award.dimensions.flatMap(({ dims }) => dims).map(({ id, label }) => [String(id), label]),
  )
  return {
    reports: [coverage, ...coverage.holdings].map((report) => showReport(report, judged)),
    dimensions: [...labels].flatMap(([id, label]) => (asked.has(id) ? [{ id, label }] : [])),
    lengths: lengthsOf(judged),
    dates: plannedDates(workspace),
  }
}

function showReport(report: ReportCoverage, judged: Judged): BoardReport {
  return {
    name: report.holding ?? '',
    summary: report.summary,
    clauses: report.clauses.map((clause) => showClause(clause, report.holding, judged)),
  }
}

function showClause(
  measured: ClauseCoverage,
  holding: string | undefined,
  judged: Judged,
): BoardClause {
  const { award, subject, workspace, findings } = judged
  const { clause, requirements, dimensions, answered, count, place } = measured
  const [category] = parentsOf(award.clauses, clause.id)
  const own = findings.filter((finding) => isIn(finding, clause, holding, judged))
  const limit = limitOf(clause, judged)
  const [section] = sectionsFor(subject.report, clause.id, holding)
  const front = subject.report.documents.find(({ parsed }) => parsed.file === section?.file)?.parsed
    .frontMatter
  const written = {
    ...(front?.owner === undefined ? {} : { owner: front.owner }),
    ...(front?.status === undefined ? {} : { status: front.status }),
  }
  return {
    id: clause.id,
    heading: clauseHeading(clause),
    category: clauseHeading(category ?? clause),
    answered,
    count,
    ...(limit === undefined ? {} : { limit }),
    ...whereIf(place),
    requirements: requirements.map((one) => ({
      id: one.requirement.id,
      name: nameOf(one.requirement),
      answered: one.answered,
      ...whereIf(one.place),
    })),
    needed: clause.choice?.min ?? requirements.length,
    dimensions: Object.fromEntries(
      Object.entries(dimensions).map(([id, shown]) => [id, shown === true]),
    ),
    // The plan names a person for each clause, a chapter's head only one for all of it.
    ...written,
    ...plannedFor(clause.id, workspace, award),
    errors: own.filter(({ severity }) => severity === 'error').length,
    warnings: own.filter(({ severity }) => severity === 'warning').length,
  }
}

/** Findings that name the clause, or stand in what was written for it. */
function isIn(
  { clause: named, place }: Finding,
  clause: Clause,
  holding: string | undefined,
  { subject }: Judged,
): boolean {
  if (named !== undefined) return named === clause.id && holding === undefined
  return sectionsFor(subject.report, clause.id, holding).some(
    ({ file, place: start, blocks }) =>
      file === place.file &&
      place.line >= start.line &&
      place.line <= (blocks.at(-1)?.place.endLine ?? start.endLine),
  )
}

function limitOf(clause: Clause, { subject }: Judged): number | undefined {
  const own = measuredLimits(subject).find(
    (text) => text.kind === 'clause' && text.clause?.id === clause.id,
  )
  return own?.limit.max ?? own?.limit.about
}

/** The documents as coverage counts them, then fields and clauses with limits of their own. */
function lengthsOf({ subject }: Judged): readonly Length[] {
  const documents = subject.coverage.documents.map(
    ({ id, title, length, limit }): Length => ({
      id,
      title,
      count: length.characters,
      ...(limit === undefined ? {} : { limit }),
      ...whereIf(firstPlace(id, subject)),
    }),
  )
  const others = measuredLimits(subject)
    .filter(({ kind }) => kind === 'field' || kind === 'picture')
    .filter((text) => !documents.some((one) => isSame(one, text)))
    .map((text): Length => {
      const limit = text.limit.max ?? text.limit.about
      return {
        id: text.limit.id,
        title: text.title,
        count: text.length,
        ...(limit === undefined ? {} : { limit }),
        where: whereOf(text.place),
      }
    })
  return [...documents, ...others]
}

/** A field that is a text of its own is a document already. */
function isSame(document: Length, { title, length }: { title: string; length: number }): boolean {
  return document.count === length && title.includes(document.title)
}

function firstPlace(
  id: string,
  { report }: Judged['subject'],
): { file: string; line: number; column: number; endLine: number; endColumn: number } | undefined {
  const found = report.documents.find(
    (one) => (one.holding === undefined ? one.id : `${one.id}/${one.holding}`) === id,
  )
  if (found === undefined) return undefined
  return { file: found.parsed.file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}

function nameOf({ label, name, group, text }: Requirement): string {
  if (name !== undefined) return name
  return `${group === undefined ? '' : `${group} `}${label ?? ''}）${text}`
}
