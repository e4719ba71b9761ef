import type { Place } from '@ziping/diagnostics'
import type { Attributes, Image, Inline, Span } from './inline.ts'

interface Located {
  readonly place: Place
  readonly span: Span
  /** Stays the same while the block's own text does: review marks find their way back by it. */
  readonly key: string
}

export interface Caption {
  readonly content: readonly Inline[]
  readonly text: string
  /** The number a writer typed (`表3-1`), which printing gives itself. */
  readonly typed?: string
  readonly span: Span
}

/** What tables, figures, charts and diagrams share. */
interface Captioned {
  readonly caption?: Caption
  readonly label?: string
  readonly attributes: Attributes
}

export interface Heading extends Located {
  readonly kind: 'heading'
  readonly level: number
  readonly content: readonly Inline[]
  readonly label?: string
}

export interface Paragraph extends Located {
  readonly kind: 'paragraph'
  readonly content: readonly Inline[]
}

export interface ListItem {
  readonly blocks: readonly Block[]
  readonly checked?: boolean
  readonly span: Span
}

export interface List extends Located {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly start: number
  readonly loose: boolean
  readonly items: readonly ListItem[]
}

export interface Quote extends Located {
  readonly kind: 'quote'
  readonly blocks: readonly Block[]
}

export interface Code extends Located {
  readonly kind: 'code'
  readonly language?: string
  /** What else stands behind the opening fence. */
  readonly meta?: string
  readonly value: string
}

export interface Diagram extends Located, Captioned {
  readonly kind: 'diagram'
  readonly meta?: string
  readonly value: string
  /** The line of the opening fence; the block itself may begin with its caption. */
  readonly fence: number
}

export interface Cell {
  readonly content: readonly Inline[]
  readonly span: Span
  /** Joined to the cell above (`^^`) or at the left (`<<`). */
  readonly merge?: 'up' | 'left'
}

export type Align = 'left' | 'center' | 'right' | 'none'

export interface Table extends Located, Captioned {
  readonly kind: 'table'
  readonly align: readonly Align[]
  readonly head: readonly Cell[]
  readonly rows: readonly (readonly Cell[])[]
  /** Inside `:::表格`: cells may be joined. */
  readonly grid: boolean
}

export interface Figure extends Located, Captioned {
  readonly kind: 'figure'
  readonly images: readonly Image[]
}

export interface Chart extends Located, Captioned {
  readonly kind: 'chart'
  readonly indicators: readonly string[]
}

export interface IndicatorTable extends Located, Captioned {
  readonly kind: 'indicator-table'
  readonly indicators: readonly string[]
}

export interface Formula extends Located {
  readonly kind: 'formula'
  readonly value: string
}

export interface Rule extends Located {
  readonly kind: 'rule'
}

export interface PageBreak extends Located {
  readonly kind: 'page-break'
}

export interface Box extends Located {
  readonly kind: 'box'
  readonly variant: 'highlight' | 'case'
  readonly title: readonly Inline[]
  readonly label?: string
  readonly attributes: Attributes
  readonly blocks: readonly Block[]
}

export interface Landscape extends Located {
  readonly kind: 'landscape'
  readonly blocks: readonly Block[]
}

export interface Footnote extends Located {
  readonly kind: 'footnote'
  readonly id: string
  readonly blocks: readonly Block[]
}

/** A note to fellow writers: an HTML comment, never printed or counted. */
export interface Note extends Located {
  readonly kind: 'note'
  readonly value: string
}

/** The target of reference-style links; nothing of it prints. */
export interface LinkDefinition extends Located {
  readonly kind: 'link-definition'
  readonly id: string
  readonly url: string
  readonly title?: string
}

export type Block =
  | Heading
  | Paragraph
  | List
  | Quote
  | Code
  | Diagram
  | Table
  | Figure
  | Chart
  | IndicatorTable
  | Formula
  | Rule
  | PageBreak
  | Box
  | Landscape
  | Footnote
  | Note
  | LinkDefinition

export type BlockKind = Block['kind']

/** The blocks directly inside a block. */
export function blocksIn(block: Block): readonly Block[] {
  switch (block.kind) {
    case 'quote':
    case 'box':
    case 'landscape':
    case 'footnote':
      return block.blocks
    case 'list':
      return block.items.flatMap((item) => item.blocks)
    default:
      return []
  }
}

/** Every block, parents before children. */
export function* allBlocks(blocks: readonly Block[]): Generator<Block> {
  for (const block of blocks) {
    yield block
    yield* allBlocks(blocksIn(block))
  }
}

/** The inline content standing directly in a block: text, title, caption, cells. */
export function inlinesIn(block: Block): readonly (readonly Inline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content]
    case 'table':
      return [captionOf(block), ...[block.head, ...block.rows].flat().map((cell) => cell.content)]
    case 'figure':
      return [captionOf(block), block.images]
    case 'diagram':
    case 'chart':
    case 'indicator-table':
      return [captionOf(block)]
    case 'box':
      return [block.title]
    default:
      return []
  }
}

function captionOf(block: Captioned): readonly Inline[] {
  return block.caption?.content ?? []
}
