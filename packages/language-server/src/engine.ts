import type { Award } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import type { Overlay, SourceText, Workspace } from '@ziping/report'

/** A judged workspace, as far as an editor shows it. */
export interface Linted {
  readonly root: string
  readonly workspace: Workspace
  readonly award: Award
  readonly subject: LintSubject
  readonly findings: readonly Finding[]
  /** The texts that were judged. */
  readonly sources: { find(file: string): SourceText | undefined }
}

/** Judges a whole workspace; the caller of the server brings it, so that command line and editor cannot disagree. */
export type LintEngine = (root: string, overlay: Overlay) => Promise<Linted>
