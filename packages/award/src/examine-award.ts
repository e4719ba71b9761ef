import type { Finding } from '@ziping/diagnostics'
import { comparePlaces } from '@ziping/diagnostics'
import type { Award } from './award.ts'
import { checkedAward, locate } from './check/checked-award.ts'
import { explainSchema } from './check/explain-schema.ts'
import { checkExpressions } from './check/expressions.ts'
import { checkFormReferences } from './check/form-references.ts'
import { checkIds } from './check/ids.ts'
import { impossibleDays } from './check/impossible-days.ts'
import { checkPatterns } from './check/patterns.ts'
import { checkPoints } from './check/points.ts'
import { checkCodes, checkReferences } from './check/references.ts'
import { checkRequired } from './check/required.ts'
import { type SchemaName, validate } from './check/schema.ts'
import { awardFromData } from './model/award-from-data.ts'
import { knownDocuments } from './model/documents.ts'
import { createSourceResolver } from './model/sources.ts'
import { type AwardFile, idsIn } from './read/award-library.ts'
import type { DataMap } from './read/data.ts'
import { type AwardData, readAward } from './read/read-award.ts'

/** An award, or what keeps its file from being one. */
export interface ExaminedAward {
  readonly award: Award | undefined
  readonly findings: readonly Finding[]
  /** Paths of all files that were read. */
  readonly files: readonly string[]
}

/** Reads an award with all it is made of and checks everything that can be checked without a report. */
export async function examineAward(file: AwardFile, text: string): Promise<ExaminedAward> {
  const data = await readAward(file, text)
  // what can't be read, or lacks a part, would be blamed for much that is not its fault
  const unfit = data.findings.length > 0 ? data.findings : await checkSchemas(data)
  if (unfit.length > 0) return refused(unfit, data)
  const sources = createSourceResolver(knownDocuments(data))
  const award = awardFromData(data, sources)
  const codes = await idsIn(data.codeFolders)
  const checked = checkedAward(award, data)
  const findings = [
    ...sources.findings,
    ...checkIds(checked),
    ...checkReferences(checked),
    ...checkCodes(checked, codes),
    ...checkFormReferences(checked, codes),
    ...checkPatterns(checked),
    ...checkPoints(checked),
    ...checkExpressions(checked),
  ]
  return findings.length > 0 ? refused(findings, data) : { award, findings, files: data.files }
}

function refused(findings: readonly Finding[], { files }: AwardData): ExaminedAward {
  const sorted = findings.toSorted((a, b) => comparePlaces(a.place, b.place))
  return { award: undefined, findings: sorted, files }
}

async function checkSchemas(data: AwardData): Promise<readonly Finding[]> {
  const findings = [
    ...(await fit('award', data.award, data.file.label, data)),
    ...checkRequired(locate(data.award, data.file.label, data)),
  ]
  // their clauses are checked as part of the award's tree
  for (const { source, data: part } of data.criteria)
    findings.push(...(await fit('criteria', without(part, 'clauses', data), source.file, data)))
  for (const { source, data: form } of data.forms)
    findings.push(...(await fit('form', form, source.file, data)))
  return findings
}

function without(part: DataMap, key: string, { origins }: AwardData): DataMap {
  const { [key]: _left, ...rest } = part
  origins.set(rest, new Map(origins.get(part)))
  return rest
}

async function fit(
  schema: SchemaName,
  part: DataMap,
  file: string,
  data: AwardData,
): Promise<readonly Finding[]> {
  const errors = await validate(schema, part)
  const { placeOf } = locate(part, file, data)
  return [...explainSchema(errors, part, placeOf), ...impossibleDays(part, placeOf)]
}
