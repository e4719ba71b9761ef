import type { BookInline } from '@ziping/resolve'
import type { PhrasingContent } from 'mdast'
import type { MarkdownContext } from './markdown-context.ts'

/** Pixels are shown at this many an inch where nothing says otherwise. */
const pixelsPerInch = 96

/** Phrasing content; what the Book has no word for keeps its text. */
export function readInlines(
  nodes: readonly PhrasingContent[],
  context: MarkdownContext,
): readonly BookInline[] {
  return nodes.flatMap((node) => readInline(node, context))
}

function readInline(node: PhrasingContent, context: MarkdownContext): readonly BookInline[] {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', value: joinLines(node.value) }]
    case 'html':
      return [{ kind: 'text', value: node.value }]
    case 'emphasis':
    case 'strong':
      return [{ kind: node.type, children: readInlines(node.children, context) }]
    case 'delete':
      return [{ kind: 'deletion', children: readInlines(node.children, context) }]
    case 'inlineCode':
      return [{ kind: 'code', value: node.value }]
    case 'break':
      return [{ kind: 'line-break' }]
    case 'link':
      return [{ kind: 'link', url: node.url, children: readInlines(node.children, context) }]
    case 'linkReference': {
      const children = readInlines(node.children, context)
      const url = context.definitions.get(node.identifier)?.url
      return url === undefined ? children : [{ kind: 'link', url, children }]
    }
    case 'image':
      return readImage(node.url, node.alt ?? '', context)
    case 'imageReference': {
      const url = context.definitions.get(node.identifier)?.url ?? node.identifier
      return readImage(url, node.alt ?? '', context)
    }
    case 'footnoteReference': {
      const number = [...context.footnotes.keys()].indexOf(node.identifier) + 1
      return [{ kind: 'note-mark', number, anchor: footnoteAnchor(node.identifier) }]
    }
    default:
      return unknownInline(node, context)
  }
}

export function footnoteAnchor(identifier: string): string {
  return `footnote-${identifier}`
}

/** Nodes of other people's extensions: their text, or that of their children. */
function unknownInline(node: never, context: MarkdownContext): readonly BookInline[] {
  const { value, children } = node as {
    readonly value?: unknown
    readonly children?: readonly PhrasingContent[]
  }
  if (children !== undefined) return readInlines(children, context)
  return typeof value === 'string' ? [{ kind: 'text', value }] : []
}

function readImage(file: string, alt: string, context: MarkdownContext): readonly BookInline[] {
  const found = context.pictures.get(file)
  if (found === undefined) return [{ kind: 'image', image: { file, width: 1, height: 1, alt } }]
  const { text } = context.layout
  const natural = {
    width: (found.width * 72) / pixelsPerInch,
    height: (found.height * 72) / pixelsPerInch,
  }
  const scale = Math.min(1, text.width / natural.width, (text.height * 0.8) / natural.height)
  const size = { width: natural.width * scale, height: natural.height * scale }
  return [{ kind: 'image', image: { file, alt, ...size } }]
}

/** A soft line end is no space between two Chinese characters. */
function joinLines(text: string): string {
  return text
    .replaceAll(
      /(?<=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])[ \t]*\n[ \t]*(?=[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef])/gu,
      '',
    )
    .replaceAll(/[ \t]*\n[ \t]*/g, ' ')
}
