import { type IndustryCodes, industrySection } from '@ziping/award'
import type { Finding, Place } from '@ziping/diagnostics'
import { readIdNumber } from './check-digits.ts'
import { dataFindings } from './findings/data.ts'
import { asList, asMap, asText, type PlainMap } from './plain-data.ts'
import { industryCode } from './size-class.ts'

/** A fact that follows from another one. */
interface Derived {
  readonly path: string
  readonly from: string
  readonly value: unknown
  /** How the source is called, where the two must agree. */
  readonly binding?: string
}

/** Adds the facts that follow from those written, and tells which follows from which. */
export function deriveFacts(
  read: PlainMap,
  industries: IndustryCodes | undefined,
): { readonly facts: PlainMap; readonly sources: ReadonlyMap<string, string> } {
  const facts: Record<string, unknown> = { ...read, ...namedHonours(read) }
  const sources = new Map<string, string>()
  for (const { path, from, value } of derivations(read, industries)) {
    if (value === undefined || lookUp(facts, path) !== undefined) continue
    assign(facts, path.split('.'), value)
    sources.set(path, from)
  }
  return { facts, sources }
}

/** Facts written twice must agree: sex and birth date with the id number, sector with the industry. */
export function checkFacts(
  read: PlainMap,
  placeOf: (path: string) => Place,
  industries: IndustryCodes | undefined,
): readonly Finding[] {
  const sectors = new Set(industries?.sections.map(({ sector }) => sector))
  return derivations(read, industries).flatMap(({ path, value, binding }) => {
    const written = lookUp(read, path)
    if (binding === undefined || typeof value !== 'string' || typeof written !== 'string') return []
    if (written === value || (path.endsWith('.sector') && !sectors.has(written))) return []
    const told = { label: path, value: written, other: binding, expected: value }
    return [dataFindings.contradiction(placeOf(path), told)]
  })
}

function derivations(read: PlainMap, industries: IndustryCodes | undefined): readonly Derived[] {
  const copy = (path: string, from: string): Derived => ({ path, from, value: lookUp(read, from) })
  const id = readIdNumber(asText(lookUp(read, 'person.idNo')) ?? '')
  const code = industryCode(lookUp(read, 'organization.industry')) ?? ''
  const section = industries && industrySection(industries, code)
  const byId = { from: 'person.idNo', binding: '身份证号' }
  return [
    copy('organization.legalRepresentative', 'people.legalRepresentative.name'),
    copy('people.legalRepresentative.name', 'organization.legalRepresentative'),
    copy('organization.cqo.name', 'people.chiefQualityOfficer.name'),
    copy('organization.cqo.since', 'people.chiefQualityOfficer.since'),
    copy('project.leader', 'people.projectLeader'),
    copy('person.employer', 'organization.name'),
    { path: 'person.sex', value: id?.sex, ...byId },
    { path: 'person.birth', value: id?.birthDate, ...byId },
    {
      path: 'organization.sector',
      from: 'organization.industry',
      value: section?.sector,
      binding: '行业代码',
    },
  ]
}

/** An honour without a name of its own is called by its type. */
function namedHonours(read: PlainMap): PlainMap {
  if (!Array.isArray(read['honours'])) return {}
  return {
    honours: asList(read['honours']).map((entry) => {
      const honour = asMap(entry)
      return { ...honour, name: honour['name'] ?? honour['type'] }
    }),
  }
}

function lookUp(facts: PlainMap, path: string): unknown {
  return path.split('.').reduce<unknown>((here, key) => asMap(here)[key], facts)
}

/** Sets a fact without touching the maps that were read. */
function assign(facts: Record<string, unknown>, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path
  if (key === undefined) return
  if (rest.length === 0) {
    facts[key] = value
    return
  }
  const below: Record<string, unknown> = { ...asMap(facts[key]) }
  assign(below, rest, value)
  facts[key] = below
}
