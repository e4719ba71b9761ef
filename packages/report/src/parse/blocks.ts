import type { Nodes, RootContent } from 'mdast'
import type { Block, Heading, List, ListItem } from '../block.ts'
import type { Span } from '../inline.ts'
import type { SourceText } from '../source-text.ts'
import { arrangeBlocks } from './arrange.ts'
import { parseAttributes } from './attributes.ts'
import { type Context, located } from './context.ts'
import { convertDirective } from './convert-directive.ts'
import { convertInlines, describe, labelsAsText, spanOf } from './inlines.ts'
import type { Loss } from './loss.ts'
import { maskText } from './mask.ts'
import type { Masked } from './masked-text.ts'
import { convertParagraph, settleHeading } from './paragraphs.ts'
import type { Piece } from './pieces.ts'
import { parseKeeping } from './swallowed.ts'
import { convertTable } from './tables.ts'
import { behindBox, typedLines } from './text-lines.ts'
import { unshield } from './units.ts'

export interface ParsedBlocks {
  readonly blocks: readonly Block[]
  readonly losses: readonly Loss[]
}

/** Quotations in lists in quotations: deeper than this they print as typed. */
const deepestBlocks = 64

/** Turns a stretch of a file that holds whole lines into blocks. */
export function parseBlocks(source: SourceText, span: Span): ParsedBlocks {
  const losses = new Map<string, Loss>()
  const lost = (loss: Loss): void => {
    losses.set(`${loss.kind} ${loss.span.start}`, loss)
  }
  const masked = maskText(source.text, span, lost)
  const { root, text, definitions, swallowed } = parseKeeping(masked)
  swallowed.forEach(lost)
  const blocks = arrange(root.children, { source, text, definitions, lost }, 0)
  const inOrder = [...losses.values()].sort((a, b) => a.span.start - b.span.start)
  return { blocks, losses: inOrder }
}

function arrange(nodes: readonly RootContent[], context: Context, depth: number): readonly Block[] {
  return arrangeBlocks(
    nodes.flatMap((node) => convertNode(node, context, depth)),
    context,
  )
}

function convertNode(node: RootContent, context: Context, depth: number): readonly Piece[] {
  const span = spanOf(node, context.text)
  const here = located(span, context)
  if (depth > deepestBlocks) return [asTyped(span, context)]
  switch (node.type) {
    case 'paragraph': {
      // The box of a task is the list item's, not the paragraph's.
      const first = node.children[0]
      const typed = first === undefined ? span.start : spanOf(first, context.text).start
      const start = behindBox(typed, context.text)
      const content = convertInlines(node.children, context)
      return convertParagraph(content, { start, end: span.end }, context)
    }
    case 'heading': {
      const content = convertInlines(node.children, context)
      const heading: Heading = { kind: 'heading', level: node.depth, content, ...here }
      return [settleHeading(heading, context)]
    }
    case 'thematicBreak': {
      const hidden = context.text.at(span.start)
      return [hidden === undefined ? { kind: 'rule', ...here } : convertHidden(hidden, context)]
    }
    case 'blockquote':
      return [{ kind: 'quote', blocks: arrange(node.children, context, depth + 1), ...here }]
    case 'list':
      return [convertList(node, context, depth)]
    case 'code':
      return [convertCode(node, context)]
    case 'table':
      return convertTable(node, context)
    case 'definition':
      return [
        {
          kind: 'link-definition',
          id: unshield(node.identifier),
          ...describe(node.url, node.title, span, context.text),
          ...here,
        },
      ]
    case 'footnoteDefinition': {
      const blocks = arrange(node.children, context, depth + 1)
      return [{ kind: 'footnote', id: unshield(node.identifier), blocks, ...here }]
    }
    default:
      return [asTyped(span, context)]
  }
}

function convertList(
  node: Extract<RootContent, { type: 'list' }>,
  context: Context,
  depth: number,
): List {
  const items = node.children.map((item, index): ListItem => {
    const { start, end } = spanOf(item, context.text)
    // A fence that is never closed lets micromark run on into the next item's marker.
    const next = node.children[index + 1]
    const limit = next === undefined ? end : spanOf(next, context.text).start
    return {
      blocks: arrange(item.children, context, depth + 1),
      ...(typeof item.checked === 'boolean' ? { checked: item.checked } : {}),
      span: { start, end: Math.min(end, limit) },
    }
  })
  return {
    kind: 'list',
    ordered: node.ordered === true,
    start: node.start ?? 1,
    loose: isLoose(node, context),
    items,
    ...located(spanOf(node, context.text), context),
  }
}

/** A blank line between its items, or between the blocks of one. mdast counts also one behind the list. */
function isLoose({ children }: Extract<RootContent, { type: 'list' }>, context: Context): boolean {
  const blank = (before: Nodes, after: Nodes): boolean => {
    const gap = { start: spanOf(before, context.text).end, end: spanOf(after, context.text).start }
    return /(?:\r\n|\r(?!\n)|\n)[ \t>]*[\r\n]/.test(context.source.slice(gap))
  }
  return children.some((item, index) => {
    const next = children[index + 1]
    const last = item.children.at(-1) ?? item
    const inside = item.children.slice(1)
    return (
      (next !== undefined && blank(last, next)) ||
      inside.some((node, at) => blank(item.children[at] ?? item, node))
    )
  })
}

/** A fence of code, or the mermaid source of a diagram with the label and attributes behind its name. */
function convertCode(node: Extract<RootContent, { type: 'code' }>, context: Context): Block {
  const span = spanOf(node, context.text)
  const here = located(span, context)
  const value = context.text.asTyped(node.value, span)
  const [, info = ''] = /^(?:`+|~+)[ \t]*([^\r\n]*)/.exec(context.source.slice(span)) ?? []
  const [, lang = '', meta = ''] = /^(\S*)\s*([\s\S]*?)\s*$/.exec(info) ?? []
  const rest = /^mermaid(?![^\s{｛])\s*(.*)$/isu.exec(info.trim())?.[1]
  if (rest === undefined)
    return {
      kind: 'code',
      ...(lang === '' ? {} : { language: lang }),
      ...(meta === '' ? {} : { meta }),
      value,
      ...here,
    }
  const read = parseAttributes(rest, 0)
  if (read === undefined || read.end !== rest.length)
    return {
      kind: 'diagram',
      ...(rest === '' ? {} : { meta: rest }),
      value,
      fence: here.place.line,
      attributes: {},
      ...here,
    }
  const named = read.label === undefined ? {} : { label: read.label }
  const fence = here.place.line
  return { kind: 'diagram', value, fence, ...named, attributes: read.attributes, ...here }
}

function convertHidden(item: Masked, context: Context): Piece {
  const here = located({ start: item.start, end: item.end }, context)
  switch (item.kind) {
    case 'note':
      return { kind: 'note', value: item.value, ...here }
    case 'formula':
      return { kind: 'formula', value: item.value, ...here }
    case 'line':
      return convertDirective(item.directive, here, context)
    default:
      return asTyped(here.span, context)
  }
}

/** A paragraph of the source as typed. */
function asTyped(span: Span, context: Context): Block {
  context.lost({ kind: 'directive', span })
  const content = typedLines(context.source.text, span)
  return { kind: 'paragraph', content: labelsAsText(content, context), ...located(span, context) }
}
