import { captions } from './captions.ts'
import { directives } from './directives.ts'
import { marks } from './marks.ts'
import type { Reading } from './reading.ts'
import { structures } from './structures.ts'

/** What is to be read how, by what it is about. */
export const tables: Readonly<Record<string, readonly Reading[]>> = {
  directives,
  captions,
  marks,
  structures,
}

/** Every source of the tables. */
export const readSources: readonly string[] = Object.values(tables).flatMap((table) =>
  table.map(([source]) => source),
)
