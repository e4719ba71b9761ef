import type { Book } from '@ziping/resolve'
import type { PdfContent } from '../../packages/pdf/src/index.ts'
import { readPages } from '../print/pages.ts'

/** What one of the two files says and the other does not. */
export interface TextDifferences {
  /** Paragraphs and cells of the Word file that are not on paper where they should follow. */
  readonly onlyInWord: readonly string[]
  /** Words on paper between two paragraphs of the Word file that neither a list's marker nor a table's head explains. */
  readonly onlyOnPaper: readonly string[]
}

/**
 * Holds the paragraphs of a Word file against the text of the PDF, in order, each once. On paper there is more: markers
 * that Word counts by itself, heads of tables again on every page, words in charts and diagrams.
 */
export function textDifferences(
  word: readonly string[],
  book: Book,
  read: PdfContent,
): TextDifferences {
  const paper = dense(
    readPages(book, read)
      .flatMap(({ body }) => body.map(({ text }) => text))
      .join(''),
  )
  const lines = word.map(dense).filter((line) => line !== '')
  const onlyInWord: string[] = []
  const onlyOnPaper: string[] = []
  let at = 0
  for (const [index, line] of lines.entries()) {
    const found = paper.indexOf(line, at)
    const between = found === -1 ? '' : paper.slice(at, found)
    if (found === -1 || between.length > mostBetween) {
      onlyInWord.push(line)
      continue
    }
    if (!isExplained(between, line, lines.slice(0, index))) onlyOnPaper.push(`${between}｜${line}`)
    at = found + line.length
  }
  const rest = paper.slice(at)
  return { onlyInWord, onlyOnPaper: rest === '' ? onlyOnPaper : [...onlyOnPaper, rest] }
}

const mostBetween = 2000

function isExplained(between: string, next: string, before: readonly string[]): boolean {
  if (between === '') return true
  // A picture's words stand above its caption, those of a scan above its title.
  if (/^(?:图[A-Z\d]|证实性材料\d)/.test(next)) return true
  if (/^(?:[●•◦▪–·]|[（(]?[\da-z一二三四五六七八九十]{1,3}[)）.、])$/u.test(between)) return true
  return isHeadAgain(between, before)
}

/** The head of a table that runs on: cells that stood one behind the other in the Word file not long before. */
function isHeadAgain(between: string, before: readonly string[]): boolean {
  const cells = before.slice(-mostCells)
  return cells.some((_, first) => {
    let joined = ''
    for (const cell of cells.slice(first)) {
      joined += cell
      if (joined.length >= between.length) break
    }
    return joined === between
  })
}

const mostCells = 600

export function dense(text: string): string {
  return text.replaceAll(/[\s\u200b\ufeff]/gu, '')
}
