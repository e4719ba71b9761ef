import { type Bilingual, type Finding, nearest } from '@ziping/diagnostics'
import type { DataFile, DataPath } from '@ziping/report'
import { dataFindings } from '../findings/data.ts'
import type { Gap } from '../gap.ts'
import { maskValue } from '../mask.ts'
import { isPersonal, notationOf, type ScalarKind } from '../scalar.ts'
import type { Fact } from './fact.ts'

/** A data file being read by a table of facts. */
export interface FactReading {
  readonly file: DataFile
  readonly origins: Map<string, DataPath>
  readonly gaps: Map<string, Gap>
  readonly findings: Finding[]
}

/** A fact at its place in the file. */
export interface FactPlace {
  readonly reading: FactReading
  readonly fact: Fact
  readonly at: DataPath
  /** The fact by its own keys: `organization.cqo.name`. */
  readonly path: string
}

/** Shapes of data, as messages call them. */
export const shapes = {
  map: { 'zh-CN': '“键: 值”', en: 'a map of “key: value”' },
  list: { 'zh-CN': '列表，每项以“- ”开头，没有的写 []', en: 'a list, or [] if there is none' },
  texts: { 'zh-CN': '列表，如 [甲, 乙]', en: 'a list of texts' },
  years: { 'zh-CN': '逐年的数，如 { 2018: 1, 2019: 2 }', en: 'values by year' },
  single: { 'zh-CN': '一个值', en: 'a single value' },
} as const

export function complainOfShape(
  { reading: { file, findings }, fact, at, path }: FactPlace,
  wanted: Bilingual,
): undefined {
  const label = path === '' ? 'applicant.yaml' : `${fact.label}（${path}）`
  findings.push(dataFindings.wrongShape(file.placeOf(at), { label, wanted }))
}

export function complainOfValue(
  { reading: { file, findings }, fact, at, path }: FactPlace,
  kind: ScalarKind,
  text: string,
): undefined {
  const value = isPersonal(kind) ? maskValue(text) : text
  const label = `${fact.label.replace(/（.+）/u, '')}（${path}）`
  findings.push(
    dataFindings.wrongValue(file.placeOf(at), { label, value, ...notationOf(kind, text) }),
  )
}

export function complainOfKey(
  { reading: { file, findings }, fact: { members = [] }, at, path: parent }: FactPlace,
  key: string,
): void {
  const near = nearest(
    key,
    members.flatMap((member) => [member.key, ...(member.also ?? [])]),
  )
  const make = near === undefined ? dataFindings.unknownKey : dataFindings.misspeltKey
  findings.push(make(file.placeOf([...at, key], 'key'), { key, parent, near }))
}
