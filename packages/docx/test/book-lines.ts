import {
  type Book,
  type BookBlock,
  type BookInline,
  bookBlocksIn,
  type CellContent,
} from '@ziping/resolve'
import type { DocxMaterial } from '../src/material.ts'

/** The lines a reader sees of a book, written down independently of how any renderer makes them. */
export function bookLines(book: Book, material: DocxMaterial): readonly string[] {
  return book.runs.flatMap(({ blocks }) => blocks.flatMap((block) => linesOf(block, material)))
}

function linesOf(block: BookBlock, material: DocxMaterial): readonly string[] {
  const words = (inlines: readonly BookInline[]): string => wordsOf(inlines, material)
  const inside = (): readonly string[] =>
    bookBlocksIn(block).flatMap((inner) => linesOf(inner, material))
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [words(block.content)]
    case 'list':
      return block.items.flatMap(({ blocks, checked }) => {
        const lines = blocks.flatMap((inner) => linesOf(inner, material))
        if (checked === undefined) return lines
        const [first = '', ...rest] = lines
        return [`${checked ? '☑' : '□'}\t${first}`, ...rest]
      })
    case 'quote':
      return inside()
    case 'box':
      return [words(block.title), ...inside()]
    case 'table': {
      const caption =
        block.caption === undefined
          ? []
          : [`${block.caption.number}　${words(block.caption.content)}`]
      const cells = block.rows.flatMap((row) => row.flatMap(({ content }) => content))
      return [...caption, ...cells.map((content) => cellWords(content, words))]
    }
    case 'figure':
      return [
        ...block.drawings.flatMap(({ caption }) => caption ?? []),
        ...(block.caption === undefined
          ? []
          : [`${block.caption.number}　${words(block.caption.content)}`]),
        ...(block.source === undefined ? [] : [block.source]),
      ]
    case 'formula':
      return [block.tex.startsWith('C_{pk}') ? 'Cpk=min(USL−μ,μ−LSL)3σ' : block.tex]
    case 'contents':
      return block.entries.map(({ text, anchor }) => `${text}\t${page(anchor, material)}`)
    case 'signatures':
      return block.places.map(({ label, sign }) => (sign === 'signature' ? `${label}\t` : label))
    case 'lines':
      return block.lines.flatMap(({ label, value }) => [label, words(value)])
    case 'notes':
      return block.notes.flatMap(({ number, blocks }) => {
        const [first = '', ...rest] = blocks.flatMap((inner) => linesOf(inner, material))
        return [`[${number}]\t${first}`, ...rest]
      })
    case 'exhibit':
      return [
        block.title,
        block.shows.kind === 'statement'
          ? block.shows.text
          : block.shows.kind === 'pdf-page' && !isDrawn(block.shows, material)
            ? `〔${block.title}〕`
            : '',
      ]
    default:
      return []
  }
}

function isDrawn(
  shows: { readonly file: string; readonly page: number },
  { pages }: DocxMaterial,
): boolean {
  return pages?.(shows.file, shows.page) !== undefined
}

function cellWords(
  content: CellContent,
  words: (inlines: readonly BookInline[]) => string,
): string {
  if (content.kind === 'image') return ''
  return content.kind === 'sign' ? content.label : words(content.content)
}

function wordsOf(inlines: readonly BookInline[], material: DocxMaterial): string {
  return inlines
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
        case 'code':
          return inline.value
        case 'reference':
          return inline.text
        case 'page-of':
          return page(inline.anchor, material)
        case 'line-break':
          return '\n'
        case 'note-mark':
          return `[${inline.number}]`
        case 'image':
          return ''
        case 'checkbox':
          return inline.checked ? '☑' : '□'
        default:
          return wordsOf(inline.children, material)
      }
    })
    .join('')
}

function page(anchor: string, { pageMap }: DocxMaterial): string {
  return pageMap?.get(anchor) ?? '?'
}
