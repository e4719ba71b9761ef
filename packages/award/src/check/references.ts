import type { Finding } from '@ziping/diagnostics'
import type { Award } from '../award.ts'
import {
  awardFinding,
  type MakeFinding,
  suggestEn,
  suggestZh,
  type Unknown,
} from '../award-finding.ts'
import { allClauses } from '../clause.ts'
import type { LengthLimit, LimitTarget } from '../length-limit.ts'
import { type DataPath, showPath } from '../read/data.ts'
import { isSpecified } from '../specified.ts'
import { type CheckedAward, clausesWithPaths } from './checked-award.ts'

/** A name that has to be that of something in the award. */
export interface Reference {
  readonly name: string
  readonly known: readonly string[]
  readonly path: DataPath
}

/** References inside the award file that lead nowhere. */
export function checkReferences(checked: CheckedAward): readonly Finding[] {
  const { data, placeOf } = checked.located
  return unresolved(references(checked)).map(({ name, known, path }) =>
    unknownReference(placeOf(path), { where: showPath(data, path), name, known }),
  )
}

/** Code lists the award names that are nowhere to be found. */
export function checkCodes(
  { award, located: { placeOf } }: CheckedAward,
  known: readonly string[],
): readonly Finding[] {
  const named = award.codes.map((name, index) => ({ name, known, path: ['codes', index] }))
  return unresolved(named).map(({ name, path }) =>
    unknownReference(placeOf(path), { where: 'codes', name, known }),
  )
}

export function unresolved(references: Iterable<Reference>): readonly Reference[] {
  return [...references].filter(({ name, known }) => !known.includes(name))
}

function* references(checked: CheckedAward): Generator<Reference> {
  const { award } = checked
  const names = namesIn(checked)
  yield* fromClauses(award, names)
  yield* fromLimits(award.limits, ['limits'], names)
  const { deliverables } = names
  for (const [index, { source }] of award.deliverables.entries()) {
    const path = ['deliverables', index, 'source']
    if (source?.form !== undefined)
      yield { name: source.form, known: names.forms, path: [...path, 'form'] }
    if (source?.field !== undefined)
      yield { name: source.field, known: names.fields, path: [...path, 'field'] }
  }
  for (const key of ['volumes', 'media'] as const)
    for (const [index, { contains }] of award[key].entries())
      for (const [at, name] of contains.entries())
        yield { name, known: deliverables, path: [key, index, 'contains', at] }
  for (const [index, { formats }] of award.media.entries())
    for (const [at, { deliverable: name }] of formats.entries())
      yield { name, known: deliverables, path: ['media', index, 'formats', at, 'deliverable'] }
  yield* fromIndicators(award, names)
  for (const [index, { limits }] of (isSpecified(award.stages) ? award.stages : []).entries())
    yield* fromLimits(limits, ['stages', index, 'limits'], names)
}

interface Names {
  readonly dimensions: readonly string[]
  readonly windows: readonly string[]
  readonly clauses: readonly string[]
  readonly deliverables: readonly string[]
  readonly documents: readonly string[]
  readonly media: readonly string[]
  readonly volumes: readonly string[]
  readonly forms: readonly string[]
  readonly fields: readonly string[]
}

function namesIn({ award, forms }: CheckedAward): Names {
  const ids = (list: readonly { readonly id: string }[]): readonly string[] =>
    list.map(({ id }) => id)
  return {
    dimensions: ids(award.dimensions),
    windows: ids(award.windows),
    clauses: ids([...allClauses(award.clauses)]),
    deliverables: ids(award.deliverables),
    documents: award.deliverables.flatMap(({ id, source }) => [id, source?.document ?? id]),
    media: ids(award.media),
    volumes: ids(award.volumes),
    forms: forms.map(({ form }) => form.id),
    fields: forms.flatMap(({ form }) => ids(form.fields)),
  }
}

function* fromClauses({ clauses }: Award, { dimensions, windows }: Names): Generator<Reference> {
  for (const [clause, path] of clausesWithPaths(clauses)) {
    if (isSpecified(clause.dimensions))
      yield { name: clause.dimensions, known: dimensions, path: [...path, 'dimensions'] }
    for (const [index, { window }] of clause.requirements.entries())
      if (window !== undefined)
        yield { name: window, known: windows, path: [...path, 'requirements', index, 'window'] }
  }
}

function* fromLimits(
  limits: readonly LengthLimit[],
  at: DataPath,
  names: Names,
): Generator<Reference> {
  for (const [index, { target }] of limits.entries()) {
    const path = [...at, index, 'target']
    const [key, name, known] = targetOf(target, names)
    if (name !== undefined) yield { name, known, path: [...path, key] }
  }
}

function targetOf(
  target: LimitTarget,
  names: Names,
): readonly [key: string, name: string | undefined, known: readonly string[]] {
  if ('document' in target) return ['document', target.document, names.documents]
  if ('field' in target) return ['field', target.field, names.fields]
  if ('clause' in target) return ['clause', target.clause, [...names.clauses, '*']]
  if ('medium' in target) return ['medium', target.medium, names.media]
  if ('volume' in target) return ['volume', target.volume, names.volumes]
  return ['each', undefined, []]
}

function* fromIndicators({ indicators }: Award, { fields }: Names): Generator<Reference> {
  for (const [index, { field, inputs }] of indicators.entries()) {
    if (field !== undefined)
      yield { name: field, known: fields, path: ['indicators', index, 'field'] }
    for (const [at, input] of inputs.entries())
      if (input.field !== undefined)
        yield {
          name: input.field,
          known: fields,
          path: ['indicators', index, 'inputs', at, 'field'],
        }
  }
}

/** For references in the award and in its forms. */
export const unknownReference: MakeFinding<Unknown & { readonly where: string }> = awardFinding(
  'unknown-reference',
  {
    'zh-CN': (unknown) => ({
      message: `“${unknown.where}”所指的“${unknown.name}”不存在`,
      advice: suggestZh(unknown) ?? '先写出它所指的内容，或删去这一项',
    }),
    en: (unknown) => ({
      message: `“${unknown.where}” refers to “${unknown.name}”, which does not exist`,
      advice: suggestEn(unknown) ?? 'Write what it refers to, or delete it',
    }),
  },
)
