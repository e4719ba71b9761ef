export { applyEdits } from './apply-edits.ts'
export { type Baseline, readBaseline, withoutBaseline, writeBaseline } from './baseline.ts'
export {
  defineRule,
  type Example,
  type Extras,
  type FindingMakers,
  type Messages,
  type Rule,
  type RuleDefinition,
} from './define-rule.ts'
export { exampleChapter, exampleSubject } from './example-subject.ts'
export type { FileView } from './file-view.ts'
export { type FoundImage, findImage } from './find-image.ts'
export { laterRule, laterRules } from './later/index.ts'
export type { LaterRule, LaterStage, Waivable } from './later/later-rule.ts'
export { type WaivedLater, waiveLater } from './later/waive-later.ts'
export { lintReport, runRule } from './lint-report.ts'
export { type MeasuredText, measuredLimits } from './measured-limits.ts'
export { requirementTitle, typedLabel } from './requirement-title.ts'
export type { OptionValue, RuleContext } from './rule-context.ts'
export { rules } from './rules/index.ts'
export { runExample } from './run-example.ts'
export { ruleSettings, settingFindings } from './setting-findings.ts'
export { type RuleSetting, type SetBy, settleRules } from './settings.ts'
export { placeOfId, placeOfLabel } from './source-places.ts'
export { createSubject, deadlineOf, type LintSubject, withReport } from './subject.ts'
export { isTeamRule } from './team-rule.ts'
export { type TeamFile, type TeamRules, teamRulesOf, wrongTeamFile } from './team-rules.ts'
export { type Label, type Standing, type TextIndex, textIndex } from './text-index.ts'
