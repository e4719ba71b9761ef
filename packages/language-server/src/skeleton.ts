import {
  type Award,
  allClauses,
  type Clause,
  clauseHeading,
  findClause,
  parentsOf,
  type Requirement,
} from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import { requirementTitle, typedLabel } from '@ziping/lint'
import { dimensionsOf, type Section, sectionsFor } from '@ziping/report'
import type { Linted } from './engine.ts'

/** Text to put into a file, on lines of its own. */
export interface Insertion {
  readonly file: string
  /** Before this line, from 1; behind the last one at the end. */
  readonly line: number
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
  if (before === undefined) return undefined
  const last = lastOfTree(linted, before, clause)
  const isParent = parentsOf(award.clauses, clause.id).some(({ id }) => id === before.clause.id)
  const level = Math.min(6, before.heading.level + (isParent ? 1 : 0))
  const text = `${'#'.repeat(level)} ${clauseHeading(clause)}\n\n${skeletonOf(award, clause, level + 1)}`
  return { file: last.file, line: lineBehind(last), text }
}

/** Where an unanswered requirement goes: at the end of its clause. */
export function missingRequirements(linted: Linted, finding: Finding): Insertion | undefined {
  const { coverage, report } = linted.subject
  const section = report.sections.find(
    ({ file, heading, clause }) =>
      file === finding.place.file &&
      clause.id === finding.clause &&
      heading.place.line === finding.place.line,
  )
  if (section === undefined) return undefined
  const { clause, holding } = section
  const reports = [coverage, ...coverage.holdings]
  const measured = reports
    .find((one) => one.holding === holding)
    ?.clauses.find((one) => one.clause.id === clause.id)
  const open = (measured?.requirements ?? []).filter((one) => one.place === undefined)
  if (open.length === 0) return undefined
  const last = sectionsFor(report, clause.id, holding).at(-1) ?? section
  const level = Math.min(6, last.heading.level + 1)
  const text = open.map(({ requirement }) => answerTo(requirement, level)).join('')
  return { file: last.file, line: lineBehind(last), text }
}

function skeletonOf(award: Award, clause: Clause, level: number): string {
  const dims = dimensionsOf(award, clause).map(({ label }) => `【${label}】\n\n`)
  const answers = clause.requirements.map((one) => answerTo(one, Math.min(6, level)))
  const children = clause.children.map(
    (child) =>
      `${'#'.repeat(Math.min(6, level))} ${clauseHeading(child)}\n\n${skeletonOf(award, child, level + 1)}`,
  )
  return [...answers, ...dims, ...children].join('')
}

/** A heading that answers it, and its text as a note to the writers. */
function answerTo(requirement: Requirement, level: number): string {
  const label = typedLabel(requirement)
  const title = label === undefined ? requirementTitle(requirement) : `${label}）`
  const note = requirement.text.replaceAll('-->', '→').trim()
  return `${'#'.repeat(level)} ${title}\n\n<!-- ${note} -->\n\n`
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
