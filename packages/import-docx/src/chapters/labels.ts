import type { LossList } from '../losses.ts'
import { type Piece, plainPieces } from '../read/piece.ts'
import { allNodes, type CaptionDraft, type Node } from './nodes.ts'
import { bookmarksIn } from './read-caption.ts'

/** What a reference can lead to. */
export type Target =
  | {
      readonly kind: 'caption'
      readonly word: '表' | '图'
      readonly number: string
      readonly label: string
    }
  | { readonly kind: 'clause'; readonly id: string; readonly text: string }

/** Labels of captions, and what bookmarks and typed numbers lead to. */
export class Labels {
  readonly #byBookmark = new Map<string, Target>()
  readonly #byNumber = new Map<string, Target | undefined>()
  readonly #given = new Map<CaptionDraft, string | undefined>()
  readonly losses: LossList

  constructor(nodes: readonly Node[], clauses: ReadonlyMap<Node, string>, losses: LossList) {
    this.losses = losses
    const titles = countTitles(nodes)
    for (const node of allNodes(nodes)) {
      if ('caption' in node && node.caption !== undefined) this.#addCaption(node.caption, titles)
      const clause = clauses.get(node)
      if (node.kind === 'heading' && clause !== undefined)
        for (const name of bookmarksIn(node.pieces))
          this.#byBookmark.set(name, {
            kind: 'clause',
            id: clause,
            text: plainPieces(node.pieces).trim(),
          })
    }
  }

  #addCaption(caption: CaptionDraft, titles: ReadonlyMap<string, number>): void {
    const title = titleText(caption)
    const isOwn = titles.get(title) === 1 && /^[\p{L}\p{N}（）“”、·—]+$/u.test(title)
    const kind = caption.word === '表' ? 'tbl' : 'fig'
    const made = `${kind}-${caption.number ?? this.#given.size + 1}`
    const explicit = isOwn ? undefined : this.#unique(made)
    this.#given.set(caption, explicit)
    const target: Target = {
      kind: 'caption',
      word: caption.word,
      number: caption.number ?? '',
      label: explicit ?? title,
    }
    for (const name of caption.bookmarks) this.#byBookmark.set(name, target)
    if (caption.number === undefined) return
    const number = caption.word + caption.number
    // Two tables of one number: nobody can say which a text means.
    this.#byNumber.set(number, this.#byNumber.has(number) ? undefined : target)
  }

  #unique(label: string): string {
    const taken = new Set(this.#given.values())
    let name = label
    for (let turn = 2; taken.has(name); turn++) name = `${label}-${turn}`
    return name
  }

  /** The label that must be written at a caption; its own words serve elsewhere. */
  of(caption: CaptionDraft): string | undefined {
    return this.#given.get(caption)
  }

  bookmarked(name: string): Target | undefined {
    return this.#byBookmark.get(name)
  }

  /** What 表3-1 in a text means. */
  numbered(text: string): Target | undefined {
    return this.#byNumber.get(text.replaceAll(/\s/g, '').replaceAll(/[－–—.．‑]/g, '-'))
  }
}

export function titleText(caption: CaptionDraft): string {
  return plainPieces(caption.title).replaceAll('\n', ' ').trim()
}

function countTitles(nodes: readonly Node[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const node of allNodes(nodes)) {
    if (!('caption' in node) || node.caption === undefined) continue
    const title = titleText(node.caption)
    counts.set(title, (counts.get(title) ?? 0) + 1)
  }
  return counts
}

/**
 * Neighbouring texts that repeat the same place, as one; and those of one look: Word parts 见表 from 3-1 where it changes
 * the keyboard's language or checks the spelling.
 */
export function joinReferences(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const last = joined.at(-1)
    if (piece.kind === 'text' && last?.kind === 'text' && belongTogether(last, piece))
      joined[joined.length - 1] = { ...last, text: last.text + piece.text }
    else joined.push(piece)
  }
  return joined
}

type TextPiece = Extract<Piece, { readonly kind: 'text' }>

function belongTogether(last: TextPiece, next: TextPiece): boolean {
  if (last.refers !== undefined || next.refers !== undefined) return last.refers === next.refers
  return (
    last.link === next.link &&
    last.counts === next.counts &&
    last.marks.size === next.marks.size &&
    [...last.marks].every((mark) => next.marks.has(mark))
  )
}
