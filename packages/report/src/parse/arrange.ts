import type { Block, Box, Landscape } from '../block.ts'
import { mergeAttributes } from './attributes.ts'
import { titleCaption } from './caption-text.ts'
import { attachCaptions } from './captions.ts'
import { type Context, located } from './context.ts'
import type { CloseLine, OpenLine, Piece } from './pieces.ts'
import { joinCells } from './tables.ts'
import { typedLines } from './text-lines.ts'

/** Boxes in boxes: deeper than this their lines print as typed. */
const deepestBoxes = 16

interface Level {
  readonly open?: OpenLine
  readonly blocks: Block[]
}

/** Pairs the lines of containers among siblings and gives tables and figures their captions. */
export function arrangeBlocks(pieces: readonly Piece[], context: Context): readonly Block[] {
  const outermost: Level = { blocks: [] }
  const levels: Level[] = [outermost]
  const pairs = pairLines(pieces)
  for (const piece of pieces) {
    const level = levels.at(-1) ?? outermost
    if (piece.kind !== 'open' && piece.kind !== 'close') level.blocks.push(piece)
    else if (!pairs.has(piece)) level.blocks.push(lineAsText(piece, context))
    else if (piece.kind === 'open') levels.push({ open: piece, blocks: [] })
    else {
      levels.pop()
      const outer = levels.at(-1) ?? outermost
      if (level.open !== undefined)
        outer.blocks.push(...container(level.open, piece, level.blocks, context))
    }
  }
  return attachCaptions(outermost.blocks, context)
}

/** The lines that open a container and close it again; the others are the author's text. */
function pairLines(pieces: readonly Piece[]): ReadonlySet<Piece> {
  const paired = new Set<Piece>()
  const open: OpenLine[] = []
  for (const piece of pieces) {
    if (piece.kind === 'open') open.push(piece)
    if (piece.kind !== 'close') continue
    const start = open.pop()
    if (start === undefined || open.length >= deepestBoxes) continue
    paired.add(start).add(piece)
  }
  return paired
}

function lineAsText(line: OpenLine | CloseLine, context: Context): Block {
  context.lost({ kind: 'directive', span: line.span })
  const content = typedLines(context.source.text, line.span)
  return { kind: 'paragraph', content, ...located(line.span, context) }
}

function container(
  open: OpenLine,
  close: CloseLine,
  blocks: readonly Block[],
  context: Context,
): readonly Block[] {
  const { name, title, label, attributes } = open
  const here = located({ start: open.span.start, end: close.span.end }, context)
  if (name === 'grid') return grid(open, close, blocks, context)
  const inside = attachCaptions(blocks, context)
  if (name === 'landscape')
    return [{ kind: 'landscape', blocks: inside, ...here } satisfies Landscape]
  const named = label === undefined ? {} : { label }
  const box: Box = {
    kind: 'box',
    variant: name,
    title,
    ...named,
    attributes,
    blocks: inside,
    ...here,
  }
  return [box]
}

/** A table whose cells may be joined; the container's title and label are the table's. */
function grid(
  open: OpenLine,
  close: CloseLine,
  blocks: readonly Block[],
  context: Context,
): readonly Block[] {
  const inside = attachCaptions(blocks, context)
  const notes = inside.filter((block) => block.kind === 'note')
  const [table, ...others] = inside.filter((block) => block.kind !== 'note')
  const taken =
    table?.kind === 'table' && (table.caption !== undefined || table.label !== undefined)
  const titled = open.title.length > 0 || open.label !== undefined
  const attributes =
    table?.kind === 'table' ? mergeAttributes(table.attributes, open.attributes) : undefined
  if (table?.kind !== 'table' || attributes === undefined || others.length > 0 || (taken && titled))
    return [lineAsText(open, context), ...inside, lineAsText(close, context)]
  return [
    ...notes,
    {
      ...joinCells(table),
      ...titleCaption(open.title, open.titleSpan, '表', context.source.text),
      ...(open.label === undefined ? {} : { label: open.label }),
      attributes,
      ...located({ start: open.span.start, end: close.span.end }, context),
    },
  ]
}
