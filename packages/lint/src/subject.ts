import { type Award, isSpecified } from '@ziping/award'
import { type Coverage, measureCoverage } from '@ziping/coverage'
import type { Finding } from '@ziping/diagnostics'
import type { CodeLists } from '@ziping/forms'
import type { Report, Workspace } from '@ziping/report'
import { createResolver, type Resolver } from '@ziping/resolve'
import type { FileView } from './file-view.ts'
import { fileViews } from './file-views.ts'
import { type SubjectData, subjectData } from './subject-data.ts'
import { WorkspaceFiles } from './workspace-files.ts'

/** What rules judge: the parsed report, the award and the data, read once for all of them. */
export interface LintSubject extends SubjectData {
  readonly award: Award
  readonly workspace: Workspace
  readonly report: Report
  /** Each file of the report by itself. */
  readonly views: readonly FileView[]
  readonly resolver: Resolver
  readonly coverage: Coverage
  /** What was found before: while reading the workspace and, where the caller did so, checking its data files. */
  readonly found: readonly Finding[]
  /** Which pictures and evidence there are. */
  readonly files: WorkspaceFiles
  /** The years result tables show. */
  readonly years: readonly number[]
  /** The reference date: never today. */
  readonly date?: string
}

/** Puts together what the rules of one workspace look at. */
export function createSubject(
  workspace: Workspace,
  report: Report,
  codes: CodeLists,
  given: {
    readonly date?: string
    /** `workspace.findings` and what `checkData` and `readTeamCriteria` add to them. */
    readonly found?: readonly Finding[]
    readonly files?: WorkspaceFiles
  } = {},
): LintSubject {
  const { award } = report
  const date = given.date ?? workspace.config.filed ?? deadlineOf(workspace, award)
  const data = subjectData(workspace, award, codes, date)
  return {
    ...data,
    found: given.found ?? workspace.findings,
    files: given.files ?? new WorkspaceFiles(workspace.root),
    ...(date === undefined ? {} : { date }),
    ...seen(workspace, report, data),
  }
}

/** The same data with another text. */
export function withReport(
  subject: LintSubject,
  workspace: Workspace,
  report: Report,
): LintSubject {
  return { ...subject, ...seen(workspace, report, subject) }
}

/** All that follows from what the writers wrote. */
function seen(workspace: Workspace, report: Report, data: SubjectData) {
  const resolver = createResolver(report, data)
  return {
    award: report.award,
    workspace,
    report,
    views: fileViews(report, resolver, workspace),
    resolver,
    years: resolver.years,
    coverage: measureCoverage(report, resolver),
  }
}

/** The day after which nothing is accepted: the workspace's word goes before the notice's. */
export function deadlineOf(workspace: Workspace, award: Award): string | undefined {
  if (workspace.config.deadline !== undefined) return workspace.config.deadline
  const { schedule } = award
  return isSpecified(schedule) && isSpecified(schedule.closes) ? schedule.closes : undefined
}
