import type { IndustryCodes } from '@ziping/award'
import { type Finding, type Place, placeOfFile } from '@ziping/diagnostics'
import type { DataFile } from '@ziping/report'
import { checkFacts, deriveFacts } from './derive-facts.ts'
import { applicantFacts } from './facts/applicant-facts.ts'
import type { Gap } from './gap.ts'
import { asList, asMap, asText, type PlainMap } from './plain-data.ts'
import { readFacts } from './read-facts.ts'

export interface FormerName {
  readonly name: string
  readonly until?: string
}

/** A company of a group. */
export interface Holding {
  readonly name: string
  readonly shortNames: readonly string[]
  /** Its folder under report/. */
  readonly folder?: string
}

/** An honour or an incident, as conditions read it. */
export interface DatedRecord {
  readonly type?: string
  readonly name?: string
  readonly level?: string
  readonly date?: string
  readonly evidence?: string
}

/** The applicant's facts, from data/applicant.yaml. */
export interface Applicant {
  readonly name?: string
  readonly shortNames: readonly string[]
  readonly formerNames: readonly FormerName[]
  readonly holdings: readonly Holding[]
  readonly honours: readonly DatedRecord[]
  readonly incidents: readonly DatedRecord[]
  /** All facts, as expressions and `from:` read them; numbers are Decimals, dates are texts. */
  readonly facts: PlainMap
  /** The fact at a path such as `organization.cqo.name`. */
  readonly fact: (path: string) => unknown
  /** What is written in place of a fact: `待查: 谁 何时`, `无: 理由`. */
  readonly gap: (path: string) => Gap | undefined
  /** Where a fact stands, or where it would stand. */
  readonly placeOf: (path: string) => Place
}

const defaultFile = 'data/applicant.yaml'

/** Loads data/applicant.yaml; what is malformed is left out and told by a finding. */
export function loadApplicant(
  file: DataFile | undefined,
  industries?: IndustryCodes,
): { readonly applicant: Applicant; readonly findings: readonly Finding[] } {
  if (file === undefined)
    return {
      applicant: describe(
        {},
        () => undefined,
        () => placeOfFile(defaultFile),
      ),
      findings: [],
    }
  const { value, origins, gaps, findings } = readFacts(file, applicantFacts)
  const read = asMap(value)
  const { facts, sources } = deriveFacts(read, industries)
  const placeOf = (path: string): Place => {
    const written = sources.get(path) ?? path
    return file.placeOf(origins.get(written) ?? written.split('.'))
  }
  const applicant = describe(facts, (path) => gaps.get(path), placeOf)
  return { applicant, findings: [...findings, ...checkFacts(read, placeOf, industries)] }
}

function describe(
  facts: PlainMap,
  gap: Applicant['gap'],
  placeOf: Applicant['placeOf'],
): Applicant {
  const organization = asMap(facts['organization'])
  const name = asText(organization['name'])
  return {
    ...(name === undefined ? {} : { name }),
    shortNames: texts(organization['shortNames']),
    formerNames: asList(organization['formerNames']).flatMap((entry) => {
      const { name: former, until } = texted(entry)
      return former === undefined
        ? []
        : [{ name: former, ...(until === undefined ? {} : { until }) }]
    }),
    holdings: asList(organization['holdings']).flatMap((entry) => {
      const { name: full, folder } = texted(entry)
      if (full === undefined) return []
      const shortNames = texts(asMap(entry)['shortNames'])
      return [{ name: full, shortNames, ...(folder === undefined ? {} : { folder }) }]
    }),
    honours: asList(facts['honours']).map(texted),
    incidents: asList(facts['incidents']).map(texted),
    facts,
    fact: (path) => factAt(facts, path),
    gap,
    placeOf,
  }
}

export function factAt(facts: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (here, key) => (Array.isArray(here) ? here[Number(key)] : asMap(here)[key]),
      facts,
    )
}

function texts(value: unknown): readonly string[] {
  return asList(value).flatMap((item) => asText(item) ?? [])
}

/** The members of a map that are texts. */
function texted(entry: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(asMap(entry)).flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value]] : [],
    ),
  )
}
