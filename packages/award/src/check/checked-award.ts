import type { Place } from '@ziping/diagnostics'
import type { Award } from '../award.ts'
import type { Clause } from '../clause.ts'
import type { Form } from '../form.ts'
import type { Data, DataPath } from '../read/data.ts'
import { type Origin, originAt, placeAt } from '../read/origins.ts'
import type { AwardData } from '../read/read-award.ts'
import { isSpecified } from '../specified.ts'
import type { PlaceOf } from './explain-schema.ts'

/** Part of an award's data, with the means to point into its file. */
export interface Located {
  readonly data: Data
  readonly placeOf: PlaceOf
  originOf(path: DataPath): Origin | undefined
}

/** An award that fits the schemas, about to be checked for what schemas can't say. */
export interface CheckedAward {
  readonly award: Award
  readonly located: Located
  readonly forms: readonly (Located & { readonly form: Form })[]
}

export function locate(root: Data, file: string, { origins }: AwardData): Located {
  const placeOf = (path: DataPath, options?: { readonly key: boolean }): Place =>
    placeAt(origins, root, path, { file, ...options })
  return { data: root, placeOf, originOf: (path) => originAt(origins, root, path) }
}

export function checkedAward(award: Award, data: AwardData): CheckedAward {
  const forms = isSpecified(award.forms) ? award.forms : []
  return {
    award,
    located: locate(data.award, data.file.label, data),
    forms: data.forms.flatMap((part, index) => {
      const form = forms[index]
      return form ? [{ form, ...locate(part.data, part.source.file, data) }] : []
    }),
  }
}

/** Every clause with its path in the file, parents before children. */
export function* clausesWithPaths(
  clauses: readonly Clause[],
  at: DataPath = ['criteria', 'clauses'],
): Generator<readonly [Clause, DataPath]> {
  for (const [index, clause] of clauses.entries()) {
    const path = [...at, index]
    yield [clause, path]
    yield* clausesWithPaths(clause.children, [...path, 'children'])
  }
}
