import type { Counted, LengthLimit } from '@ziping/award'
import {
  addCounts,
  type Block,
  type CharacterCount,
  countCharacters,
  nothing,
} from '@ziping/report'
import { printedText } from './printed-text.ts'
import type { Printing } from './printing.ts'
import type { Resolver } from './resolver.ts'

type Includes = NonNullable<LengthLimit['includes']>

const everything: Includes = {}

/** What counts where the award does not say: everything but the words inside charts. */
const usually: Readonly<Record<Counted, boolean>> = {
  tables: true,
  figures: true,
  charts: false,
  captions: true,
  headings: true,
  annex: true,
  footnotes: true,
}

interface Known {
  readonly printing: Printing
  readonly includes: Includes
  readonly count: CharacterCount
}

const last = new WeakMap<readonly Block[], Known>()

/** The length of some blocks as a limit counts them; counted again only when something in their file prints otherwise. */
export function countBlocks(
  blocks: readonly Block[],
  file: string,
  resolver: Resolver,
  includes: Includes = everything,
): CharacterCount {
  const printing = resolver.printing(file)
  const before = last.get(blocks)
  if (before !== undefined && before.printing === printing && before.includes === includes)
    return before.count
  const count = countAll(blocks, file, resolver, includes)
  const isOfFile = blocks.every((block) => printing?.blocks.has(block) === true)
  if (printing !== undefined && isOfFile) last.set(blocks, { printing, includes, count })
  return count
}

function countAll(
  blocks: readonly Block[],
  file: string,
  resolver: Resolver,
  includes: Includes,
): CharacterCount {
  const counted = {
    ...usually,
    ...(includes.figures === true ? { charts: true } : {}),
    ...includes,
  }
  let count = nothing
  for (const block of blocks)
    for (const { text, part } of printedText(block, file, resolver))
      if (part === 'text' || counted[part]) count = addCounts(count, countCharacters(text))
  return count
}
