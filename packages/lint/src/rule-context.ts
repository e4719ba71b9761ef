import type { Severity } from '@ziping/diagnostics'
import type { Workspace } from '@ziping/report'
import type { LintSubject } from './subject.ts'

export type OptionValue = number | string | boolean | readonly string[]

/** A rule's own settings. */
export interface RuleOptions {
  numberOption(name: string): number
  textOption(name: string): string
  listOption(name: string): readonly string[]
}

/** What a rule gets: everything there is to judge, and its own settings. */
export interface RuleContext extends LintSubject, RuleOptions {
  /** Set by the award, the workspace or the command line; without it the rule's own. */
  readonly severity?: Severity
  /** Severity and options in a few words: equal where they are equal. */
  readonly setting: string
}

/** What there is to judge besides the text: no tree, no section, no passage of any chapter. */
export interface DataContext
  extends Omit<RuleContext, 'report' | 'views' | 'resolver' | 'coverage' | 'workspace'> {
  readonly workspace: Omit<Workspace, 'documents'>
}
