import { type Award, isSpecified } from '@ziping/award'
import { type Coverage, measureCoverage } from '@ziping/coverage'
import type { Finding } from '@ziping/diagnostics'
import {
  type Applicant,
  type CodeLists,
  checkRecordTypes,
  type FormData,
  loadApplicant,
  loadFormData,
} from '@ziping/forms'
import {
  type EvidenceIndex,
  type Indicators,
  type Report,
  readEvidence,
  readIndicators,
  type Workspace,
} from '@ziping/report'
import { createResolver, type Resolver } from '@ziping/resolve'
import { WorkspaceFiles } from './workspace-files.ts'

/** What rules judge: the parsed report, the award and the data, read once for all of them. */
export interface LintSubject {
  readonly award: Award
  readonly workspace: Workspace
  readonly report: Report
  readonly resolver: Resolver
  readonly indicators: Indicators
  readonly evidence: EvidenceIndex
  readonly coverage: Coverage
  readonly applicant: Applicant
  readonly form: FormData
  /** What is wrong with the applicant's and the form's data themselves. */
  readonly dataFindings: readonly Finding[]
  /** What was found before: while reading the workspace and, where the caller did so, checking its data files. */
  readonly found: readonly Finding[]
  /** Which pictures and evidence there are. */
  readonly files: WorkspaceFiles
  /** The reference date: never today. */
  readonly date?: string
  /** The award's year. */
  readonly year?: number
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
  const indicators = readIndicators(workspace.indicators)
  const evidence = readEvidence(workspace.evidence)
  const year = workspace.config.year ?? (isSpecified(award.year) ? award.year : undefined)
  const resolver = createResolver(report, {
    indicators,
    evidence,
    ...(year === undefined ? {} : { year }),
  })
  const { applicant, findings } = loadApplicant(workspace.applicant, codes.industries)
  const date = given.date ?? workspace.config.filed ?? deadlineOf(workspace, award)
  const documents = workspace.documents
    .filter(({ kind }) => kind === 'field')
    .map(({ id, path }) => ({ id, path }))
  const form = loadFormData(workspace.form, {
    award,
    year,
    date,
    applicant,
    indicators,
    codes,
    documents,
  })
  return {
    award,
    workspace,
    report,
    resolver,
    indicators,
    evidence,
    coverage: measureCoverage(report, resolver),
    applicant,
    form,
    dataFindings: [...findings, ...form.findings, ...checkRecordTypes(award, applicant)],
    found: given.found ?? workspace.findings,
    files: given.files ?? new WorkspaceFiles(workspace.root),
    ...(date === undefined ? {} : { date }),
    ...(year === undefined ? {} : { year }),
  }
}

/** The day after which nothing is accepted: the workspace's word goes before the notice's. */
export function deadlineOf(workspace: Workspace, award: Award): string | undefined {
  if (workspace.config.deadline !== undefined) return workspace.config.deadline
  const { schedule } = award
  return isSpecified(schedule) && isSpecified(schedule.closes) ? schedule.closes : undefined
}
