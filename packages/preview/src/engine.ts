import type { Award } from '@ziping/award'
import type { Finding } from '@ziping/diagnostics'
import type { LintSubject } from '@ziping/lint'
import type { Workspace } from '@ziping/report'

/** A judged workspace, as far as the page shows it. */
export interface Judged {
  readonly workspace: Workspace
  readonly award: Award
  readonly subject: LintSubject
  readonly findings: readonly Finding[]
}

/** A workspace that has been read: what prints is known, the rules run when they are asked to. */
export interface ReadWorkspace extends Omit<Judged, 'findings'> {
  judge(): Judged
}

/** Reads the whole workspace; the caller of the server brings it, so that command line and page cannot disagree. */
export type ReadEngine = () => Promise<ReadWorkspace>
