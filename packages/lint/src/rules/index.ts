import { dataRules } from '../data-rules.ts'
import type { Rule } from '../define-rule.ts'
import { waiverRules } from '../waiver-rules.ts'
import { activityTooOld } from './activity-too-old.ts'
import { adverseYearUnexplained } from './adverse-year-unexplained.ts'
import { alternativeMissing } from './alternative-missing.ts'
import { caseMissing } from './case-missing.ts'
import { casesInsteadOfMethod } from './cases-instead-of-method.ts'
import { chartInvalid } from './chart-invalid.ts'
import { claimContradictsData } from './claim-contradicts-data.ts'
import { claimWithoutEvidence } from './claim-without-evidence.ts'
import { clauseDuplicate } from './clause-duplicate.ts'
import { clauseMissing } from './clause-missing.ts'
import { clauseOrder } from './clause-order.ts'
import { clauseStub } from './clause-stub.ts'
import { clauseTitleMismatch } from './clause-title-mismatch.ts'
import { clauseTooShort } from './clause-too-short.ts'
import { clauseWithoutOwnNames } from './clause-without-own-names.ts'
import { deadlinePassed } from './deadline-passed.ts'
import { diagramInvalid } from './diagram-invalid.ts'
import { dimensionMissing } from './dimension-missing.ts'
import { evidenceExpired } from './evidence-expired.ts'
import { evidenceFileMissing } from './evidence-file-missing.ts'
import { evidenceFormerName } from './evidence-former-name.ts'
import { evidenceMissing } from './evidence-missing.ts'
import { evidenceUnused } from './evidence-unused.ts'
import { factsMissing } from './facts-missing.ts'
import { holdingMissing } from './holding-missing.ts'
import { htmlAsText } from './html-as-text.ts'
import { imageCoarse } from './image-coarse.ts'
import { imageMissing } from './image-missing.ts'
import { imageUnused } from './image-unused.ts'
import { imageWithoutCaption } from './image-without-caption.ts'
import { indicatorNotInProcess } from './indicator-not-in-process.ts'
import { indicatorNotInResults } from './indicator-not-in-results.ts'
import { indicatorWithoutBenchmark } from './indicator-without-benchmark.ts'
import { indicatorWithoutCompetitor } from './indicator-without-competitor.ts'
import { indicatorWithoutSource } from './indicator-without-source.ts'
import { indicatorWithoutTarget } from './indicator-without-target.ts'
import { indicatorWithoutTrend } from './indicator-without-trend.ts'
import { indicatorWithoutUnit } from './indicator-without-unit.ts'
import { labelDuplicate } from './label-duplicate.ts'
import { labelUnused } from './label-unused.ts'
import { lengthExceeded } from './length-exceeded.ts'
import { lengthNearLimit } from './length-near-limit.ts'
import { lengthShort } from './length-short.ts'
import { mainThreadMissing } from './main-thread-missing.ts'
import { markupAlmost } from './markup-almost.ts'
import { markupSwallowed } from './markup-swallowed.ts'
import { paragraphDuplicate } from './paragraph-duplicate.ts'
import { phraseEmpty } from './phrase-empty.ts'
import { profileMissing } from './profile-missing.ts'
import { rankWithoutProof } from './rank-without-proof.ts'
import { referenceUnresolved } from './reference-unresolved.ts'
import { requirementCopied } from './requirement-copied.ts'
import { requirementMissing } from './requirement-missing.ts'
import { resultKindsFew } from './result-kinds-few.ts'
import { resultWithoutSeries } from './result-without-series.ts'
import { sentenceLong } from './sentence-long.ts'
import { standardNameWrong } from './standard-name-wrong.ts'
import { standardUnanswered } from './standard-unanswered.ts'
import { targetMissedUnexplained } from './target-missed-unexplained.ts'
import { termVariants } from './term-variants.ts'
import { textWall } from './text-wall.ts'
import { topicMissing } from './topic-missing.ts'
import { typography } from './typography.ts'
import { valueConflict } from './value-conflict.ts'
import { workspaceInvalid } from './workspace-invalid.ts'

/** Every rule, by family; within a family as a reviewer would go through a report. */
export const rules: readonly Rule[] = [
  clauseMissing,
  clauseStub,
  clauseTooShort,
  clauseOrder,
  clauseDuplicate,
  clauseTitleMismatch,
  requirementMissing,
  dimensionMissing,
  standardUnanswered,
  alternativeMissing,
  holdingMissing,
  profileMissing,
  topicMissing,
  caseMissing,
  factsMissing,
  casesInsteadOfMethod,
  requirementCopied,
  clauseWithoutOwnNames,
  mainThreadMissing,
  paragraphDuplicate,
  textWall,
  lengthExceeded,
  lengthNearLimit,
  lengthShort,
  resultKindsFew,
  resultWithoutSeries,
  indicatorWithoutTrend,
  indicatorWithoutBenchmark,
  indicatorWithoutCompetitor,
  indicatorWithoutTarget,
  indicatorWithoutUnit,
  indicatorWithoutSource,
  indicatorNotInResults,
  indicatorNotInProcess,
  adverseYearUnexplained,
  targetMissedUnexplained,
  claimContradictsData,
  valueConflict,
  activityTooOld,
  referenceUnresolved,
  labelDuplicate,
  labelUnused,
  evidenceMissing,
  evidenceUnused,
  evidenceExpired,
  evidenceFileMissing,
  evidenceFormerName,
  claimWithoutEvidence,
  rankWithoutProof,
  imageMissing,
  imageUnused,
  imageCoarse,
  chartInvalid,
  diagramInvalid,
  imageWithoutCaption,
  sentenceLong,
  phraseEmpty,
  standardNameWrong,
  termVariants,
  typography,
  htmlAsText,
  markupSwallowed,
  markupAlmost,
  workspaceInvalid,
  deadlinePassed,
  ...waiverRules,
  ...dataRules,
]
