import type { Finding } from '@ziping/diagnostics'
import type { Award } from './award.ts'
import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from './award-finding.ts'
import { explainSchema, type PlaceOf } from './check/explain-schema.ts'
import { impossibleDays } from './check/impossible-days.ts'
import { validate } from './check/schema.ts'
import { allClauses, type Requirement } from './clause.ts'
import { requirementsFromData } from './model/requirements-from-data.ts'
import { clausePaths } from './read/clause-paths.ts'
import { type Data, listAt, member, textAt } from './read/data.ts'
import { type Origins, placeAt } from './read/origins.ts'
import { readYaml } from './read/read-yaml.ts'
import { clauseNames, type TeamCriteria } from './team-criteria.ts'

/** A file of the workspace's criteria folder, as read. */
export interface CriteriaText {
  readonly file: string
  readonly text: string
}

/** Reads a team's own items of the standard; what is wrong in its files is found, not thrown. */
export async function readTeamCriteria(
  files: readonly CriteriaText[],
  award: Award,
): Promise<{ readonly criteria: TeamCriteria; readonly findings: readonly Finding[] }> {
  const known = [...allClauses(award.clauses)].flatMap(clauseNames)
  const criteria = new Map<string, readonly Requirement[]>()
  const findings: Finding[] = []
  for (const file of files) findings.push(...(await readOne(file, known, criteria)))
  return { criteria, findings: findings.map((finding) => ({ ...finding, rule: 'data-invalid' })) }
}

async function readOne(
  { file, text }: CriteriaText,
  known: readonly string[],
  criteria: Map<string, readonly Requirement[]>,
): Promise<readonly Finding[]> {
  const origins: Origins = new WeakMap()
  const { data, source, findings } = readYaml(file, text, origins)
  const placeOf: PlaceOf = (path, options) => placeAt(origins, data, path, { file, ...options })
  if (findings.length > 0) return findings
  const errors = await validate('criteria', data)
  const unfit = [...explainSchema(errors, data, placeOf), ...impossibleDays(data, placeOf)]
  if (unfit.length > 0) return unfit
  const ofFile = new Map([[source, member(data, 'docs')]])
  return [...clausePaths(data, ['clauses'])].flatMap((path) => {
    const clause = path.reduce<Data | undefined>(member, data)
    const name = textAt(clause, 'id') ?? ''
    if (listAt(clause, 'requirements').length === 0) return []
    if (!known.includes(name)) return [unknownClause(placeOf([...path, 'id']), { name, known })]
    const made = requirementsFromData(clause, { origins, ofFile, shared: undefined })
    criteria.set(name, made.requirements)
    return made.findings
  })
}

const unknownClause: MakeFinding<Unknown> = awardFinding('unknown-clause', {
  'zh-CN': (unknown) => ({
    message: `奖项方案里没有条款“${unknown.name}”，这些要求无处可放`,
    advice: suggestZh(unknown) ?? '条款号写方案中的（1.1）或标准中的（4.1.2）',
  }),
  en: (unknown) => ({
    message: `The award has no clause “${unknown.name}” to put these requirements into`,
    advice: suggestEn(unknown) ?? 'Number clauses as the award (1.1) or the standard (4.1.2) does',
  }),
})
