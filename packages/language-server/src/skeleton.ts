import { allClauses, type Clause, findClause, parentsOf } from '@ziping/award'
import type { ClauseCoverage } from '@ziping/coverage'
import type { Finding } from '@ziping/diagnostics'
import {
  chapterFileName,
  dimensionsOf,
  type Section,
  sectionsFor,
  writeClauseSkeleton,
  writeLeadIns,
  writeRequirementSkeleton,
} from '@ziping/report'
import type { Linted } from './engine.ts'

/** Text to put into a file, on lines of its own. */
export interface Insertion {
  readonly file: string
  /** Before this line, from 1; behind the last one at the end. Without it the file is new. */
  readonly line?: number
  readonly text: string
}

/** Where a missing clause goes, and what a writer finds there to fill in. */
export function missingClause(linted: Linted, finding: Finding): Insertion | undefined {
  const { award, report } = linted.subject
  const clause = findClause(award.clauses, finding.clause ?? '')
  if (clause === undefined) return undefined
  const before = report.sections.find(
    ({ file, heading }) => file === finding.place.file && heading.place.line === finding.place.line,
  )
  if (before === undefined) return firstOfChapter(linted, clause)
  if (before.clause.id === clause.id) return belowHeading(linted, before)
  const last = lastOfTree(linted, before, clause)
  const isParent = parentsOf(award.clauses, clause.id).some(({ id }) => id === before.clause.id)
  const level = before.heading.level + (isParent ? 1 : 0)
  const text = writeClauseSkeleton(award, clause, level)
  return { file: last.file, line: lineBehind(last), text }
}

/** The heading is there: what a writer finds beneath. */
function belowHeading({ award }: Linted, section: Section): Insertion {
  const whole = writeClauseSkeleton(award, section.clause, section.heading.level)
  const [heading = ''] = whole.split('\n\n', 1)
  return { file: section.file, line: lineBehind(section), text: whole.slice(heading.length + 2) }
}

/** Nothing of its chapter comes before it: above the first of what follows there, or the whole chapter as a new file. */
function firstOfChapter({ subject, workspace, sources }: Linted, clause: Clause): Insertion {
  const { award, report } = subject
  const chapter = parentsOf(award.clauses, clause.id)[0] ?? clause
  const inside = new Map([...allClauses([chapter])].map(({ id }, index) => [id, index]))
  const follower = report.sections.find(
    (section) =>
      section.holding === undefined &&
      (inside.get(section.clause.id) ?? -1) > (inside.get(clause.id) ?? 0),
  )
  if (follower !== undefined) {
    const { file, heading } = follower
    const depth = (id: string): number => parentsOf(award.clauses, id).length
    const level = heading.level + depth(clause.id) - depth(follower.clause.id)
    const text = writeClauseSkeleton(award, clause, Math.max(1, level))
    return { file, line: heading.place.line, text }
  }
  const file = `${workspace.config.paths.report}/${chapterFileName(award, chapter)}`
  const text = writeClauseSkeleton(award, chapter, 1)
  const isThere = report.documents.some(({ parsed }) => parsed.file === file)
  const lines = isThere ? sources.find(file)?.text.split('\n').length : undefined
  return { file, text, ...(lines === undefined ? {} : { line: lines + 1 }) }
}

/** Where an unanswered requirement goes: at the end of its clause. */
export function missingRequirements(linted: Linted, finding: Finding): Insertion | undefined {
  const section = sectionOf(linted, finding)
  if (section === undefined) return undefined
  const open = coverageOf(linted, section)?.requirements.filter(({ place }) => place === undefined)
  const text = (level: number): string =>
    (open ?? []).map(({ requirement }) => writeRequirementSkeleton(requirement, level)).join('')
  return atEndOf(linted, section, text)
}

/** What only a series of figures shows; a lead-in would promise it in vain. */
const ofSeries: ReadonlySet<string> = new Set(['level', 'trend', 'comparison', 'target'])

/** Lead-ins for the dimensions that a clause still lacks, at its end. */
export function missingDimensions(linted: Linted, finding: Finding): Insertion | undefined {
  const section = sectionOf(linted, finding)
  if (section === undefined) return undefined
  const present = coverageOf(linted, section)?.dimensions
  const open = dimensionsOf(linted.award, section.clause).filter(
    ({ id }) => present?.[id] === false && !ofSeries.has(id),
  )
  return atEndOf(linted, section, () => writeLeadIns(open))
}

function sectionOf({ subject }: Linted, { place, clause }: Finding): Section | undefined {
  return subject.report.sections.find(
    (section) =>
      section.file === place.file &&
      section.clause.id === clause &&
      section.heading.place.line === place.line,
  )
}

function coverageOf({ subject }: Linted, { clause, holding }: Section): ClauseCoverage | undefined {
  const { coverage } = subject
  return [coverage, ...coverage.holdings]
    .find((one) => one.holding === holding)
    ?.clauses.find((one) => one.clause.id === clause.id)
}

function atEndOf(
  { subject }: Linted,
  section: Section,
  write: (level: number) => string,
): Insertion | undefined {
  const { clause, holding } = section
  const last = sectionsFor(subject.report, clause.id, holding).at(-1) ?? section
  const text = write(last.heading.level + 1)
  return text === '' ? undefined : { file: last.file, line: lineBehind(last), text }
}

/** The last section of the same file under the same parent that comes before the missing clause. */
function lastOfTree({ subject }: Linted, before: Section, missing: Clause): Section {
  const inside = new Set([...allClauses([before.clause])].map(({ id }) => id))
  const isParent = inside.has(missing.id)
  if (isParent) return before
  return (
    subject.report.sections.findLast(
      ({ file, holding, clause }) =>
        file === before.file && holding === before.holding && inside.has(clause.id),
    ) ?? before
  )
}

function lineBehind({ heading, blocks }: Section): number {
  const { endLine, endColumn } = (blocks.at(-1) ?? heading).place
  return endColumn === 1 ? endLine : endLine + 1
}
