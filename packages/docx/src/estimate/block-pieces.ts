import type {
  BookBlock,
  BookFigure,
  BookInline,
  BookLines,
  BookList,
  BookNotes,
  Layout,
} from '@ziping/resolve'
import { headingStyle } from '../blocks/heading.ts'
import { lineColumns } from '../blocks/lines.ts'
import { isFlush, styleOf } from '../blocks/paragraph.ts'
import type { Looks, StyleId } from '../parts/style-list.ts'
import { countLines, countTextLines } from './count-lines.ts'
import { begun, kept, linePieces, type Piece, piece } from './piece.ts'
import { tablePieces } from './table-pieces.ts'

/** Where blocks stand. */
export interface PieceRoom {
  readonly width: number
  readonly within: 'page' | 'list' | 'quote' | 'box'
  readonly layout: Layout
  readonly looks: Looks
}

/** Blocks one below another as what may be parted by a page's end, with the heights that Word is told to give them. */
export function blockPieces(blocks: readonly BookBlock[], room: PieceRoom): readonly Piece[] {
  let fresh = false
  return blocks.flatMap((block) => {
    if (block.kind === 'page-break') {
      fresh = true
      return []
    }
    const { before, anchor } = block
    const pieces = begun(piecesOf(block, room), {
      before,
      ...(anchor === undefined ? {} : { anchors: [anchor] }),
    })
    const [first, ...rest] = pieces
    if (!fresh || first === undefined) return pieces
    fresh = false
    return [{ ...first, fresh: true }, ...rest]
  })
}

function piecesOf(
  block: Exclude<BookBlock, { readonly kind: 'page-break' }>,
  room: PieceRoom,
): readonly Piece[] {
  const { layout, width } = room
  switch (block.kind) {
    case 'heading':
      return kept(styled(block.content, headingStyle(block.level), room), true)
    case 'paragraph': {
      const style = styleOf(block.style, room)
      return styled(block.content, style, room, isFlush(block.style, style))
    }
    case 'list':
      return listPieces(block, room)
    case 'quote': {
      const narrower = { ...room, width: width - layout.quoteIndent, within: 'quote' } as const
      return blockPieces(block.blocks, narrower)
    }
    case 'box':
      return boxPieces(block, room)
    case 'table':
      return tablePieces(block, layout, width)
    case 'figure':
      return figurePieces(block, room)
    case 'formula':
      return [piece(2 * layout.body.line)]
    case 'contents':
      return block.entries.map(() => piece(layout.contents.line))
    case 'signatures':
      return kept(block.places.map(() => piece(2 * layout.body.line)))
    case 'lines':
      return coverLines(block, room)
    case 'notes':
      return notePieces(block, room)
    case 'exhibit':
    case 'space':
      return [piece(block.height)]
    case 'rule':
      return [piece(layout.body.line)]
    default:
      return block satisfies never
  }
}

/** A paragraph in its style. */
function styled(
  content: readonly BookInline[],
  style: StyleId,
  { width, looks }: PieceRoom,
  flush = false,
): readonly Piece[] {
  const { text, firstLine = 0, left = 0, keepNext = false } = looks[style]
  // A quotation's room is narrower already.
  const inside = style === 'Quote' ? width : width - left
  const room = { width: inside, size: text.size, indent: flush ? 0 : firstLine }
  const pieces = linePieces(countLines(content, room), text.line, keepNext)
  return keepNext ? kept(pieces, true) : pieces
}

/** Labels and values beside one another, each line as tall as the longer of the two. */
function coverLines(block: BookLines, { width, layout }: PieceRoom): readonly Piece[] {
  const { size, line } = layout.coverLine
  const columns = lineColumns(block, width, size)
  return block.lines.map(({ label, value }) => {
    const labels = countTextLines(label, { width: columns.label, size })
    return piece(Math.max(labels, countLines(value, { width: columns.value, size })) * line)
  })
}

function listPieces({ items }: BookList, room: PieceRoom): readonly Piece[] {
  const width = room.width - room.layout.listIndent
  const inside = { ...room, width, within: 'list' } as const
  return items.flatMap(({ blocks }) =>
    blocks.length === 0 ? [piece(room.layout.body.line)] : blockPieces(blocks, inside),
  )
}

function boxPieces(
  { title, blocks }: Extract<BookBlock, { readonly kind: 'box' }>,
  room: PieceRoom,
): readonly Piece[] {
  const { boxPadding, table } = room.layout
  const edge = table.padding + table.border / 2
  const width = room.width - table.border - 2 * boxPadding
  const inside = { ...room, width, within: 'box' } as const
  const head = title.length === 0 ? [] : kept(styled(title, 'BoxTitle', inside), true)
  const pieces = [...head, ...blockPieces(blocks, inside)]
  return pieces.map((one, index) => ({
    ...one,
    height: one.height + (index === 0 ? edge : 0) + (index === pieces.length - 1 ? edge : 0),
  }))
}

function figurePieces(figure: BookFigure, room: PieceRoom): readonly Piece[] {
  const { caption, source, drawings, height } = figure
  const isNamed = drawings.some((one) => one.caption !== undefined)
  const words =
    caption === undefined ? [] : [{ kind: 'text', value: `${caption.number}　` } as const]
  return kept([
    piece(height + (isNamed ? room.layout.caption.line : 0)),
    ...(caption === undefined ? [] : styled([...words, ...caption.content], 'Caption', room)),
    ...(source === undefined ? [] : styled([{ kind: 'text', value: source }], 'Source', room)),
  ]).map((one, index, all) => (index === all.length - 1 ? { ...one, keepNext: false } : one))
}

/** The footnotes of a chapter, each whole. */
function notePieces({ notes }: BookNotes, room: PieceRoom): readonly Piece[] {
  const { text } = room.looks.NoteText
  const width = room.width - 2.5 * text.size
  return notes.flatMap(({ anchor, blocks }) => {
    const pieces = blocks.flatMap((block): readonly Piece[] => {
      if (block.kind !== 'paragraph') return blockPieces([block], { ...room, width })
      const count = countLines(block.content, { width, size: text.size })
      return [piece(count * text.line, { before: block.before })]
    })
    return begun(pieces, { before: 0, anchors: [anchor] })
  })
}
