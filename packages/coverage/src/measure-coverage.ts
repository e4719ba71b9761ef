import { type Award, type Clause, type DimensionId, findClause, scoredLeaves } from '@ziping/award'
import {
  type Answer,
  countCharacters,
  dimensionsOf,
  holdingsIn,
  isStub,
  type Report,
  type Section,
  sectionsFor,
} from '@ziping/report'
import type { Resolver } from '@ziping/resolve'
import type {
  ClauseCoverage,
  Coverage,
  CoverageSummary,
  ReportCoverage,
  RequirementCoverage,
  Tally,
} from './coverage.ts'
import { measureDocuments } from './measure-documents.ts'
import { readSection, type SectionFacts } from './read-section.ts'

/** Measures which clauses, requirements and dimensions the report answers. */
export function measureCoverage(report: Report, resolver: Resolver): Coverage {
  const answers = answersById(report)
  const own = measureReport(report, resolver, undefined, answers)
  const holdings = holdingsIn(report).flatMap((holding) =>
    holding === undefined ? [] : [measureReport(report, resolver, holding, answers)],
  )
  return { ...own, award: report.award.id, documents: measureDocuments(report, resolver), holdings }
}

type Answers = ReadonlyMap<
  string,
  readonly { readonly answer: Answer; readonly section: Section }[]
>

/** A mark may answer a requirement from another clause's text, so answers are looked up by requirement. */
function answersById(report: Report): Answers {
  const answers = new Map<string, { answer: Answer; section: Section }[]>()
  for (const section of report.sections)
    for (const answer of section.answers) {
      const key = keyOf(section.holding, answer.requirement.id)
      answers.set(key, [...(answers.get(key) ?? []), { answer, section }])
    }
  return answers
}

function keyOf(holding: string | undefined, id: string): string {
  return `${holding ?? ''}\0${id}`
}

function measureReport(
  report: Report,
  resolver: Resolver,
  holding: string | undefined,
  answers: Answers,
): ReportCoverage {
  const clauses = scoredLeaves(report.award.clauses).map((clause) =>
    measureClause(report, resolver, clause, holding, answers),
  )
  const summary = summarize(clauses)
  return holding === undefined ? { clauses, summary } : { holding, clauses, summary }
}

function measureClause(
  report: Report,
  resolver: Resolver,
  clause: Clause,
  holding: string | undefined,
  answers: Answers,
): ClauseCoverage {
  const sections = sectionsFor(report, clause.id, holding)
  const facts = sections.map((section) => readSection(section, report.award, resolver))
  const text = facts.map((section) => section.text).join('\n')
  const count = countCharacters(text).characters
  const enough = clause.minLength ?? report.award.answered.clause
  const place = sections[0]?.place
  return {
    clause,
    answered: count >= enough && !isStub(text),
    ...(place === undefined ? {} : { place }),
    count,
    requirements: clause.requirements.map((requirement): RequirementCoverage => {
      const found = answers.get(keyOf(holding, requirement.id)) ?? []
      const length = sum(
        found.map(
          ({ answer, section }) =>
            readSection(section, report.award, resolver).answers.get(answer) ?? 0,
        ),
      )
      const first = found[0]?.answer.place
      return {
        requirement,
        answered: length >= report.award.answered.requirement,
        count: length,
        ...(first === undefined ? {} : { place: first }),
      }
    }),
    dimensions: measureDimensions(report.award, resolver, clause, facts),
  }
}

function measureDimensions(
  award: Award,
  resolver: Resolver,
  clause: Clause,
  sections: readonly SectionFacts[],
): ClauseCoverage['dimensions'] {
  const byReference =
    award.dimensions.some((scheme) => scheme.resultByReference) &&
    sections.some(({ targets }) => targets.some((id) => isResult(id, award, resolver)))
  const shown: Partial<Record<DimensionId, boolean>> = {}
  for (const { id } of dimensionsOf(award, clause))
    shown[id] =
      sections.some((section) => section.led.includes(id) || section.shown.has(id)) ||
      (id === 'result' && byReference)
  return shown
}

/** “各条中有关说明的内容也可互相引用，但应说明”: a reference into the results is a result. */
function isResult(id: string, award: Award, resolver: Resolver): boolean {
  const target = resolver.target(id)
  return target?.kind === 'clause' && findClause(award.clauses, target.clause.id)?.kind === 'result'
}

function summarize(clauses: readonly ClauseCoverage[]): CoverageSummary {
  const requirements = clauses.map(({ clause, requirements: all }): Tally => {
    const answered = all.filter((requirement) => requirement.answered).length
    const needed = clause.choice?.min ?? all.length
    return [Math.min(answered, needed), needed]
  })
  const dimensions = clauses.flatMap((clause) => Object.values(clause.dimensions))
  return {
    clauses: [clauses.filter((clause) => clause.answered).length, clauses.length],
    requirements: [
      sum(requirements.map(([answered]) => answered)),
      sum(requirements.map(([, needed]) => needed)),
    ],
    dimensions: [dimensions.filter((shown) => shown === true).length, dimensions.length],
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
