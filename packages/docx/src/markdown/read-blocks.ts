import type { Place } from '@ziping/diagnostics'
import { type BookBlock, type BookInline, bookText } from '@ziping/resolve'
import type { List, RootContent, Table } from 'mdast'
import type { MarkdownContext } from './markdown-context.ts'
import { readInlines } from './read-inlines.ts'
import { readTable } from './read-table.ts'

const bullets = ['•', '◦', '▪']

/** Flow content as blocks of a Book, so that one path writes both. `depth` is that of lists. */
export function readBlocks(
  nodes: readonly RootContent[],
  context: MarkdownContext,
  depth = 0,
): readonly BookBlock[] {
  return nodes.flatMap((node) => {
    const place = placeOf(node)
    return readBlock(node, context, depth).map((block) =>
      place === undefined || block.place !== undefined ? block : { ...block, place },
    )
  })
}

function placeOf({ position }: RootContent): Place | undefined {
  if (position === undefined) return undefined
  const { start, end } = position
  const { line, column } = start
  return { file: '', line, column, endLine: end.line, endColumn: end.column }
}

function readBlock(
  node: RootContent,
  context: MarkdownContext,
  depth: number,
): readonly BookBlock[] {
  switch (node.type) {
    case 'heading': {
      const content = readInlines(node.children, context)
      const anchor = context.slug(bookText(content))
      return [{ kind: 'heading', level: node.depth, anchor, content, before: 0 }]
    }
    case 'paragraph':
      return [paragraph(readInlines(node.children, context), context, depth)]
    case 'code':
    case 'html':
      return [{ kind: 'paragraph', style: 'code', content: [text(node.value)], before: 0 }]
    case 'blockquote':
      return [{ kind: 'quote', blocks: readBlocks(node.children, context, depth), before: 0 }]
    case 'list':
      return [readList(node, context, depth)]
    case 'table':
      return tableBlock(node, context)
    case 'thematicBreak':
      return [{ kind: 'rule', before: 0 }]
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return []
    default:
      return otherBlock(node, context, depth)
  }
}

function text(value: string): BookInline {
  return { kind: 'text', value }
}

/** A paragraph of nothing but pictures is as high as they are; any other has lines of one height. */
function paragraph(
  content: readonly BookInline[],
  { layout }: MarkdownContext,
  depth = 0,
): BookBlock {
  const isTall = content.some(
    (inline) => inline.kind === 'image' && inline.image.height > layout.body.size,
  )
  const style = isTall || depth > 0 ? 'flush' : 'body'
  return { kind: 'paragraph', style, content, before: 0 }
}

function readList(list: List, context: MarkdownContext, depth: number): BookBlock {
  const ordered = list.ordered === true
  const start = list.start ?? 1
  return {
    kind: 'list',
    ordered,
    start,
    depth,
    before: 0,
    items: list.children.map((item, index) => {
      const { checked } = item
      const number = ordered ? `${start + index}.` : (bullets[depth % bullets.length] ?? '•')
      const blocks = readBlocks(item.children, context, depth + 1)
      if (checked === undefined || checked === null) return { marker: number, blocks }
      const box = checked ? '☑' : '□'
      return { marker: ordered ? `${number} ${box}` : box, checked, blocks }
    }),
  }
}

function tableBlock(node: Table, context: MarkdownContext): readonly BookBlock[] {
  return [readTable(node, context)]
}

/** Extensions of other people: `math` is a formula; anything else keeps its blocks, its words or its text. */
function otherBlock(
  node: RootContent,
  context: MarkdownContext,
  depth: number,
): readonly BookBlock[] {
  const { type, value, children } = node as {
    readonly type: string
    readonly value?: unknown
    readonly children?: readonly RootContent[]
  }
  if (type === 'math' && typeof value === 'string')
    return [{ kind: 'formula', tex: value, before: 0 }]
  if (children?.some(isBlock) === true) return readBlocks(children, context, depth)
  if (children !== undefined) {
    const inlines = children.filter((child) => !isBlock(child))
    return [paragraph(readInlines(inlines, context), context)]
  }
  return typeof value === 'string'
    ? [paragraph([text(value)], context)]
    : inlineAlone(node, context)
}

/** A tree made by hand may have phrasing where blocks belong. */
function inlineAlone(node: RootContent, context: MarkdownContext): readonly BookBlock[] {
  return isBlock(node) ? [] : [paragraph(readInlines([node], context), context)]
}

type BlockNode = Exclude<RootContent, Parameters<typeof readInlines>[0][number]>

const blockTypes: ReadonlySet<string> = new Set([
  'blockquote',
  'code',
  'definition',
  'footnoteDefinition',
  'heading',
  'list',
  'listItem',
  'paragraph',
  'table',
  'tableCell',
  'tableRow',
  'thematicBreak',
  'yaml',
])

function isBlock(node: RootContent): node is BlockNode {
  return blockTypes.has(node.type)
}
