import {
  allBlocks,
  allInlines,
  type Block,
  type Indicators,
  inlinesIn,
  type ParsedDocument,
} from '@ziping/report'
import { type Decided, isDecided } from './printed-inlines.ts'
import type { Resolver } from './resolver.ts'

/**
 * All that one file prints and nobody typed there: values, references, numbers of captions. While it stays as it is,
 * so does the object: whatever was worked out from it and the file's own blocks still holds.
 */
export interface Printing {
  readonly decided: ReadonlyMap<Decided, string>
  /** The blocks it speaks of. */
  readonly blocks: ReadonlySet<Block>
}

interface Known {
  readonly key: string
  readonly indicators: Indicators
  readonly printing: Printing
}

const last = new WeakMap<ParsedDocument, Known>()

export function printingOf(
  parsed: ParsedDocument,
  resolver: Pick<Resolver, 'captions' | 'indicators' | 'printed' | 'years'>,
): Printing {
  const { blocks, inlines, captioned } = openIn(parsed)
  const { captions, indicators, years } = resolver
  const texts = inlines.map((inline) => resolver.printed([inline]))
  const numbers = captioned.map((block) => captions.numberOf(parsed.file, block) ?? '')
  const key = JSON.stringify([years, numbers, texts])
  const before = last.get(parsed)
  if (before?.key === key && before.indicators === indicators) return before.printing
  const decided = new Map(inlines.map((inline, index) => [inline, texts[index] ?? '']))
  const printing = { decided, blocks }
  last.set(parsed, { key, indicators, printing })
  return printing
}

/** What of a file cannot be said before all files are known. */
interface Open {
  readonly blocks: ReadonlySet<Block>
  readonly inlines: readonly Decided[]
  readonly captioned: readonly Block[]
}

const found = new WeakMap<ParsedDocument, Open>()

function openIn(parsed: ParsedDocument): Open {
  const open = found.get(parsed) ?? findOpen(parsed)
  found.set(parsed, open)
  return open
}

function findOpen({ blocks: top }: ParsedDocument): Open {
  const blocks = new Set(allBlocks(top))
  const inlines: Decided[] = []
  const captioned: Block[] = []
  for (const block of blocks) {
    if ('caption' in block) captioned.push(block)
    for (const content of inlinesIn(block))
      for (const inline of allInlines(content)) if (isDecided(inline)) inlines.push(inline)
  }
  return { blocks, inlines, captioned }
}
