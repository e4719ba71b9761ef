import type { Block } from '@ziping/report'

export type Mark =
  | 'strong'
  | 'emphasis'
  | 'deletion'
  | 'underline'
  | 'subscript'
  | 'superscript'
  | 'code'

/** What a paragraph's style says that it is, besides a heading or an item. */
export type Role = 'quote' | 'code'

/** A picture as it stands in the text. */
export interface Picture {
  readonly part: string
  readonly alt: string
  /** Its width in EMU, where the file says. */
  readonly width?: number
}

/** A stretch of a paragraph, before it is known what the paragraph is. */
export type Piece =
  | {
      readonly kind: 'text'
      readonly text: string
      readonly marks: ReadonlySet<Mark>
      /** The address it leads to. */
      readonly link?: string
      /** The bookmark whose words it repeats. */
      readonly refers?: string
      /** The list it counts in (表, 图): the result of a SEQ field. */
      readonly counts?: string
    }
  | { readonly kind: 'line-break' }
  | { readonly kind: 'page-break' }
  | { readonly kind: 'picture'; readonly picture: Picture }
  | { readonly kind: 'footnote'; readonly id: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'formula'; readonly tex: string }
  | { readonly kind: 'bookmark'; readonly name: string }
  /** What floats: text boxes, charts. */
  | { readonly kind: 'blocks'; readonly blocks: readonly DraftBlock[] }

/** A paragraph, still to be understood. */
export interface DraftParagraph {
  readonly kind: 'paragraph'
  readonly pieces: readonly Piece[]
  readonly style: string
  readonly level?: number
  readonly role?: Role
  /** Automatic number or bullet as printed, and where it stands in its list. */
  readonly marker?: Marker
}

export interface Marker {
  readonly text: string
  readonly list: string
  readonly level: number
  readonly isBullet: boolean
  /** The number, where Markdown can count it (`1.` `2.`). */
  readonly number?: number
  /** A further paragraph of the item above. */
  readonly goesOn?: boolean
}

export interface DraftCell {
  readonly blocks: readonly DraftBlock[]
  readonly columns: number
  /** Goes on from the cell above. */
  readonly joinsUp: boolean
  readonly align?: string
}

export interface DraftTable {
  readonly kind: 'table'
  readonly rows: readonly (readonly DraftCell[])[]
  readonly isDashed: boolean
}

export type DraftBlock =
  | DraftParagraph
  | DraftTable
  | { readonly kind: 'section-end'; readonly isLandscape: boolean; readonly textWidth: number }
  | { readonly kind: 'done'; readonly block: Block }

export function plainPieces(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => (piece.kind === 'text' ? piece.text : piece.kind === 'line-break' ? '\n' : ''))
    .join('')
}
