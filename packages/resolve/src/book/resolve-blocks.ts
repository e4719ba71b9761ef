import type { Block, Caption, Heading, List } from '@ziping/report'
import type { BookBlock, BookCaption, BookList, BookListItem } from './book.ts'
import type { BookContext } from './book-context.ts'
import { layChart, layDiagram, layFigure } from './resolve-figure.ts'
import { resolveInlines } from './resolve-inlines.ts'
import { layResultTable, layTable } from './resolve-table.ts'
import { spaced } from './spacing.ts'

/** Where some blocks stand: what they are numbered and measured by. */
export interface Standing {
  readonly context: BookContext
  readonly file: string
  readonly width: number
  /** The level in the book of a heading in the text. */
  readonly level: (heading: Heading) => number
  /** The list around them, if any. */
  readonly depth: number
}

/** Blocks of a document as blocks of the book. */
export function resolveBlocks(blocks: readonly Block[], standing: Standing): readonly BookBlock[] {
  const resolved = blocks.flatMap((block) => resolveBlock(block, standing))
  return spaced(resolved, standing.context.layout)
}

function resolveBlock(block: Block, standing: Standing): readonly BookBlock[] {
  const { context, file, width } = standing
  const here = { before: 0, place: block.place } as const
  const text = (inlines: Parameters<typeof resolveInlines>[0]): ReturnType<typeof resolveInlines> =>
    resolveInlines(inlines, context, file)
  switch (block.kind) {
    case 'heading': {
      const anchor = context.anchors.ofBlock(file, block)
      const level = standing.level(block)
      return [{ kind: 'heading', level, anchor, content: text(block.content), ...here }]
    }
    case 'paragraph': {
      const content = text(block.content)
      if (content.length === 0) return []
      const style = standing.depth > 0 ? 'flush' : 'body'
      return [{ kind: 'paragraph', style, content, ...here }]
    }
    case 'list':
      return [{ ...resolveList(block, standing), ...here }]
    case 'quote': {
      const inner = { ...standing, width: width - context.layout.quoteIndent }
      return [{ kind: 'quote', blocks: resolveBlocks(block.blocks, inner), ...here }]
    }
    case 'box': {
      const title = text(block.title)
      const inner = { ...standing, width: width - 2 * context.layout.boxPadding - 1.5 }
      const anchor = context.anchors.ofBlock(file, block)
      const blocks = resolveBlocks(block.blocks, inner)
      return [{ kind: 'box', variant: block.variant, title, anchor, blocks, ...here }]
    }
    case 'landscape':
      return resolveBlocks(block.blocks, standing)
    case 'code':
      return block.value.split('\n').map((line) => ({
        kind: 'paragraph',
        style: 'code',
        content: [{ kind: 'text', value: line }],
        ...here,
      }))
    case 'formula':
      return [{ kind: 'formula', tex: block.value, ...here }]
    case 'rule':
    case 'page-break':
      return [{ kind: block.kind, ...here }]
    case 'note':
    case 'link-definition':
    case 'footnote':
      return []
    default:
      return resolveCaptioned(block, standing)
  }
}

type Captioned = Extract<Block, { readonly caption?: Caption }>

function resolveCaptioned(block: Captioned, standing: Standing): readonly BookBlock[] {
  const { context, file, width } = standing
  const caption = captionOf(block, standing)
  const captioned = {
    anchor: context.anchors.ofBlock(file, block),
    ...(caption === undefined ? {} : { caption }),
    before: 0,
    place: block.place,
  }
  switch (block.kind) {
    case 'table':
      return [
        { kind: 'table', purpose: 'data', ...layTable(block, context, file, width), ...captioned },
      ]
    case 'indicator-table':
      return [
        { kind: 'table', purpose: 'data', ...layResultTable(block, context, width), ...captioned },
        ...sourceLine(block.indicators, context),
      ]
    case 'figure': {
      const laid = layFigure(block, context, file, width)
      return laid === undefined
        ? missing(
            block.images.map((image) => image.alt || image.url).join('、'),
            captioned,
            caption,
          )
        : [{ kind: 'figure', ...laid, ...captioned }]
    }
    case 'chart': {
      const laid = layChart(block, context, width)
      return laid === undefined
        ? missing(block.indicators.join('、'), captioned, caption)
        : [{ kind: 'figure', ...laid, ...captioned }]
    }
    case 'diagram':
      return [{ kind: 'figure', ...layDiagram(block, context, width), ...captioned }]
    default:
      return block satisfies never
  }
}

/** What cannot be drawn keeps its words and its place; the finding says why. */
function missing(
  words: string,
  captioned: { readonly anchor: string; readonly before: number },
  caption: BookCaption | undefined,
): readonly BookBlock[] {
  const title =
    caption === undefined ? [] : [{ kind: 'text', value: `${caption.number}　` } as const]
  const content = [...title, ...(caption?.content ?? [{ kind: 'text', value: words } as const])]
  const empty = { kind: 'text', value: '〔图未能印出〕' } as const
  return [{ ...captioned, kind: 'paragraph', style: 'source', content: [...content, empty] }]
}

function captionOf(block: Captioned, { context, file }: Standing): BookCaption | undefined {
  if (block.caption === undefined) return undefined
  const number = context.material.resolver.captions.numberOf(file, block)
  if (number === undefined) return undefined
  return { number, content: resolveInlines(block.caption.content, context, file) }
}

/** Where the figures of a result table come from. */
function sourceLine(ids: readonly string[], { material }: BookContext): readonly BookBlock[] {
  const shown = ids.flatMap((id) => material.resolver.indicators.byId.get(id) ?? [])
  const sources = [...new Set(shown.flatMap(({ source }) => source ?? []))]
  const unaudited = shown.some(({ provisional }) =>
    provisional.some((year) => material.resolver.years.includes(year)),
  )
  const words = [
    ...(sources.length === 0 ? [] : [`数据来源：${sources.join('、')}`]),
    ...(unaudited ? ['* 未经审计'] : []),
  ]
  if (words.length === 0) return []
  const content = [{ kind: 'text', value: words.join('；') } as const]
  return [{ kind: 'paragraph', style: 'source', content, before: 0 }]
}

function resolveList(list: List, standing: Standing): Omit<BookList, 'before'> {
  const inner = {
    ...standing,
    depth: standing.depth + 1,
    width: standing.width - standing.context.layout.listIndent,
  }
  const items = list.items.map((item, index): BookListItem => {
    const blocks = resolveBlocks(item.blocks, inner)
    const { checked } = item
    return {
      marker: markerOf(list, index, checked, standing.depth),
      blocks,
      ...(checked === undefined ? {} : { checked }),
    }
  })
  return { kind: 'list', ordered: list.ordered, start: list.start, depth: standing.depth, items }
}

const bullets = ['●', '○', '■']

function markerOf(
  { ordered, start }: List,
  index: number,
  checked: boolean | undefined,
  depth: number,
): string {
  if (checked !== undefined) return checked ? '☑' : '□'
  if (!ordered) return bullets[depth % bullets.length] ?? '●'
  return `${start + index}.`
}
