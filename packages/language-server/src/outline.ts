import { allBlocks, type Block, type Heading, plainText } from '@ziping/report'
import {
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  SymbolKind,
} from 'vscode-languageserver/node'
import { rangeOfPlace } from './spots.ts'
import type { View } from './view.ts'

function blocksOf({ linted, file }: View): readonly Block[] {
  return (
    linted.subject.report.documents.find(({ parsed }) => parsed.file === file)?.parsed.blocks ?? []
  )
}

interface Part {
  readonly heading: Heading
  /** Its last line, from zero. */
  readonly last: number
}

/** Each heading with all that belongs to it. */
function partsOf(view: View): readonly Part[] {
  const headings = blocksOf(view).filter((block) => block.kind === 'heading')
  const end = view.source.place({ start: view.source.text.length, end: view.source.text.length })
  const bottom = end.column === 1 ? end.line - 2 : end.line - 1
  return headings.map((heading, index) => {
    const next = headings.slice(index + 1).find(({ level }) => level <= heading.level)
    return { heading, last: next === undefined ? bottom : next.place.line - 2 }
  })
}

/** The headings, one inside the other. */
export function outlineOf(view: View): DocumentSymbol[] {
  const roots: DocumentSymbol[] = []
  const open: { readonly level: number; readonly children: DocumentSymbol[] }[] = []
  for (const { heading, last } of partsOf(view)) {
    const own = rangeOfPlace(heading.place)
    const children: DocumentSymbol[] = []
    const end = last > own.end.line ? { line: last, character: lineLength(view, last) } : own.end
    const name = plainText(heading.content).trim()
    while ((open.at(-1)?.level ?? 0) >= heading.level) open.pop()
    ;(open.at(-1)?.children ?? roots).push({
      // A symbol without a name is refused by editors.
      name: name === '' ? '#'.repeat(heading.level) : name,
      kind: SymbolKind.String,
      range: { start: own.start, end },
      selectionRange: own,
      children,
    })
    open.push({ level: heading.level, children })
  }
  return roots
}

/** Headings with their text, boxes, tables, diagrams, notes and the front matter. */
export function foldsOf(view: View): FoldingRange[] {
  const folds: FoldingRange[] = partsOf(view).map(({ heading, last }) => ({
    startLine: heading.place.line - 1,
    endLine: last,
  }))
  for (const block of allBlocks(blocksOf(view)))
    if (['box', 'landscape', 'table', 'diagram', 'code', 'note'].includes(block.kind))
      folds.push({
        startLine: block.place.line - 1,
        endLine: (block.place.endColumn === 1 ? block.place.endLine - 1 : block.place.endLine) - 1,
        ...(block.kind === 'note' ? { kind: FoldingRangeKind.Comment } : {}),
      })
  const front = /^---[ \t]*\r?\n[\s\S]*?\n---[ \t]*(?=\r?\n|$)/.exec(view.source.text)
  if (front !== null) folds.push({ startLine: 0, endLine: front[0].match(/\n/g)?.length ?? 1 })
  return folds.filter(({ startLine, endLine }) => endLine > startLine)
}

function lineLength({ source }: View, line: number): number {
  return /^[^\r\n]*/.exec(source.text.slice(source.offset(line + 1, 1)))?.[0].length ?? 0
}
