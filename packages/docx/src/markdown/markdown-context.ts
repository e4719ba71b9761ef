import type { Layout, PixelSize } from '@ziping/resolve'
import type { Definition, FootnoteDefinition, Root } from 'mdast'
import type { PictureFile } from '../material.ts'

/** What the parts of one Markdown text must know of each other. */
export interface MarkdownContext {
  readonly layout: Layout
  /** Where `[text][label]` and `![alt][label]` lead. */
  readonly definitions: ReadonlyMap<string, Definition>
  readonly footnotes: ReadonlyMap<string, FootnoteDefinition>
  /** Footnotes that the text cites; others may be cited by footnotes only. */
  readonly cited: ReadonlySet<string>
  readonly pictures: ReadonlyMap<string, PictureFile & PixelSize>
  /** A name for a heading that no other has. */
  slug(words: string): string
}

export function markdownContext(
  tree: Root,
  layout: Layout,
  pictures: ReadonlyMap<string, PictureFile & PixelSize>,
): MarkdownContext {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  collect(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
  })
  const cited = new Set(citedIn(tree, (node) => node.type !== 'footnoteDefinition'))
  return { layout, definitions, footnotes, cited, pictures, slug: slugger() }
}

/** The footnotes that a node cites, in order. */
export function citedIn(
  node: AnyNode,
  enters: (node: AnyNode) => boolean = () => true,
): readonly string[] {
  const found: string[] = []
  const visit = (one: AnyNode): void => {
    if (one.type === 'footnoteReference') found.push(one.identifier)
    if ('children' in one) for (const child of one.children) if (enters(child)) visit(child)
  }
  visit(node)
  return found
}

export type AnyNode = Root | Root['children'][number]

/** Visits a tree in order. Markdown nests only so deep that recursion is safe: parsers stop before. */
export function collect(node: AnyNode, visit: (node: AnyNode) => void): void {
  visit(node)
  if ('children' in node) for (const child of node.children) collect(child, visit)
}

/** As repositories make them: `#a-heading`, `#a-heading-1`. */
function slugger(): (words: string) => string {
  const taken = new Set<string>()
  return (words) => {
    const plain = words
      .toLowerCase()
      .trim()
      .replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
      .replaceAll(/\s/gu, '-')
    let slug = plain
    for (let turn = 1; taken.has(slug); turn += 1) slug = `${plain}-${turn}`
    taken.add(slug)
    return slug
  }
}
