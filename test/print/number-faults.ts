import { allBookBlocks, type Book, type BookBlock, type BookInline } from '@ziping/resolve'
import { idOf } from '../../packages/html/src/index.ts'
import type { PdfContent } from '../../packages/pdf/src/index.ts'
import { dense, expectedTexts } from './expected-texts.ts'
import { labelsByAnchor, type ReadPage, textOf } from './pages.ts'

/** Every number on paper that is not the number of the page it speaks of; empty for a right book. */
export function numberFaults(book: Book, read: PdfContent, pages: readonly ReadPage[]): string[] {
  return [
    ...labelFaults(book, pages),
    ...contentsFaults(book, read, pages),
    ...indexFaults(book, read, pages),
    ...anchorFaults(book, read, pages),
    ...linkFaults(read, pages),
  ]
}

/** Pages are counted without a gap from where a run says so. */
function labelFaults(book: Book, pages: readonly ReadPage[]): string[] {
  const isContinuous = book.runs.every(({ folio, restart }) => folio === 'arabic' && !restart)
  return pages.flatMap(({ number, label, run }) => {
    if (isContinuous) return label === String(number) ? [] : [`page ${number} is called “${label}”`]
    const kind =
      run === undefined ? '' : { none: /^$/, roman: /^[ivxlc]+$/, arabic: /^\d+$/ }[run.folio]
    return kind === '' || kind.test(label) ? [] : [`page ${number} is called “${label}”`]
  })
}

/** 目录 and the lists of tables and figures: their printed lines are what they must be, all of them, in order. */
function contentsFaults(book: Book, read: PdfContent, pages: readonly ReadPage[]): string[] {
  const labelOf = labelsByAnchor(read)
  const all = textOf(pages.flatMap(({ body }) => body))
  return blocksOf(book).flatMap((block) => {
    if (block.kind !== 'contents') return []
    const lines = block.entries.map(({ text, anchor }) => dense(text) + labelOf(anchor))
    if (all.includes(lines.join(''))) return []
    return lines.filter((line) => !all.includes(line)).map((line) => `contents: ${line}`)
  })
}

/** 条款–页码 and 证据–页码: the cells of each row, joined where they stand. */
function indexFaults(book: Book, read: PdfContent, pages: readonly ReadPage[]): string[] {
  const labelOf = labelsByAnchor(read)
  const all = textOf(pages.flatMap(({ body }) => body))
  return blocksOf(book).flatMap((block) => {
    if (block.kind !== 'table' || block.purpose !== 'index') return []
    return block.rows.flatMap((row) => {
      const own = row.filter(({ rowspan }) => rowspan === 1)
      const [run] = book.runs
      if (run === undefined) return []
      const alone = { ...book, runs: [{ ...run, blocks: [{ ...block, rows: [own] }] }] }
      const line = expectedTexts(alone, labelOf)
        .map(({ text }) => text)
        .join('')
      return all.includes(line) ? [] : [`index: ${line}`]
    })
  })
}

/** What an anchor stands for is really written on the page its destination leads to. */
function anchorFaults(book: Book, read: PdfContent, pages: readonly ReadPage[]): string[] {
  return blocksOf(book).flatMap((block) => {
    if (block.anchor === undefined) return []
    const page = read.destinations.get(idOf(block.anchor))
    if (page === undefined) return [`${block.anchor} is nowhere`]
    const first = firstText(book, block)
    const found = textOf(pages[page - 1]?.body ?? [])
    return found.includes(first) ? [] : [`page ${page} does not bear “${first}” of ${block.anchor}`]
  })
}

/** The beginning of a block, by which a reader knows it; a long one may run over the page's end. */
function firstText(book: Book, block: BookBlock): string {
  const [run] = book.runs
  if (run === undefined) return ''
  const [first] = expectedTexts({ ...book, runs: [{ ...run, blocks: [block] }] }, () => '')
  const text = first?.text ?? ''
  return block.kind === 'heading' ? text : text.slice(0, 12)
}

/** Links lead to pages that there are. */
function linkFaults(read: PdfContent, pages: readonly ReadPage[]): string[] {
  return read.pages.flatMap(({ links }, index) =>
    links
      .filter(({ page }) => page < 1 || page > pages.length)
      .map(({ page }) => `page ${index + 1} links to page ${page}`),
  )
}

/** A reference to a table, figure or piece of evidence whose target does not bear the number it names. */
export function referenceFaults(
  book: Book,
  read: PdfContent,
  pages: readonly ReadPage[],
): string[] {
  return [...inlinesIn(book.runs)].flatMap((inline) => {
    if (inline.kind !== 'reference' || inline.anchor === undefined) return []
    const named = /[表图][A-Z\d]+(?:[-.]\d+)*/u.exec(inline.text)?.[0]
    const page = read.destinations.get(idOf(inline.anchor))
    if (page === undefined) return [`“${inline.text}” leads nowhere`]
    if (named === undefined) return []
    const found = textOf(pages[page - 1]?.body ?? [])
    return found.includes(named) ? [] : [`page ${page} has no ${named}`]
  })
}

function blocksOf({ runs }: Book): readonly BookBlock[] {
  return runs.flatMap(({ blocks }) => [...allBookBlocks(blocks)])
}

function* inlinesIn(value: unknown): Generator<BookInline> {
  if (Array.isArray(value)) for (const one of value) yield* inlinesIn(one)
  else if (typeof value === 'object' && value !== null) {
    // The border to plain data: only inlines have this kind.
    if ('kind' in value && value.kind === 'reference') yield value as BookInline
    for (const inner of Object.values(value)) yield* inlinesIn(inner)
  }
}
