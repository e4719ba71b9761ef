import {
  type Book,
  type BookBlock,
  type BookCell,
  type BookInline,
  bookText,
} from '@ziping/resolve'

/** Everything a reader of the book sees, in order. */
export function bookTexts(book: Book): readonly string[] {
  return book.runs
    .flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    .flatMap((text) => text.split('\n'))
    .filter((text) => text.trim() !== '')
}

function blockTexts(block: BookBlock): readonly string[] {
  const caption = (of: { readonly caption?: Captioned }): readonly string[] =>
    of.caption === undefined ? [] : [of.caption.number, bookText(of.caption.content)]
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return pieces(block.content)
    case 'list':
      return block.items.flatMap(({ marker, blocks }) => [marker, ...blocks.flatMap(blockTexts)])
    case 'quote':
      return block.blocks.flatMap(blockTexts)
    case 'box':
      return [...pieces(block.title), ...block.blocks.flatMap(blockTexts)]
    case 'table':
      return [...caption(block), ...block.rows.flat().flatMap(cellTexts)]
    case 'figure':
      return [
        ...block.drawings.flatMap((one) => one.caption ?? []),
        ...caption(block),
        ...(block.source === undefined ? [] : [block.source]),
      ]
    case 'contents':
      return block.entries.map(({ text }) => text)
    case 'signatures':
      return block.places.map(({ label }) => label)
    case 'lines':
      return block.lines.flatMap(({ label, value }) => [label, ...pieces(value)])
    case 'notes':
      return block.notes.flatMap(({ blocks }) => blocks.flatMap(blockTexts))
    case 'exhibit':
      return [block.title, ...(block.shows.kind === 'statement' ? [block.shows.text] : [])]
    case 'formula':
    case 'rule':
    case 'space':
    case 'page-break':
      return []
    default:
      return block satisfies never
  }
}

type Captioned = { readonly number: string; readonly content: readonly BookInline[] }

function cellTexts(cell: BookCell): readonly string[] {
  return cell.content.flatMap((content) => {
    if (content.kind === 'paragraph') return pieces(content.content)
    return content.kind === 'sign' ? [content.label] : []
  })
}

/** What stands between page numbers and marks, which print characters of their own. */
function pieces(inlines: readonly BookInline[]): readonly string[] {
  const list = ['']
  for (const inline of inlines)
    if (inline.kind === 'page-of' || inline.kind === 'note-mark') list.push('')
    else list.push((list.pop() ?? '') + bookText([inline]))
  return list
}
