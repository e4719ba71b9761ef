import type { Block, Caption, Image } from '@ziping/report'
import type { LossList } from '../losses.ts'
import { type Picture, type Piece, plainPieces } from '../read/piece.ts'
import { codeOf } from './join-quoted.ts'
import { type Labels, titleText } from './labels.ts'
import type { CaptionDraft, Node } from './nodes.ts'
import { type Inking, inlinesOf } from './write-inlines.ts'
import { writeLists } from './write-list.ts'
import { writeTable } from './write-table.ts'

const span = { start: 0, end: 0 }
/** What a block of a parsed file knows about its source; these have none yet. */
const located = {
  span,
  key: '',
  place: { file: '', line: 1, column: 1, endLine: 1, endColumn: 1 },
} as const

export interface NodeWriting {
  readonly labels: Labels
  readonly losses: LossList
  /** The width of the text in EMU. */
  readonly textWidth: number
  imageOf(picture: Picture): Image | undefined
  footnote(id: string): string | undefined
  /** The words of a heading, where they must change so that its clause is recognised. */
  headingText(node: Node): readonly Piece[] | undefined
}

/** Nodes as blocks of a chapter. */
export function writeNodes(nodes: readonly Node[], writing: NodeWriting): readonly Block[] {
  const blocks: Block[] = []
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]
    if (node === undefined) continue
    if (node.kind !== 'item') {
      blocks.push(...writeNode(node, writing))
      continue
    }
    const run = itemsFrom(nodes, at)
    blocks.push(...writeLists(run, (item) => itemBlock(item, writing), located))
    at += run.length - 1
  }
  return blocks
}

function itemsFrom(
  nodes: readonly Node[],
  start: number,
): readonly Extract<Node, { kind: 'item' }>[] {
  const items: Extract<Node, { kind: 'item' }>[] = []
  for (let at = start; at < nodes.length; at++) {
    const node = nodes[at]
    if (node?.kind !== 'item') break
    items.push(node)
  }
  return items
}

function inkingOf(writing: NodeWriting): Inking {
  const { labels, imageOf, footnote } = writing
  return { labels, without: new Set(), breaks: 'keep', imageOf, footnote }
}

function paragraphOf(pieces: readonly Piece[], writing: NodeWriting): Block {
  return { ...located, kind: 'paragraph', content: inlinesOf(pieces, inkingOf(writing)) }
}

/** A paragraph of an item, or the quotation or code that it is. */
function itemBlock({ pieces, role }: Extract<Node, { kind: 'item' }>, writing: NodeWriting): Block {
  const value = role === 'code' ? codeOf({ pieces }) : undefined
  if (value !== undefined) return { ...located, kind: 'code', value }
  if (role === 'code') writing.losses.add('code-as-text', plainPieces(pieces))
  const paragraph = paragraphOf(pieces, writing)
  return role === 'quote' ? { ...located, kind: 'quote', blocks: [paragraph] } : paragraph
}

function writeNode(node: Exclude<Node, { kind: 'item' }>, writing: NodeWriting): readonly Block[] {
  switch (node.kind) {
    case 'heading': {
      if (node.level > 6) writing.losses.add('heading-lowered')
      const inking: Inking = { ...inkingOf(writing), without: new Set(['strong']), breaks: 'space' }
      const content = inlinesOf(writing.headingText(node) ?? node.pieces, inking)
      return content.length === 0
        ? []
        : [{ ...located, kind: 'heading', level: Math.min(6, node.level), content }]
    }
    case 'paragraph': {
      const block = paragraphOf(node.pieces, writing)
      return block.kind === 'paragraph' && block.content.length === 0 ? [] : [block]
    }
    case 'table': {
      const table = writeTable(node.table, inkingOf(writing), writing.losses)
      return [
        {
          ...located,
          kind: 'table',
          ...table,
          attributes: {},
          ...captionOf(node.caption, writing),
        },
      ]
    }
    case 'figure':
      return writeFigure(node.pictures, node.caption, writing)
    case 'box': {
      const title = inlinesOf(node.title, {
        ...inkingOf(writing),
        without: new Set(['strong']),
        breaks: 'space',
      })
      const blocks = writeNodes(node.nodes, writing)
      return [
        {
          ...located,
          kind: 'box',
          variant: node.isDashed ? 'case' : 'highlight',
          title,
          attributes: {},
          blocks,
        },
      ]
    }
    case 'quote': {
      const blocks = writeNodes(node.nodes, writing)
      return blocks.length === 0 ? [] : [{ ...located, kind: 'quote', blocks }]
    }
    case 'code':
      return [{ ...located, kind: 'code', value: node.value }]
    case 'formula':
      return [{ ...located, kind: 'formula', value: node.tex }]
    case 'page-break':
      return [{ ...located, kind: 'page-break' }]
    case 'section-end':
      return []
    default:
      return node satisfies never
  }
}

function captionOf(
  caption: CaptionDraft | undefined,
  writing: NodeWriting,
): { readonly caption?: Caption; readonly label?: string } {
  if (caption === undefined) return {}
  const inking: Inking = { ...inkingOf(writing), without: new Set(['strong']), breaks: 'space' }
  const content = inlinesOf(caption.title, inking)
  const label = writing.labels.of(caption)
  return {
    caption: { content, text: titleText(caption), span },
    ...(label === undefined ? {} : { label }),
  }
}

function writeFigure(
  pictures: readonly Picture[],
  caption: CaptionDraft | undefined,
  writing: NodeWriting,
): readonly Block[] {
  const found = captionOf(caption, writing)
  const isRow = pictures.length > 1
  const images = pictures.flatMap((picture): readonly Image[] => {
    const image = writing.imageOf(picture)
    if (image === undefined) return []
    const attributes = isRow ? {} : widthOf(picture, writing)
    const label = isRow || found.label === undefined ? {} : { label: found.label }
    // An alt text of its own would be printed as caption.
    return [{ ...image, ...label, alt: isRow ? '' : (found.caption?.text ?? ''), attributes }]
  })
  const [first] = images
  if (first === undefined) return []
  return [{ ...located, kind: 'figure', images, attributes: first.attributes, ...found }]
}

function widthOf(picture: Picture, { textWidth }: NodeWriting): Readonly<Record<string, string>> {
  if (picture.width === undefined) return {}
  const share = Math.round((picture.width / textWidth) * 100)
  return share >= 5 && share < 95 ? { width: `${share}%` } : {}
}
