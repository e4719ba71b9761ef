import { type DraftParagraph, type Piece, plainPieces } from '../read/piece.ts'
import type { CaptionDraft } from './nodes.ts'

const numbered = /^\s*(表|图)\s*(\d+(?:\s*[-－–—.．‑]\s*\d+)*)\s*[:：、.．]?[\s\u3000]*/
const words: Readonly<Record<string, '表' | '图'>> = {
  表: '表',
  图: '图',
  Table: '表',
  Figure: '图',
}

/**
 * A paragraph as caption: by its style, by the field that counts it, or by its words. `isSure` says that it is one even
 * where nothing stands beside it.
 */
export function readCaption(
  paragraph: DraftParagraph,
): { readonly caption: CaptionDraft; readonly isSure: boolean } | undefined {
  const text = plainPieces(paragraph.pieces)
  const counted = paragraph.pieces.find(
    (piece) => piece.kind === 'text' && piece.counts !== undefined,
  )
  const hasStyle = /^(?:caption|题注|table caption|image caption|.*(?:表题|图题|题注).*)$/.test(
    paragraph.style,
  )
  const opening = numbered.exec(text)
  const named = /^\s*(Table|Figure)\s*(\d+(?:[-.]\d+)*)\s*[:：.]?\s*/.exec(text)
  const start = opening ?? named
  if (start === null) return hasStyle ? unnumbered(paragraph, text) : undefined
  const title = cutStart(paragraph.pieces, start[0].length)
  const isShort = text.trim().length <= 60 && !/[。；;]/.test(text)
  const isSure = hasStyle || counted !== undefined
  if (!isSure && (!isShort || plainPieces(title).trim() === '')) return undefined
  const word = words[start[1] ?? ''] ?? '表'
  const number = (start[2] ?? '').replaceAll(/\s/g, '').replaceAll(/[－–—.．‑]/g, '-')
  return { caption: { word, number, title, bookmarks: bookmarksIn(paragraph.pieces) }, isSure }
}

/** `表：标题`, and a caption whose number was never typed. */
function unnumbered(
  paragraph: DraftParagraph,
  text: string,
): { readonly caption: CaptionDraft; readonly isSure: boolean } | undefined {
  const opening = /^\s*(表|图)\s*[:：]\s*/.exec(text)
  if (opening === null || text.length > 80) return undefined
  const title = cutStart(paragraph.pieces, opening[0].length)
  const word = words[opening[1] ?? ''] ?? '表'
  return { caption: { word, title, bookmarks: bookmarksIn(paragraph.pieces) }, isSure: true }
}

export function bookmarksIn(pieces: readonly Piece[]): readonly string[] {
  return pieces.flatMap((piece) => (piece.kind === 'bookmark' ? [piece.name] : []))
}

/** The pieces behind the first characters of their text. */
export function cutStart(pieces: readonly Piece[], length: number): readonly Piece[] {
  let left = length
  return pieces.flatMap((piece): readonly Piece[] => {
    if (piece.kind === 'line-break' && left > 0) {
      left -= 1
      return []
    }
    if (piece.kind !== 'text' || left === 0) return [piece]
    const cut = Math.min(left, piece.text.length)
    left -= cut
    const { counts: _, ...plain } = piece
    return cut === piece.text.length ? [] : [{ ...plain, text: piece.text.slice(cut) }]
  })
}
