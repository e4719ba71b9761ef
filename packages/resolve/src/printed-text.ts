import type { Counted } from '@ziping/award'
import type { Block, Caption, Unit } from '@ziping/report'
import { resultTable } from './indicator-table.ts'
import { wordOf } from './number-captions.ts'
import type { Printing } from './printing.ts'
import { joinLines, type Resolver } from './resolver.ts'

/** A stretch of printed text and what a limit may count it as. */
export interface PrintedText {
  readonly text: string
  readonly part: Counted | 'text'
}

const known = new WeakMap<Resolver | Printing, WeakMap<Block, readonly PrintedText[]>>()

/**
 * Everything a block prints, in reading order, with values and references as they print; worked out once, and again
 * only when something in its file prints otherwise.
 */
export function printedText(
  block: Block,
  file: string,
  resolver: Resolver,
): readonly PrintedText[] {
  const printing = resolver.printing(file)
  const owner = printing?.blocks.has(block) === true ? printing : resolver
  const texts = known.get(owner) ?? new WeakMap<Block, readonly PrintedText[]>()
  known.set(owner, texts)
  let printed = texts.get(block)
  if (printed === undefined) {
    printed = [...printBlock(block, file, resolver)]
    texts.set(block, printed)
  }
  return printed
}

function* printBlock(block: Block, file: string, resolver: Resolver): Generator<PrintedText> {
  const words = (inlines: Parameters<Resolver['printed']>[0]): string =>
    joinLines(resolver.printed(inlines))
  switch (block.kind) {
    case 'heading':
      yield { text: words(block.content), part: 'headings' }
      break
    case 'paragraph':
      yield { text: words(block.content), part: 'text' }
      break
    case 'list':
      for (const item of block.items) yield* all(item.blocks, file, resolver)
      break
    case 'quote':
    case 'landscape':
      yield* all(block.blocks, file, resolver)
      break
    case 'footnote':
      for (const inner of all(block.blocks, file, resolver)) yield { ...inner, part: 'footnotes' }
      break
    case 'box':
      yield { text: words(block.title), part: 'text' }
      yield* all(block.blocks, file, resolver)
      break
    case 'table':
      yield* caption(block, file, resolver)
      for (const cell of [block.head, ...block.rows].flat())
        if (cell.merge === undefined) yield { text: words(cell.content), part: 'tables' }
      break
    case 'indicator-table': {
      yield* caption(block, file, resolver)
      const { head, rows } = resultTable(block.indicators, resolver.years, resolver.indicators)
      for (const text of [...head, ...rows.flat()]) yield { text, part: 'tables' }
      break
    }
    case 'chart':
      yield* caption(block, file, resolver)
      for (const text of chartWords(block.indicators, resolver)) yield { text, part: 'charts' }
      break
    case 'diagram':
      yield* caption(block, file, resolver)
      for (const text of diagramWords(block.value)) yield { text, part: 'charts' }
      break
    case 'figure':
      yield* caption(block, file, resolver)
      if (block.images.length > 1)
        for (const image of block.images) yield { text: image.alt, part: 'captions' }
      break
    case 'code':
    case 'formula':
      yield { text: block.value, part: 'text' }
      break
    case 'rule':
    case 'page-break':
    case 'note':
    case 'link-definition':
      break
    default:
      block satisfies never
  }
}

function* all(blocks: readonly Block[], file: string, resolver: Resolver): Generator<PrintedText> {
  for (const block of blocks) yield* printedText(block, file, resolver)
}

function* caption(
  block: Block & { readonly caption?: Caption },
  file: string,
  resolver: Resolver,
): Generator<PrintedText> {
  if (block.caption === undefined || wordOf(block) === undefined) return
  const number = resolver.captions.numberOf(file, block) ?? ''
  yield {
    text: `${number} ${joinLines(resolver.printed(block.caption.content))}`,
    part: 'captions',
  }
}

/** Names, years and units: what stands in a chart besides its figures. */
function chartWords(ids: readonly string[], resolver: Resolver): readonly string[] {
  const shown = ids.flatMap((id) => resolver.indicators.byId.get(id) ?? [])
  return [
    ...shown.flatMap((indicator) => [indicator.name, indicator.unit ?? '']),
    ...resolver.years.map((year) => `${year}年`),
  ]
}

/** The words in the boxes and on the arrows of a mermaid diagram. */
function diagramWords(source: string): readonly string[] {
  return [...source.matchAll(/"([^"]*)"|[[({|>]+([^[\](){}|"<>]+)[\])}|]+/g)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

/** The printed text of units; `skip` says how much of a unit only names what it answers. */
export function textOfUnits(
  units: readonly Unit[],
  skip: (unit: Unit) => number,
  file: string,
  resolver: Resolver,
): string {
  return units
    .map((unit) =>
      printedText(unit.block, file, resolver)
        .map((printed) => printed.text)
        .join('\n')
        .slice(skip(unit)),
    )
    .join('\n')
}
