import { type BookBlock, type BookList, type BookParagraph, isOneLine } from '@ziping/resolve'
import { idOf } from '../ids.ts'
import { type ContentsView, contentsView } from './contents-view.ts'
import { type ExhibitView, exhibitView } from './exhibit-view.ts'
import { type FigureView, figureView } from './figure-view.ts'
import { type Frame, frameOf } from './frame.ts'
import { type InlineView, inlineViews } from './inline-view.ts'
import { type TableView, tableView } from './table-view.ts'
import type { ViewContext } from './view-context.ts'

interface ListItemView {
  readonly marker: readonly InlineView[]
  readonly text: TextView | undefined
  readonly blocks: readonly BlockView[]
}

interface TextView {
  readonly id: string | undefined
  readonly textStyle: string
  readonly inlines: readonly InlineView[]
}

interface NoteView {
  readonly id: string
  readonly number: number
  readonly blocks: readonly BlockView[]
}

/** A block as its template wants it: nothing is left to decide. */
export type BlockView = Frame &
  (
    | {
        readonly part: 'heading'
        readonly tag: string
        readonly textStyle: string
        readonly inlines: readonly InlineView[]
      }
    | {
        readonly part: 'paragraph'
        readonly textStyle: string
        readonly title: boolean
        readonly inlines: readonly InlineView[]
      }
    | { readonly part: 'list'; readonly tag: string; readonly items: readonly ListItemView[] }
    | { readonly part: 'quote'; readonly blocks: readonly BlockView[] }
    | {
        readonly part: 'box'
        readonly variant: string
        readonly title: readonly InlineView[]
        readonly blocks: readonly BlockView[]
      }
    | { readonly part: 'formula'; readonly mathml: string | undefined; readonly tex: string }
    | {
        readonly part: 'signatures'
        readonly places: readonly { readonly label: string; readonly sign: string }[]
      }
    | {
        readonly part: 'lines'
        readonly lines: readonly {
          readonly id: string | undefined
          readonly label: string
          readonly isLong: boolean
          readonly value: readonly InlineView[]
        }[]
      }
    | { readonly part: 'notes'; readonly notes: readonly NoteView[] }
    | { readonly part: 'rule' | 'space' }
    | TableView
    | FigureView
    | ContentsView
    | ExhibitView
  )

/** Blocks in order; a page break is a mark on what follows, so that it takes no room and leaves no empty page. */
export function blockViews(
  blocks: readonly BookBlock[],
  context: ViewContext,
  atTop = false,
): readonly BlockView[] {
  const views: BlockView[] = []
  let fresh = atTop
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      fresh = true
      continue
    }
    const breaks = fresh && views.length > 0
    const placed = fresh ? { ...block, before: 0 } : block
    views.push(context.within(block, () => blockView(placed, block, breaks, context)))
    fresh = false
  }
  return views
}

/** `own` is the block as the book has it: drawings and formulas are known by it. */
function blockView(
  block: Exclude<BookBlock, { readonly kind: 'page-break' }>,
  own: BookBlock,
  breaks: boolean,
  context: ViewContext,
): BlockView {
  const frame = frameOf(block, breaks, context)
  const inside = (blocks: readonly BookBlock[]): readonly BlockView[] => blockViews(blocks, context)
  switch (block.kind) {
    case 'heading': {
      const tag = context.headingTag(block.level)
      const textStyle = `h${Math.min(6, Math.max(0, block.level))}`
      return {
        ...frame,
        part: 'heading',
        tag,
        textStyle,
        inlines: inlineViews(block.content, context),
      }
    }
    case 'paragraph': {
      const inlines = inlineViews(block.content, context)
      const level = titleLevel(block)
      if (level !== undefined) {
        const tag = context.headingTag(level)
        return { ...frame, part: 'heading', tag, textStyle: block.style, inlines }
      }
      const title = block.style === 'form-heading'
      return { ...frame, part: 'paragraph', textStyle: block.style, title, inlines }
    }
    case 'list': {
      const tag = block.ordered ? 'ol' : 'ul'
      return { ...frame, part: 'list', tag, items: itemViews(block, context) }
    }
    case 'quote':
      return { ...frame, part: 'quote', blocks: inside(block.blocks) }
    case 'box': {
      const title = inlineViews(block.title, context)
      return { ...frame, part: 'box', variant: block.variant, title, blocks: inside(block.blocks) }
    }
    case 'formula':
      return { ...frame, part: 'formula', ...formulaView(own, block.tex, context) }
    case 'signatures':
      return { ...frame, part: 'signatures', places: block.places }
    case 'lines': {
      const lines = block.lines.map(({ label, value, anchor }) => ({
        id: anchor === undefined ? undefined : idOf(anchor),
        label,
        isLong: !isOneLine(label),
        value: inlineViews(value, context),
      }))
      return { ...frame, part: 'lines', lines }
    }
    case 'notes': {
      const notes = block.notes.map(({ number, anchor, blocks }) => ({
        id: idOf(anchor),
        number,
        blocks: inside(blocks),
      }))
      return { ...frame, part: 'notes', notes }
    }
    case 'rule':
    case 'space':
      return { ...frame, part: block.kind }
    case 'table':
      return { ...frame, ...tableView(block, context) }
    case 'figure':
      return { ...frame, ...figureView(block, own, context) }
    case 'contents':
      return { ...frame, ...contentsView(block, context) }
    case 'exhibit':
      return { ...frame, ...exhibitView(block, context) }
    default:
      return block satisfies never
  }
}

/** Paragraphs that title a part of the book are headings to whoever finds their way by them. */
export function titleLevel({ style, anchor }: BookParagraph): number | undefined {
  if (style === 'part-title') return 1
  return style === 'cover-title' && anchor !== undefined ? 0 : undefined
}

/** The marker stands in the first line of the first paragraph; before anything else it has a line of its own. */
function itemViews(list: BookList, context: ViewContext): readonly ListItemView[] {
  return list.items.map(({ marker, blocks }) => {
    const [first, ...rest] = blocks
    const shown = inlineViews([{ kind: 'text', value: marker }], context)
    if (first?.kind !== 'paragraph')
      return { marker: shown, text: undefined, blocks: blockViews(blocks, context) }
    const text = {
      id: first.anchor === undefined ? undefined : idOf(first.anchor),
      textStyle: first.style === 'body' ? 'flush' : first.style,
      inlines: inlineViews(first.content, context),
    }
    return { marker: shown, text, blocks: blockViews(rest, context) }
  })
}

function formulaView(
  block: BookBlock,
  tex: string,
  context: ViewContext,
): { readonly mathml: string | undefined; readonly tex: string } {
  const formula = block.kind === 'formula' ? context.formulas.get(block) : undefined
  if (formula?.kind === 'mathml') return { mathml: formula.markup, tex }
  context.findings.formula(block, formula?.reason ?? tex)
  return { mathml: undefined, tex }
}
