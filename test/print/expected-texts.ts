import {
  type Book,
  type BookBlock,
  type BookCell,
  type BookInline,
  bookText,
} from '@ziping/resolve'

/** What a paragraph, cell or caption must read on paper; page numbers filled in. */
export interface ExpectedText {
  readonly text: string
  readonly kind: BookBlock['kind']
}

type LabelOf = (anchor: string) => string

/** Every text of a book, in the order of its pages. */
export function expectedTexts(book: Book, labelOf: LabelOf): readonly ExpectedText[] {
  return book.runs
    .flatMap(({ blocks }) => blocks.flatMap((block) => textsOf(block, labelOf)))
    .map(({ kind, text }) => ({ kind, text: dense(text) }))
    .filter(({ text }) => text !== '')
}

/** Spaces and line ends are the paper's, not the writer's. */
export function dense(text: string): string {
  return text.replace(/[\s\u200b]+/gu, '')
}

function textsOf(block: BookBlock, labelOf: LabelOf): readonly ExpectedText[] {
  const { kind } = block
  const told = (...texts: readonly string[]): readonly ExpectedText[] =>
    texts.map((text) => ({ kind, text }))
  const inner = (blocks: readonly BookBlock[]) => blocks.flatMap((one) => textsOf(one, labelOf))
  const read = (inlines: readonly BookInline[]): string => readInlines(inlines, labelOf)
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return told(read(block.content))
    case 'list':
      return block.items.flatMap(({ marker, blocks }) => [...told(marker), ...inner(blocks)])
    case 'quote':
      return inner(block.blocks)
    case 'box':
      return [...told(read(block.title)), ...inner(block.blocks)]
    case 'table':
      return [
        ...told(...captionOf(block.caption, read)),
        ...block.rows.flat().flatMap((cell) => told(...cellTexts(cell, read))),
      ]
    case 'figure':
      return told(
        ...block.drawings.flatMap((one) => one.caption ?? []),
        ...captionOf(block.caption, read),
        ...(block.source === undefined ? [] : [block.source]),
      )
    case 'contents':
      return told(...block.entries.map(({ text, anchor }) => text + labelOf(anchor)))
    case 'signatures':
      return told(...block.places.map(({ label }) => label))
    case 'lines':
      return block.lines.flatMap(({ label, value }) => told(label, read(value)))
    case 'notes':
      return block.notes.flatMap(({ blocks }) => inner(blocks))
    case 'exhibit':
      return told(block.title, ...(block.shows.kind === 'statement' ? [block.shows.text] : []))
    case 'formula':
    case 'rule':
    case 'space':
    case 'page-break':
      return []
    default:
      return block satisfies never
  }
}

type Read = (inlines: readonly BookInline[]) => string

function captionOf(
  caption: { readonly number: string; readonly content: readonly BookInline[] } | undefined,
  read: Read,
): readonly string[] {
  return caption === undefined ? [] : [caption.number + read(caption.content)]
}

function cellTexts({ content }: BookCell, read: Read): readonly string[] {
  return content.map((one) => {
    if (one.kind === 'paragraph') return read(one.content)
    return one.kind === 'sign' ? one.label : ''
  })
}

function readInlines(inlines: readonly BookInline[], labelOf: LabelOf): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'page-of') return labelOf(inline.anchor)
      if (inline.kind === 'note-mark') return `[${inline.number}]`
      if ('children' in inline) return readInlines(inline.children, labelOf)
      return bookText([inline])
    })
    .join('')
}
