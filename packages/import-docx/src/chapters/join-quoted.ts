import { type DraftParagraph, type Piece, plainPieces } from '../read/piece.ts'
import type { Node } from './nodes.ts'

/** Paragraphs of a quotation, or lines of code, that follow one another are one. */
export function joinQuoted(nodes: readonly Node[]): readonly Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.kind === 'quote' && last?.kind === 'quote')
      joined[joined.length - 1] = { ...last, nodes: [...last.nodes, ...node.nodes] }
    else if (node.kind === 'code' && last?.kind === 'code')
      joined[joined.length - 1] = { ...last, value: `${last.value}\n${node.value}` }
    else joined.push(node)
  }
  return joined.flatMap((node) => (node.kind === 'code' ? trimmedCode(node) : [node]))
}

/** Empty lines within code are code, around it they are room. */
function trimmedCode(node: Extract<Node, { readonly kind: 'code' }>): readonly Node[] {
  const value = node.value.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
  return value === '' ? [] : [{ ...node, value }]
}

/** The lines of a paragraph of code; undefined where more than words stands in it, which code has no room for. */
export function codeOf({ pieces }: Pick<DraftParagraph, 'pieces'>): string | undefined {
  return pieces.every(isWords) ? plainPieces(pieces) : undefined
}

function isWords({ kind }: Piece): boolean {
  return kind === 'text' || kind === 'line-break' || kind === 'bookmark'
}
