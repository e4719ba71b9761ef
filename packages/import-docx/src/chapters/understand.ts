import type { LossList } from '../losses.ts'
import type { DraftBlock, DraftParagraph, DraftTable, Picture, Piece } from '../read/piece.ts'
import { plainPieces } from '../read/piece.ts'
import { codeOf, joinQuoted } from './join-quoted.ts'
import type { CaptionDraft, Node } from './nodes.ts'
import { readCaption } from './read-caption.ts'

interface Understanding {
  readonly isOurs: boolean
  readonly losses: LossList
  /** The level of a paragraph that is a clause's heading without a heading's style. */
  guess(text: string, isBold: boolean): number | undefined
}

type Unit =
  | Node
  | {
      readonly kind: 'caption'
      readonly paragraph: DraftParagraph
      readonly caption: CaptionDraft
      readonly isSure: boolean
    }

/** Finds out what each paragraph is, and gives tables and figures their captions. */
export function understand(drafts: readonly DraftBlock[], how: Understanding): readonly Node[] {
  const kept = how.isOurs ? withoutGenerated(drafts, how.losses) : withoutContentsTitle(drafts)
  return joinQuoted(attachCaptions(kept.flatMap((draft) => unitsOf(draft, how))))
}

/** Cover, contents and indexes of a file that ziping made are made anew. */
function withoutGenerated(drafts: readonly DraftBlock[], losses: LossList): readonly DraftBlock[] {
  let isGenerated = false
  return drafts.filter((draft) => {
    const style = draft.kind === 'paragraph' ? draft.style : ''
    if (/^(?:封面|前置标题)/.test(style)) isGenerated = true
    else if (draft.kind === 'paragraph' && draft.level !== undefined) isGenerated = false
    if (isGenerated && draft.kind !== 'section-end') {
      if (/^(?:封面标题|前置标题)$/.test(style) && draft.kind === 'paragraph')
        losses.add('cover-left-out', plainPieces(draft.pieces))
      return false
    }
    return true
  })
}

/** 目录, left behind by the contents below it. */
function withoutContentsTitle(drafts: readonly DraftBlock[]): readonly DraftBlock[] {
  return drafts.filter(
    (draft) =>
      draft.kind !== 'paragraph' ||
      !/^目\s*录$/.test(plainPieces(draft.pieces).trim()) ||
      draft.level !== undefined,
  )
}

function unitsOf(draft: DraftBlock, how: Understanding): readonly Unit[] {
  if (draft.kind === 'table') return [tableUnit(draft, how)].flat()
  if (draft.kind === 'section-end') return [draft]
  if (draft.kind === 'done') return []
  const floating = draft.pieces.flatMap((piece) => (piece.kind === 'blocks' ? piece.blocks : []))
  const behind = floating.flatMap((inner) => unitsOf(inner, how))
  const pieces = draft.pieces.filter(({ kind }) => kind !== 'blocks')
  return [...splitAtBreaks({ ...draft, pieces }, how), ...behind]
}

/** Word keeps page breaks within paragraphs. */
function splitAtBreaks(draft: DraftParagraph, how: Understanding): readonly Unit[] {
  const at = draft.pieces.findIndex(({ kind }) => kind === 'page-break')
  if (at === -1) return paragraphUnits(draft, how)
  const { marker: _, ...rest } = draft
  return [
    ...paragraphUnits({ ...draft, pieces: draft.pieces.slice(0, at) }, how),
    { kind: 'page-break' },
    ...splitAtBreaks({ ...(at === 0 ? draft : rest), pieces: draft.pieces.slice(at + 1) }, how),
  ]
}

function paragraphUnits(draft: DraftParagraph, how: Understanding): readonly Unit[] {
  const { pieces, level, marker, role } = draft
  if (role === 'code' && level === undefined && marker === undefined) {
    const value = codeOf(draft)
    if (value !== undefined) return [{ kind: 'code', value }]
    how.losses.add('code-as-text', plainPieces(pieces))
  }
  const text = plainPieces(pieces).trim()
  const others = pieces.filter((piece) => piece.kind !== 'bookmark' && !isBlank(piece))
  if (others.length === 0) return []
  if (text === '') {
    const figures = figuresOf(others)
    if (figures !== undefined) return figures
    if (others.every(({ kind }) => kind === 'formula'))
      return others.flatMap((piece) =>
        piece.kind === 'formula' ? [{ kind: 'formula', tex: piece.tex }] : [],
      )
  }
  const found = readCaption(draft)
  if (found !== undefined && (level === undefined || found.isSure))
    return [{ kind: 'caption', paragraph: draft, ...found }]
  if (level !== undefined && text !== '')
    return [
      {
        kind: 'heading',
        level,
        pieces: marker === undefined ? pieces : prefixed(marker.text, pieces),
      },
    ]
  if (marker !== undefined && (marker.isBullet || marker.number !== undefined))
    return [{ kind: 'item', marker, pieces, ...(role === undefined ? {} : { role }) }]
  if (marker !== undefined && marker.text !== '') how.losses.add('number-as-text', marker.text)
  const words = marker === undefined ? pieces : prefixed(marker.text, pieces)
  const paragraph = { kind: 'paragraph', pieces: words } as const
  if (role === 'quote') return [{ kind: 'quote', nodes: [paragraph] }]
  return [guessedHeading(words, how) ?? paragraph]
}

function guessedHeading(pieces: readonly Piece[], how: Understanding): Node | undefined {
  const text = plainPieces(pieces).trim()
  if (text.length > 40 || /[。；：;:，,]$/.test(text)) return undefined
  const isBold = pieces.every(
    (piece) => piece.kind !== 'text' || isBlank(piece) || piece.marks.has('strong'),
  )
  const level = how.guess(text, isBold)
  if (level === undefined) return undefined
  how.losses.add('heading-guessed', text)
  return { kind: 'heading', level, pieces }
}

function isBlank(piece: Piece): boolean {
  return piece.kind === 'line-break' || (piece.kind === 'text' && piece.text.trim() === '')
}

function prefixed(text: string, pieces: readonly Piece[]): readonly Piece[] {
  if (text === '') return pieces
  const gap = /[.\d\p{L}]$/u.test(text) ? ' ' : ''
  return [{ kind: 'text', text: text + gap, marks: new Set() }, ...pieces]
}

/** At most four pictures stand in a row. */
function figuresOf(pieces: readonly Piece[]): readonly Node[] | undefined {
  const pictures: Picture[] = []
  for (const piece of pieces) {
    if (piece.kind !== 'picture') return undefined
    pictures.push(piece.picture)
  }
  const rows = Math.ceil(pictures.length / 4)
  return Array.from({ length: rows }, (_, row) => ({
    kind: 'figure',
    pictures: pictures.slice(row * 4, row * 4 + 4),
  }))
}

function tableUnit(draft: DraftTable, how: Understanding): readonly Unit[] {
  const [first, ...rows] = draft.rows
  const [cell, ...cells] = first ?? []
  if (cell === undefined) return []
  const [only] = cell.blocks
  if (rows.length === 0 && cells.length === 0) return frameUnits(draft, cell.blocks, how)
  // A table that runs over pages bears its caption in its head, so that it is repeated.
  const captioned = cells.length === 0 && only?.kind === 'paragraph' ? readCaption(only) : undefined
  if (captioned?.isSure === true && captioned.caption.word === '表')
    return [{ kind: 'table', table: { ...draft, rows }, caption: captioned.caption }]
  return [{ kind: 'table', table: draft }]
}

/** A table of one cell is a frame. */
function frameUnits(
  { isDashed }: DraftTable,
  blocks: readonly DraftBlock[],
  how: Understanding,
): readonly Unit[] {
  const [first, ...others] = blocks
  const title = first?.kind === 'paragraph' && first.style === '提示框标题' ? first.pieces : []
  if (!how.isOurs) how.losses.add('frame-as-box')
  const inside = title.length > 0 ? others : blocks
  const nodes = joinQuoted(attachCaptions(inside.flatMap((inner) => unitsOf(inner, how))))
  return nodes.length === 0 && title.length === 0
    ? []
    : [{ kind: 'box', isDashed: isDashed || isCase(title), title, nodes }]
}

/** 案例：… is a case, whatever its frame looks like. */
function isCase(title: readonly Piece[]): boolean {
  return plainPieces(title).trimStart().startsWith('案例')
}

/** A caption above a table, or below a figure; one that has neither beside it stays a paragraph. */
function attachCaptions(units: readonly Unit[]): readonly Node[] {
  const nodes: Node[] = []
  for (let index = 0; index < units.length; index++) {
    const unit = units[index]
    if (unit === undefined) continue
    if (unit.kind !== 'caption') {
      nodes.push(unit)
      continue
    }
    const next = units[index + 1]
    const last = nodes.at(-1)
    const { caption } = unit
    const wantsBelow = caption.word === '表'
    if (wantsBelow && takes(next)) {
      nodes.push({ ...next, caption })
      index += 1
    } else if (takes(last) && (!wantsBelow || last.kind === 'figure' || unit.isSure)) {
      nodes[nodes.length - 1] = { ...last, caption }
    } else if (takes(next) && next.kind === 'figure') {
      nodes.push({ ...next, caption })
      index += 1
    } else nodes.push({ kind: 'paragraph', pieces: unit.paragraph.pieces })
  }
  return nodes
}

function takes(
  unit: Unit | undefined,
): unit is Extract<Node, { readonly kind: 'table' | 'figure' }> {
  return (unit?.kind === 'table' || unit?.kind === 'figure') && unit.caption === undefined
}
