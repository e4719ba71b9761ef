export type {
  ClauseCoverage,
  Coverage,
  CoverageSummary,
  DocumentCoverage,
  ReportCoverage,
  RequirementCoverage,
  Tally,
} from './coverage.ts'
export { shownBySeries } from './find-series.ts'
export { measureCoverage } from './measure-coverage.ts'
export { measureDocuments } from './measure-documents.ts'
export { readSection, type SectionFacts } from './read-section.ts'
export {
  type ReportScore,
  type ScoredCategory,
  type ScoredClause,
  type ScoreSum,
  scoreReport,
  type UnknownScore,
} from './score-report.ts'
