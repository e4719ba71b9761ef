import { type Award, type Clause, type DimensionId, findClause, scoredLeaves } from '@ziping/award'
import {
  type Answer,
  allBlocks,
  allInlines,
  countCharacters,
  dimensionsOf,
  holdingsIn,
  inlinesIn,
  isStub,
  type Report,
  type Section,
  sectionsFor,
  type Unit,
} from '@ziping/report'
import { type Resolver, textOfUnits } from '@ziping/resolve'
import type {
  ClauseCoverage,
  Coverage,
  CoverageSummary,
  ReportCoverage,
  RequirementCoverage,
  Tally,
} from './coverage.ts'
import { shownBySeries } from './find-series.ts'
import { measureDocuments } from './measure-documents.ts'

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
  const text = sections.map((section) => ownText(section, resolver)).join('\n')
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
      const words = found.map(({ answer, section }) => answerText(answer, section, resolver))
      const length = words.reduce(
        (sum, answer) => sum + (isStub(answer) ? 0 : countCharacters(answer).characters),
        0,
      )
      const first = found[0]?.answer.place
      return {
        requirement,
        answered: length >= report.award.answered.requirement,
        count: length,
        ...(first === undefined ? {} : { place: first }),
      }
    }),
    dimensions: measureDimensions(report, resolver, clause, sections),
  }
}

/** The words of a section without headings: titles answer nothing. */
function ownText(section: Section, resolver: Resolver): string {
  return textOfUnits(section.units.filter(isText), namesOnly(section), section.file, resolver)
}

function answerText(answer: Answer, section: Section, resolver: Resolver): string {
  const [first] = answer.units
  const named = namesOnly(section)
  // A heading that names the requirement is left out whole; a label or lead-in by its length.
  const ownSkip = answer.by === 'heading' ? 0 : answer.skip
  const skip = (unit: Unit): number =>
    unit === first ? Math.max(ownSkip, named(unit)) : named(unit)
  return textOfUnits(answer.units.filter(isText), skip, section.file, resolver)
}

function isText(unit: Unit): boolean {
  return unit.block.kind !== 'heading'
}

/** 【采用方法】 in front of a passage says what follows; it answers nothing itself. */
function namesOnly(section: Section): (unit: Unit) => number {
  const leads = new Map(section.leadIns.map(({ units, skip }) => [units[0], skip]))
  return (unit) => leads.get(unit) ?? 0
}

function measureDimensions(
  report: Report,
  resolver: Resolver,
  clause: Clause,
  sections: readonly Section[],
): ClauseCoverage['dimensions'] {
  const series = shownBySeries(sections, resolver)
  const led = new Set(sections.flatMap((section) => leadsWithText(section, report.award, resolver)))
  const byReference =
    report.award.dimensions.some((scheme) => scheme.resultByReference) &&
    sections.some((section) => refersToResults(section, report.award, resolver))
  const shown: Partial<Record<DimensionId, boolean>> = {}
  for (const { id } of dimensionsOf(report.award, clause))
    shown[id] = led.has(id) || series.has(id) || (id === 'result' && byReference)
  return shown
}

function leadsWithText(section: Section, award: Award, resolver: Resolver): readonly DimensionId[] {
  return section.leadIns
    .filter(({ units, skip }) => {
      const [first] = units
      const text = textOfUnits(units, (unit) => (unit === first ? skip : 0), section.file, resolver)
      return !isStub(text) && countCharacters(text).characters >= award.answered.requirement
    })
    .map((lead) => lead.dimension)
}

/** “各条中有关说明的内容也可互相引用，但应说明”: a reference into the results is a result. */
function refersToResults(section: Section, award: Award, resolver: Resolver): boolean {
  for (const block of allBlocks(section.blocks))
    for (const inlines of inlinesIn(block))
      for (const inline of allInlines(inlines)) {
        if (inline.kind !== 'reference') continue
        for (const id of inline.targets) {
          const target = resolver.target(id)
          if (
            target?.kind === 'clause' &&
            findClause(award.clauses, target.clause.id)?.kind === 'result'
          )
            return true
        }
      }
  return false
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
