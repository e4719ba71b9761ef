import type { DraftTable, Marker, Picture, Piece, Role } from '../read/piece.ts'

/** The words above a table or below a figure, without their number. */
export interface CaptionDraft {
  readonly word: '表' | '图'
  /** 3-1 of 表3-1. */
  readonly number?: string
  readonly title: readonly Piece[]
  /** The names under which the file refers to it. */
  readonly bookmarks: readonly string[]
}

/** A part of the document whose role is known. */
export type Node =
  | { readonly kind: 'heading'; readonly level: number; readonly pieces: readonly Piece[] }
  | { readonly kind: 'paragraph'; readonly pieces: readonly Piece[] }
  | {
      readonly kind: 'item'
      readonly marker: Marker
      readonly pieces: readonly Piece[]
      readonly role?: Role
    }
  | { readonly kind: 'quote'; readonly nodes: readonly Node[] }
  | { readonly kind: 'code'; readonly value: string }
  | { readonly kind: 'table'; readonly table: DraftTable; readonly caption?: CaptionDraft }
  | {
      readonly kind: 'figure'
      readonly pictures: readonly Picture[]
      readonly caption?: CaptionDraft
    }
  | {
      readonly kind: 'box'
      readonly isDashed: boolean
      readonly title: readonly Piece[]
      readonly nodes: readonly Node[]
    }
  | { readonly kind: 'formula'; readonly tex: string }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'section-end'; readonly isLandscape: boolean; readonly textWidth: number }

/** Every node, those in boxes included. */
export function* allNodes(nodes: readonly Node[]): Generator<Node> {
  for (const node of nodes) {
    yield node
    if (node.kind === 'box' || node.kind === 'quote') yield* allNodes(node.nodes)
  }
}
