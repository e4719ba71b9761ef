import { allBookBlocks, type Book, type BookBlock, bookBlocksIn, bookText } from '@ziping/resolve'
import { type Child, element } from './element.ts'

/** Places of a book as Word's bookmarks. */
export interface Anchors {
  readonly all: readonly string[]
  /** Undefined where the book has no such place. */
  nameOf(anchor: string): string | undefined
  /** The words of the place itself. */
  wordsOf(anchor: string): string | undefined
  /** Whether a field that repeats the place's words would print the given ones. */
  repeats(anchor: string, words: string): boolean
  /** The content within the place's bookmark. */
  mark(anchor: string | undefined, content: readonly Child[]): readonly Child[]
}

/** Word allows letters, digits and underscores, 40 at most; a leading underscore hides a bookmark from its list. */
const longest = 40

/**
 * `apart` are places whose words no field can repeat: LibreOffice loses the first of them where a caption stands in a
 * table's head.
 */
export function createAnchors(book: Book, apart: (block: BookBlock) => boolean): Anchors {
  const words = new Map<string, string | undefined>()
  for (const run of book.runs) for (const block of run.blocks) collect(block, words)
  const linked = new Set(
    book.runs
      .flatMap(({ blocks }) => [...allBookBlocks(blocks)])
      .flatMap((block) => (block.anchor !== undefined && apart(block) ? [block.anchor] : [])),
  )
  const names = bookmarkNames([...words.keys()])
  const marked = new Set<string>()
  return {
    all: [...words.keys()],
    nameOf: (anchor) => names.get(anchor),
    wordsOf: (anchor) => words.get(anchor),
    repeats: (anchor, text) => text !== '' && words.get(anchor) === text && !linked.has(anchor),
    mark(anchor, content) {
      const name = anchor === undefined ? undefined : names.get(anchor)
      if (name === undefined || marked.has(name)) return content
      marked.add(name)
      const id = marked.size
      return [
        element('w:bookmarkStart', { 'w:id': id, 'w:name': name }),
        ...content,
        element('w:bookmarkEnd', { 'w:id': id }),
      ]
    },
  }
}

function collect(block: BookBlock, words: Map<string, string | undefined>): void {
  if (block.anchor !== undefined && !words.has(block.anchor))
    words.set(block.anchor, ownWords(block))
  if (block.kind === 'notes')
    for (const { anchor } of block.notes) if (!words.has(anchor)) words.set(anchor, undefined)
  for (const inner of bookBlocksIn(block)) collect(inner, words)
}

function ownWords(block: BookBlock): string | undefined {
  switch (block.kind) {
    case 'heading':
      return bookText(block.content)
    case 'table':
    case 'figure':
      return block.caption?.number
    case 'exhibit':
      return exhibitNumber(block.title)
    default:
      return undefined
  }
}

/** The 4 of 证实性材料4. */
export function exhibitNumber(title: string): string | undefined {
  return /\d+/.exec(title)?.[0]
}

function bookmarkNames(anchors: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(
    anchors.map((anchor) => {
      const plain = `_Ref_${anchor.replaceAll(/[^\p{L}\p{N}]|[\u{10000}-\u{10ffff}]/gu, '_')}`
      let name = plain.slice(0, longest)
      // Word takes names that differ in case only for the same.
      for (let turn = 2; taken.has(name.toLowerCase()); turn += 1)
        name = `${plain.slice(0, longest - 1 - String(turn).length)}_${turn}`
      taken.add(name.toLowerCase())
      return [anchor, name]
    }),
  )
}
