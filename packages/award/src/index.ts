export type { ApplicantKind, Award, AwardLevel, RuleSetting } from './award.ts'
export type { AwardIndicator, AwardIndicatorInput } from './award-indicator.ts'
export { isDay, looksLikeDay, readDate } from './calendar-day.ts'
export type { DataSchema } from './check/schema.ts'
export {
  allClauses,
  type Clause,
  type ClauseKind,
  clauseHeading,
  findClause,
  leafClauses,
  type Need,
  parentsOf,
  type Requirement,
  scoredLeaves,
} from './clause.ts'
export {
  type IndustryCodes,
  type IndustrySection,
  industrySection,
} from './codes/industry-codes.ts'
export { loadIndustryCodes, loadSizeClasses } from './codes/load-codes.ts'
export {
  type EnterpriseSize,
  enterpriseSize,
  type SizeClasses,
  type SizeIndustry,
  type SizeMeasure,
  sizeIndustry,
} from './codes/size-classes.ts'
export type { Condition } from './condition.ts'
export { checkDataText, type DataText, readDataText } from './data-text.ts'
export type {
  Deliverable,
  EvidenceNeeded,
  Medium,
  Topic,
  TopicList,
  Volume,
} from './deliverable.ts'
export type { DataWindow, Dimension, DimensionId, DimensionScheme } from './dimension.ts'
export { Decimal, toDecimal } from './expression/decimal.ts'
export type {
  ExpressionEnvironment,
  VariableRecord,
  VariableType,
} from './expression/environment.ts'
export {
  checkExpression,
  type Evaluation,
  type ExpressionValue,
  evaluateExpression,
  expressionFacts,
} from './expression/expression.ts'
export type { ExpressionProblem } from './expression/expression-problem.ts'
export type { FaultReason } from './expression/faults.ts'
export type { Facts } from './expression/gather-facts.ts'
export type {
  Field,
  FieldType,
  Form,
  FormBlock,
  FormCell,
  FormGrid,
  FormPart,
} from './form.ts'
export type { Counted, LengthLimit, LimitTarget, Measure } from './length-limit.ts'
export { type ListedAward, listAwards } from './list-awards.ts'
export {
  checkAwardFile,
  type LoadAwardOptions,
  loadAward,
  loadAwardFile,
  makeAwardSnapshot,
} from './load-award.ts'
export { listNotSpecified, type NotSpecifiedItem } from './not-specified.ts'
export type { PageFormat, PictureRule } from './page-format.ts'
export { contentFolder } from './read/content-folder.ts'
export type { Data, DataPath } from './read/data.ts'
export { type CriteriaText, readTeamCriteria } from './read-team-criteria.ts'
export type { Certainty, Source, SourceDocument } from './source.ts'
export { isSpecified, type NotSpecified, notSpecified, type Specified } from './specified.ts'
export { applyTeamCriteria, type TeamCriteria } from './team-criteria.ts'
export type { Expression, FindingLevel, YearReference } from './terms.ts'
export { awardYear, awardYears, printYears, resolveYear, windowYears } from './year.ts'
