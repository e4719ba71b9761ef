import type { Severity } from '@ziping/diagnostics'
import type { LintSubject } from './subject.ts'

export type OptionValue = number | string | boolean | readonly string[]

/** What a rule gets: everything there is to judge, and its own settings. */
export interface RuleContext extends LintSubject {
  /** Set by the award, the workspace or the command line; without it the rule's own. */
  readonly severity?: Severity
  numberOption(name: string): number
  textOption(name: string): string
  listOption(name: string): readonly string[]
}
