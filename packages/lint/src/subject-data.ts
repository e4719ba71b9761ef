import { type Award, isSpecified } from '@ziping/award'
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
  type DataFile,
  type EvidenceIndex,
  type Indicators,
  readEvidence,
  readIndicators,
  type Workspace,
} from '@ziping/report'

/** What the data files of a workspace say, read and worked out. */
export interface SubjectData {
  readonly indicators: Indicators
  readonly evidence: EvidenceIndex
  readonly applicant: Applicant
  readonly form: FormData
  /** What is wrong with the applicant's and the form's data themselves. */
  readonly dataFindings: readonly Finding[]
  /** The award's year. */
  readonly year?: number
}

/** What was worked out last for a workspace, and from what. */
const last = new WeakMap<
  DataFile,
  { readonly from: readonly unknown[]; readonly data: SubjectData }
>()

/** The same data come to the same: while only chapters change, nothing is worked out again. */
export function subjectData(
  workspace: Workspace,
  award: Award,
  codes: CodeLists,
  date: string | undefined,
): SubjectData {
  const { configFile, indicators, evidence, applicant, form, documents } = workspace
  const fields = documents
    .filter(({ kind }) => kind === 'field')
    .map(({ id, path }) => ({ id, path }))
  const files = [indicators, evidence, applicant, form]
  const from = [award, codes.sizes, codes.industries, date, JSON.stringify(fields), ...files]
  const before = last.get(configFile)
  if (before?.from.every((one, index) => one === from[index]) === true) return before.data
  const data = workOut(workspace, award, codes, { date, fields })
  last.set(configFile, { from, data })
  return data
}

function workOut(
  workspace: Workspace,
  award: Award,
  codes: CodeLists,
  given: {
    readonly date: string | undefined
    readonly fields: readonly { readonly id: string; readonly path: string }[]
  },
): SubjectData {
  const indicators = readIndicators(workspace.indicators)
  const year = workspace.config.year ?? (isSpecified(award.year) ? award.year : undefined)
  const { applicant, findings } = loadApplicant(workspace.applicant, codes.industries)
  const { date, fields: documents } = given
  const sources = { award, year, date, applicant, indicators, codes, documents }
  const form = loadFormData(workspace.form, sources)
  return {
    indicators,
    evidence: readEvidence(workspace.evidence),
    applicant,
    form,
    dataFindings: [...findings, ...form.findings, ...checkRecordTypes(award, applicant)],
    ...(year === undefined ? {} : { year }),
  }
}
