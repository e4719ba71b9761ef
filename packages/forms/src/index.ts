export {
  type Applicant,
  type DatedRecord,
  type FormerName,
  type Holding,
  loadApplicant,
} from './applicant.ts'
export { fieldsByHand, fieldsOf, formsOf, seriesYears } from './award-fields.ts'
export { type ChangedCell, changedCells } from './changed-cells.ts'
export { checkConfirmations } from './check-confirmations.ts'
export {
  type CodeFault,
  creditCodeFault,
  type IdNumberFacts,
  idNumberFault,
  normalizeCode,
  readIdNumber,
} from './check-digits.ts'
export { type CodeLists, loadCodeLists } from './code-lists.ts'
export { findIndicator, showInputs } from './compute-fields.ts'
export {
  type CellProblem,
  type ComputedCell,
  computeCell,
  computeIndicator,
} from './computed-cell.ts'
export { type ConditionWindow, windowsOf } from './condition-windows.ts'
export { convertUnit } from './convert-unit.ts'
export {
  type AlternativeResult,
  type Assessing,
  assessEligibility,
  type ConditionResult,
  type Confirmation,
  type EvidenceResult,
  type Outcome,
} from './eligibility.ts'
export type { CalculationStep } from './explain/calculation-steps.ts'
export {
  type ExplainedFact,
  type ExplainedField,
  type ExplainedYear,
  type ExplainSources,
  explainField,
} from './explain/explain-field.ts'
export type { ExplainedSize } from './explain/explain-size.ts'
export { plainFormula } from './explain/plain-formula.ts'
export { applicantFacts } from './facts/applicant-facts.ts'
export { applicantSchema, type FactSchema } from './facts/applicant-schema.ts'
export type { Fact, FactKind } from './facts/fact.ts'
export { type FieldRule, fieldName, fieldRules } from './findings/field-finding.ts'
export { factsOf, type Reference } from './form-facts.ts'
export { printForm } from './form-grid.ts'
export type { FieldDocument, FormSources } from './form-sources.ts'
export {
  cellOf,
  contentOf,
  type FormContent,
  type FormRow,
  type FormValue,
  type FormValues,
} from './form-value.ts'
export type { Gap } from './gap.ts'
export {
  compareIndicators,
  type FigureChange,
  type FigureOf,
  type IndicatorChange,
} from './indicator-changes.ts'
export type { Closing, InputOrigin, InputSources, UsedInput } from './indicator-inputs.ts'
export { type FormData, loadFormData } from './load-form-data.ts'
export { maskPersonal, maskValue } from './mask.ts'
export { maskedFinding } from './masked-finding.ts'
export { neededFacts } from './needed-facts.ts'
export { printNumber, readNumber } from './number-text.ts'
export { type OpenSources, type OpenValue, openValues } from './open-values.ts'
export { printContent, printDate, printValue } from './print-value.ts'
export {
  countValueCells,
  type PrintedBlock,
  type PrintedCell,
  type PrintedForm,
  type PrintedGrid,
  type PrintedPart,
  type PrintedValue,
} from './printed-form.ts'
export { type Plan, type PlannedDay, type PlannedWork, readPlan } from './read-plan.ts'
export { checkRecordTypes, typesInConditions } from './record-types.ts'
export type { Scalar, ScalarKind } from './scalar.ts'
export { applicantSize } from './size-class.ts'
export { writeApplicantSkeleton } from './write-applicant-skeleton.ts'
export { writeFormSkeleton } from './write-form-skeleton.ts'
