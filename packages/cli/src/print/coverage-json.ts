import type { ClauseCoverage, ReportCoverage } from '@ziping/coverage'
import type { ShownCoverage } from '../commands/run-coverage.ts'
import { hasHole } from './holes.ts'

/** The contract's JSON; `--holes` keeps only the clauses that miss something. */
export function coverageAsJson(
  { coverage }: ShownCoverage,
  options: { readonly holesOnly: boolean },
): Readonly<Record<string, unknown>> {
  const clauses = (report: ReportCoverage): readonly unknown[] =>
    report.clauses.filter((clause) => !options.holesOnly || hasHole(clause)).map(clauseAsJson)
  return {
    version: 1,
    award: coverage.award,
    documents: coverage.documents.map(({ id, title, length, limit }) => ({
      id,
      title,
      length: {
        count: length.characters,
        limit: limit ?? null,
        unit: '字',
        withoutSpaces: length.withoutSpaces,
      },
    })),
    clauses: clauses(coverage),
    ...(coverage.holdings.length === 0
      ? {}
      : {
          holdings: coverage.holdings.map((holding) => ({
            name: holding.holding,
            clauses: clauses(holding),
            summary: holding.summary,
          })),
        }),
    summary: coverage.summary,
  }
}

function clauseAsJson({
  clause,
  answered,
  count,
  place,
  requirements,
  dimensions,
}: ClauseCoverage): unknown {
  return {
    id: clause.id,
    title: clause.title,
    answered,
    count,
    ...(place === undefined ? {} : { where: `${place.file}:${place.line}` }),
    requirements: requirements.map((requirement) => ({
      id: requirement.requirement.id,
      answered: requirement.answered,
      ...(requirement.place === undefined
        ? {}
        : { where: `${requirement.place.file}:${requirement.place.line}` }),
    })),
    dimensions,
  }
}
