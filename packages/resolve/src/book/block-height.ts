import type { Layout, TextStyle } from '../layout/layout.ts'
import type { BookBlock, BookTable, ParagraphStyle } from './book.ts'
import type { BookInline } from './inline.ts'
import { bookText } from './inline.ts'
import { rowHeights } from './resolve-table.ts'
import { emsOf } from './text-width.ts'

/** How tall a block is, near enough to know where a page ends: what prints decides in the end. */
export interface BlockHeight {
  readonly height: number
  /** Of one line, where the block may be broken between its lines. */
  readonly line?: number
  /** Heights of its rows, where it may be broken between them. */
  readonly rows?: readonly number[]
  /** What of them stands again on every page. */
  readonly head?: number
}

export function blockHeight(block: BookBlock, width: number, layout: Layout): BlockHeight {
  switch (block.kind) {
    case 'paragraph':
      return lines(
        block.content,
        styleOf(block.style, layout),
        width,
        indentOf(block.style, layout),
      )
    case 'heading':
      return { height: lines(block.content, headingStyle(block.level, layout), width, 0).height }
    case 'list':
    case 'quote':
    case 'notes':
      return stacked(block, width, layout)
    case 'box':
      return { height: stacked(block, width, layout).height + layout.body.line }
    case 'table':
      return tableHeight(block, layout)
    case 'figure': {
      const { caption, source } = block
      const below =
        (caption === undefined ? 0 : layout.caption.line) + noteHeight(source, width, layout)
      const own = block.drawings.some((one) => one.caption !== undefined) ? layout.caption.line : 0
      return { height: block.height + own + below }
    }
    case 'formula':
      return { height: 2 * layout.body.line }
    case 'space':
    case 'exhibit':
      return { height: block.height }
    case 'contents':
      return { height: block.entries.length * layout.contents.line, line: layout.contents.line }
    case 'lines':
      return { height: block.lines.length * layout.coverLine.line }
    case 'signatures':
      return { height: block.places.length * 2 * layout.body.line }
    case 'rule':
      return { height: layout.body.line }
    case 'page-break':
      return { height: 0 }
    default:
      return block satisfies never
  }
}

/** Of a table that is kept whole, caption and all; of any other also its rows. */
function tableHeight(table: BookTable, layout: Layout): BlockHeight {
  const caption = table.caption === undefined ? 0 : layout.caption.line
  const rows = rowHeights(table.rows, table.columns, layout)
  const height = caption + rows.reduce((sum, one) => sum + one, 0)
  if (table.keep) return { height }
  const [first = 0, ...rest] = rows
  const head = rows.slice(0, table.headRows).reduce((sum, one) => sum + one, 0)
  return { height, rows: [caption + first, ...rest], head }
}

function stacked(
  block: Extract<BookBlock, { readonly kind: 'list' | 'quote' | 'notes' | 'box' }>,
  width: number,
  layout: Layout,
): BlockHeight {
  const narrower =
    block.kind === 'quote'
      ? layout.quoteIndent
      : block.kind === 'box'
        ? 2 * layout.boxPadding
        : layout.listIndent
  const inner =
    block.kind === 'list'
      ? block.items.flatMap((item) => item.blocks)
      : block.kind === 'notes'
        ? block.notes.flatMap((note) => note.blocks)
        : block.blocks
  const height = inner.reduce(
    (sum, one) => sum + one.before + blockHeight(one, width - narrower, layout).height,
    0,
  )
  return { height, line: layout.body.line }
}

function noteHeight(text: string | undefined, width: number, { note }: Layout): number {
  if (text === undefined) return 0
  return Math.max(1, Math.ceil((emsOf(text) * note.size) / width)) * note.line
}

function lines(
  content: readonly BookInline[],
  { size, line }: TextStyle,
  width: number,
  indent: number,
): BlockHeight {
  const count = bookText(content)
    .split('\n')
    .reduce((sum, text, index) => {
      const first = index === 0 ? indent : 0
      return sum + Math.max(1, Math.ceil((emsOf(text) * size + first) / width))
    }, 0)
  return { height: count * line, line }
}

function indentOf(style: ParagraphStyle, { indent }: Layout): number {
  return style === 'body' ? indent : 0
}

function headingStyle(level: number, { partTitle, headings, body }: Layout): TextStyle {
  return level === 0 ? partTitle : (headings[level - 1] ?? body)
}

function styleOf(style: ParagraphStyle, layout: Layout): TextStyle {
  switch (style) {
    case 'part-title':
      return layout.partTitle
    case 'cover-title':
      return layout.coverTitle
    case 'cover-subtitle':
    case 'cover-line':
    case 'cover-foot':
      return layout.coverLine
    case 'note':
    case 'source':
      return layout.note
    case 'code':
      return layout.code
    default:
      return layout.body
  }
}
