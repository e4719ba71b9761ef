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
