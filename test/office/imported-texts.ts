import type { ImportedReport } from '@ziping/import-docx'
import {
  allBlocks,
  type Block,
  type Inline,
  inlinesIn,
  parseDocument,
  plainText,
} from '@ziping/report'
import { allBookBlocks, type Book, type BookBlock, type BookInline } from '@ziping/resolve'
import { dense } from './text-equality.ts'

/** What a report holds, however it is written down. */
export interface Holdings {
  readonly texts: readonly string[]
  readonly tables: number
  readonly pictures: number
  readonly charts: number
}

/** Of the chapters of a book: cover, contents and index are made anew. */
export function holdingsOf(book: Book): Holdings {
  const blocks = book.runs
    .filter(({ role }) => role === 'body')
    .flatMap((run) => [...allBookBlocks(run.blocks)])
  const drawings = blocks.flatMap((block) => (block.kind === 'figure' ? block.drawings : []))
  return {
    texts: blocks
      .flatMap(inlinesOf)
      .flatMap(typed)
      .map(dense)
      .filter((text) => text.length > 1),
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    pictures: drawings.filter(({ drawing }) => drawing.kind !== 'chart').length,
    charts: drawings.filter(({ drawing }) => drawing.kind === 'chart').length,
  }
}

function inlinesOf(block: BookBlock): readonly (readonly BookInline[])[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [block.content]
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [block.caption.content]),
        ...block.rows.flatMap((row) =>
          row.flatMap(({ content }) =>
            content.flatMap((one) => (one.kind === 'paragraph' ? [one.content] : [])),
          ),
        ),
      ]
    case 'figure':
      return block.caption === undefined ? [] : [block.caption.content]
    case 'box':
      return [block.title]
    default:
      return []
  }
}

/** The stretches a writer typed: numbers of captions and pages are given anew. */
function typed(inlines: readonly BookInline[]): readonly string[] {
  return inlines.flatMap((inline): readonly string[] => {
    if (inline.kind === 'text' || inline.kind === 'code') return [inline.value]
    return 'children' in inline ? typed(inline.children) : []
  })
}

/** The same of what was imported. */
export function importedHoldings({ files }: ImportedReport): Holdings & { readonly all: string } {
  const blocks = files.flatMap(({ content, path }): readonly Block[] =>
    typeof content === 'string' ? [...allBlocks(parseDocument(path, content).blocks)] : [],
  )
  const texts = blocks.flatMap((block) => inlinesIn(block).map(plainText))
  return {
    texts,
    all: dense(texts.join('\n')),
    tables: blocks.filter(({ kind }) => kind === 'table').length,
    pictures: blocks.flatMap((block) => inlinesIn(block).flatMap(imagesIn)).length,
    charts: 0,
  }
}

function imagesIn(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((inline) => {
    if (inline.kind === 'image') return [inline]
    return 'children' in inline ? imagesIn(inline.children) : []
  })
}
