/** What no page's end parts: a line, the first two of a paragraph, a row, a picture. Lengths are points. */
export interface Piece {
  readonly height: number
  /** Room above, which falls away at the top of a page. */
  readonly before: number
  readonly anchors: readonly string[]
  /** The next piece stands on the same page. */
  readonly keepNext: boolean
  /** Begins a page. */
  readonly fresh: boolean
  /** Stands above it again where it begins a page: the head of its table. */
  readonly again: number
}

export function piece(height: number, more: Partial<Piece> = {}): Piece {
  return { before: 0, anchors: none, keepNext: false, fresh: false, again: 0, height, ...more }
}

const none: readonly string[] = []

/** The lines of a paragraph: neither its first nor its last stands alone. */
export function linePieces(count: number, line: number, keep = false): readonly Piece[] {
  if (keep || count <= 3) return [piece(count * line)]
  const middle = Array.from({ length: count - 4 }, () => piece(line))
  return [piece(2 * line), ...middle, piece(2 * line)]
}

/** Room and anchors of a block are those of its first piece. */
export function begun(
  pieces: readonly Piece[],
  { before, anchors = none }: { readonly before: number; readonly anchors?: readonly string[] },
): readonly Piece[] {
  const [first, ...rest] = pieces
  if (first === undefined) return pieces
  const own = { before: first.before + before, anchors: [...anchors, ...first.anchors] }
  return [{ ...first, ...own }, ...rest]
}

/** All on one page, and with what follows where that is asked for. */
export function kept(pieces: readonly Piece[], withNext = false): readonly Piece[] {
  return pieces.map((one, index) => ({
    ...one,
    keepNext: index < pieces.length - 1 || withNext || one.keepNext,
  }))
}
