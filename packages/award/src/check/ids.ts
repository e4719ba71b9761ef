import type { Finding } from '@ziping/diagnostics'
import type { Award } from '../award.ts'
import { awardFinding, type MakeFinding } from '../award-finding.ts'
import type { DataPath } from '../read/data.ts'
import { isSpecified, type Specified } from '../specified.ts'
import { type CheckedAward, clausesWithPaths } from './checked-award.ts'
import type { PlaceOf } from './explain-schema.ts'

/** Ids that are used twice where one must be enough to tell things apart. */
export function checkIds({ award, located, forms }: CheckedAward): readonly Finding[] {
  return [
    ...listsWithIds(award).flatMap(([key, list]) =>
      repeated(
        list.map(({ id }, index) => [id, [key, index]]),
        located.placeOf,
      ),
    ),
    ...repeated([...clauseNames(award)], located.placeOf),
    ...repeated([...requirementIds(award)], located.placeOf),
    ...forms.flatMap(({ form, placeOf }) =>
      repeated(
        form.parts.map(({ id }, index) => [id, ['parts', index]]),
        placeOf,
      ),
    ),
  ]
}

type WithId = { readonly id: string }
type Named = readonly [name: string, path: DataPath]

function listsWithIds(award: Award): readonly (readonly [string, readonly WithId[]])[] {
  const given = <Item>(list: Specified<readonly Item[]>): readonly Item[] =>
    isSpecified(list) ? list : []
  return [
    ['dimensions', award.dimensions],
    ['windows', award.windows],
    ['limits', award.limits],
    ['deliverables', award.deliverables],
    ['volumes', award.volumes],
    ['media', award.media],
    ['indicators', award.indicators],
    ['pictures', given(award.pictures)],
    ['conditions', given(award.conditions)],
    ['duties', given(award.duties)],
    ['route', given(award.route)],
    ['stages', given(award.stages)],
  ]
}

/** A clause answers to its id and to its aliases: neither may belong to two. */
function* clauseNames({ clauses }: Award): Generator<Named> {
  for (const [clause, path] of clausesWithPaths(clauses)) {
    yield [clause.id, path]
    for (const [index, alias] of clause.aliases.entries())
      if (alias !== clause.id) yield [alias, [...path, 'aliases', index]]
  }
}

function* requirementIds({ clauses }: Award): Generator<Named> {
  for (const [clause, path] of clausesWithPaths(clauses))
    for (const [index, { id }] of clause.requirements.entries())
      yield [id, [...path, 'requirements', index]]
}

function repeated(names: readonly Named[], placeOf: PlaceOf): readonly Finding[] {
  const first = new Map<string, DataPath>()
  return names.flatMap(([id, path]) => {
    const before = first.get(id)
    if (before === undefined) first.set(id, path)
    return before === undefined
      ? []
      : [duplicateId(placeOf(path), { id, line: placeOf(before).line })]
  })
}

const duplicateId: MakeFinding<{ readonly id: string; readonly line: number }> = awardFinding(
  'duplicate-id',
  {
    'zh-CN': ({ id, line }) => ({
      message: `“${id}”用了两次，第一次在第 ${line} 行`,
      advice: '给其中一个换一个 id',
    }),
    en: ({ id, line }) => ({
      message: `“${id}” is used twice, first in line ${line}`,
      advice: 'Give one of the two another id',
    }),
  },
)
