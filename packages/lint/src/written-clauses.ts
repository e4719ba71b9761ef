import type { Clause } from '@ziping/award'
import type { ClauseCoverage, Coverage } from '@ziping/coverage'
import { isStub, type Section, sectionsFor } from '@ziping/report'
import { textOfSection } from './clause-text.ts'
import type { LintSubject } from './subject.ts'

/** A scored leaf that has a heading, with what was written under it. */
export interface WrittenClause {
  readonly clause: Clause
  readonly holding: string | undefined
  /** Where its heading first stands. */
  readonly section: Section
  readonly sections: readonly Section[]
  readonly coverage: ClauseCoverage
  readonly text: string
  readonly state: 'empty' | 'stub' | 'too-short' | 'answered'
}

const known = new WeakMap<Coverage, readonly WrittenClause[]>()

/** The scored leaves that have a heading, of the applicant and of each controlled company. */
export function writtenClauses(subject: LintSubject): readonly WrittenClause[] {
  const { coverage } = subject
  const written = known.get(coverage) ?? [...collect(subject)]
  known.set(coverage, written)
  return written
}

/** Those with something to judge: neither bare headings nor a mere 待补充. */
export function answeredClauses(subject: LintSubject): readonly WrittenClause[] {
  return writtenClauses(subject).filter(({ state }) => state !== 'empty' && state !== 'stub')
}

/** Below how many 字 a clause is not answered. */
export function leastFor(clause: Clause, { award }: Pick<LintSubject, 'award'>): number {
  return clause.minLength ?? award.answered.clause
}

function* collect(subject: LintSubject): Generator<WrittenClause> {
  const { coverage: all, report } = subject
  for (const { holding, clauses } of [all, ...all.holdings])
    for (const coverage of clauses) {
      const { clause } = coverage
      const sections = sectionsFor(report, clause.id, holding)
      const [section] = sections
      if (section === undefined) continue
      const text = sections.map((part) => textOfSection(part, subject)).join('\n')
      const state = stateOf(coverage, text)
      yield { clause, holding, section, sections, coverage, text, state }
    }
}

function stateOf({ answered, count }: ClauseCoverage, text: string): WrittenClause['state'] {
  if (answered) return 'answered'
  if (count === 0) return 'empty'
  return isStub(text) ? 'stub' : 'too-short'
}
