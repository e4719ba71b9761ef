import type { Image, Inline, Text } from '@ziping/report'
import type { Mark, Picture, Piece } from '../read/piece.ts'
import { joinReferences, type Labels, type Target } from './labels.ts'

const span = { start: 0, end: 0 }
const order: readonly Exclude<Mark, 'code'>[] = [
  'strong',
  'emphasis',
  'underline',
  'deletion',
  'superscript',
  'subscript',
]
const noMarks: ReadonlySet<Mark> = new Set()

/** What turns pieces into inline content needs to know. */
export interface Inking {
  readonly labels: Labels
  /** Marks that the place has anyway: bold in a heading. */
  readonly without: ReadonlySet<Mark>
  readonly breaks: 'keep' | 'space'
  imageOf(picture: Picture): Image | undefined
  footnote(id: string): string | undefined
}

interface Bit {
  readonly inline: Inline
  readonly marks: ReadonlySet<Mark>
  readonly link?: string
}

export function inlinesOf(pieces: readonly Piece[], inking: Inking): readonly Inline[] {
  const bits = joinReferences(pieces).flatMap((piece) => bitsOf(piece, inking))
  return linked(trimmed(mergeTexts(bits.flatMap(apartFromSpaces))))
}

export function text(value: string): Text {
  return { kind: 'text', value, span }
}

function bitsOf(piece: Piece, inking: Inking): readonly Bit[] {
  const plain = (inline: Inline | undefined): readonly Bit[] =>
    inline === undefined ? [] : [{ inline, marks: noMarks }]
  switch (piece.kind) {
    case 'text':
      return textBits(piece, inking)
    case 'line-break':
      return plain(inking.breaks === 'keep' ? { kind: 'line-break', span } : text(' '))
    case 'picture':
      return plain(inking.imageOf(piece.picture))
    case 'footnote': {
      const id = inking.footnote(piece.id)
      return plain(id === undefined ? undefined : { kind: 'footnote-reference', id, span })
    }
    case 'note':
      return plain({ kind: 'note-text', value: ` ${noteText(piece.text)} `, span })
    case 'formula':
      inking.labels.losses.add('formula-as-text', piece.tex)
      return plain(text(piece.tex))
    default:
      return []
  }
}

/** Comments end at `-->`; what an author typed must not end one. */
export function noteText(words: string): string {
  return words.replaceAll(/--+/g, '—').replaceAll(/[<>]/g, '').replaceAll(/\s+/g, ' ').trim()
}

function textBits(
  piece: Extract<Piece, { readonly kind: 'text' }>,
  inking: Inking,
): readonly Bit[] {
  const marks = new Set([...piece.marks].filter((mark) => !inking.without.has(mark)))
  const own = piece.link === undefined ? { marks } : { marks, link: piece.link }
  const plain = (value: string): Bit => ({ inline: text(value), ...own })
  if (piece.refers !== undefined) {
    const target = inking.labels.bookmarked(piece.refers)
    const reference = target === undefined ? undefined : referenceTo(target, piece.text)
    if (reference !== undefined)
      return [
        { inline: reference.inline, marks },
        ...(reference.rest === '' ? [] : [plain(reference.rest)]),
      ]
    inking.labels.losses.add('reference-as-text', piece.text)
    return [plain(piece.text)]
  }
  return piece.link === undefined && !marks.has('code')
    ? typedReferences(piece.text, plain, marks, inking)
    : [plain(piece.text)]
}

/** 见表3-1: the number of a caption of this very report becomes a reference to it. */
function typedReferences(
  words: string,
  plain: (value: string) => Bit,
  marks: ReadonlySet<Mark>,
  { labels }: Inking,
): readonly Bit[] {
  const bits: Bit[] = []
  let end = 0
  for (const match of words.matchAll(/[表图]\s?\d+(?:\s?[-－–—.．‑]\s?\d+)*(?![\d年月])/g)) {
    const target = labels.numbered(match[0])
    const reference = target === undefined ? undefined : referenceTo(target, match[0])
    if (reference === undefined) continue
    if (match.index > end) bits.push(plain(words.slice(end, match.index)))
    bits.push({ inline: reference.inline, marks })
    end = match.index + match[0].length
  }
  if (end < words.length) bits.push(plain(words.slice(end)))
  return bits
}

function referenceTo(
  target: Target,
  words: string,
): { readonly inline: Inline; readonly rest: string } | undefined {
  if (target.kind === 'clause') {
    const normal = (value: string): string => value.replaceAll(/\s/g, '')
    if (normal(words) !== normal(target.text)) return undefined
    return { inline: reference('条', target.id), rest: '' }
  }
  const number = /^\s*[表图]\s*\d+(?:\s*[-－–—.．‑]\s*\d+)*/.exec(words)?.[0]
  if (number === undefined) return undefined
  return { inline: reference(target.word, target.label), rest: words.slice(number.length) }
}

function reference(word: '表' | '图' | '条', target: string): Inline {
  return {
    kind: 'reference',
    word,
    withPage: false,
    children: [text(word)],
    targets: [target],
    span,
  }
}

/** Marks around a space would not be read as marks. */
function apartFromSpaces(bit: Bit): readonly Bit[] {
  const { inline } = bit
  if (inline.kind !== 'text' || (bit.marks.size === 0 && bit.link === undefined)) return [bit]
  const [, before = '', words = '', behind = ''] = /^(\s*)(.*?)(\s*)$/su.exec(inline.value) ?? []
  const parts: Bit[] = []
  if (before !== '') parts.push({ inline: text(before), marks: noMarks })
  if (words !== '') parts.push({ ...bit, inline: text(words) })
  if (behind !== '') parts.push({ inline: text(behind), marks: noMarks })
  return parts
}

function sameLook(a: Bit, b: Bit): boolean {
  return (
    a.link === b.link &&
    a.marks.size === b.marks.size &&
    [...a.marks].every((mark) => b.marks.has(mark))
  )
}

function mergeTexts(bits: readonly Bit[]): readonly Bit[] {
  const merged: Bit[] = []
  for (const bit of bits) {
    const last = merged.at(-1)
    if (last?.inline.kind === 'text' && bit.inline.kind === 'text' && sameLook(last, bit))
      merged[merged.length - 1] = { ...last, inline: text(last.inline.value + bit.inline.value) }
    else merged.push(bit)
  }
  return merged
}

/** Typed indents and trailing spaces are Word's way of placing text, not text. */
function trimmed(bits: readonly Bit[]): readonly Bit[] {
  const list = [...bits]
  const isEmpty = (bit: Bit | undefined): boolean =>
    bit !== undefined &&
    (bit.inline.kind === 'line-break' ||
      (bit.inline.kind === 'text' && bit.inline.value.trim() === ''))
  while (isEmpty(list[0])) list.shift()
  while (isEmpty(list.at(-1))) list.pop()
  const trim = (at: number, cut: (value: string) => string): void => {
    const bit = list[at]
    if (bit?.inline.kind === 'text') list[at] = { ...bit, inline: text(cut(bit.inline.value)) }
  }
  trim(0, (value) => value.trimStart())
  trim(list.length - 1, (value) => value.trimEnd())
  return list
}

function linked(bits: readonly Bit[]): readonly Inline[] {
  return groups(bits, (bit) => bit.link).flatMap(([link, inside]): readonly Inline[] => {
    const children = marked(inside, 0)
    return link === undefined ? children : [{ kind: 'link', url: link, children, span }]
  })
}

function marked(bits: readonly Bit[], at: number): readonly Inline[] {
  const mark = order[at]
  if (mark === undefined)
    return bits.map(({ inline, marks }) =>
      marks.has('code') && inline.kind === 'text' ? { ...inline, kind: 'code-text' } : inline,
    )
  return groups(bits, (bit) => (bit.marks.has(mark) ? mark : undefined)).flatMap(
    ([found, inside]): readonly Inline[] => {
      const children = marked(inside, at + 1)
      return found === undefined ? children : [{ kind: mark, children, span }]
    },
  )
}

function groups<Key>(
  bits: readonly Bit[],
  keyOf: (bit: Bit) => Key,
): readonly (readonly [Key, readonly Bit[]])[] {
  const found: [Key, Bit[]][] = []
  for (const bit of bits) {
    const key = keyOf(bit)
    const last = found.at(-1)
    if (last !== undefined && last[0] === key) last[1].push(bit)
    else found.push([key, [bit]])
  }
  return found
}
