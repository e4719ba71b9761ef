import type { BookBlock } from '@ziping/resolve'
import { emptyParagraph, leastHeight } from '../paragraphs.ts'
import type { Room, Writing } from '../writing.ts'
import { writeBox } from './box.ts'
import { writeContents } from './contents.ts'
import { writeExhibit } from './exhibit.ts'
import { writeFigure } from './figure.ts'
import { writeFormula } from './formula.ts'
import { writeHeading } from './heading.ts'
import { writeLines } from './lines.ts'
import { writeList } from './list.ts'
import { writeNotes } from './notes.ts'
import { writeParagraph, writeRule } from './paragraph.ts'
import { writeSignatures } from './signatures.ts'
import { breakOf, isTable, lead, type Start, type Written } from './start.ts'
import { writeTable } from './table.ts'

/** Blocks one below another. */
export function writeBlocks(
  blocks: readonly BookBlock[],
  room: Room,
  writing: Writing,
): readonly Written[] {
  const list: Written[] = []
  let pageBreak = false
  for (const block of blocks) {
    if (block.kind === 'page-break') {
      if (pageBreak) list.push(emptyParagraph(leastHeight, { pageBreak }))
      pageBreak = true
      continue
    }
    const written = writeBlock(block, { pageBreak }, room, writing)
    // Two tables with nothing between them become one in Word.
    if (isTable(list.at(-1)) && isTable(written[0])) list.push(emptyParagraph(leastHeight))
    list.push(...written)
    pageBreak = false
  }
  if (pageBreak) list.push(emptyParagraph(leastHeight, { pageBreak }))
  return list
}

function writeBlock(
  block: Exclude<BookBlock, { readonly kind: 'page-break' }>,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  switch (block.kind) {
    case 'heading':
      return [writeHeading(block, start, room, writing)]
    case 'paragraph':
      return [writeParagraph(block, start, room, writing)]
    case 'list':
      return writeList(block, start, room, writing, writeBlocks)
    case 'quote': {
      const { quoteIndent } = writing.book.layout
      const inside = { left: room.left + quoteIndent, width: room.width - quoteIndent }
      return [
        ...lead(block.before, start),
        ...writeBlocks(block.blocks, { ...inside, within: 'quote' }, writing),
      ]
    }
    case 'table':
      return writeTable(block, start, room, writing)
    case 'figure':
      return writeFigure(block, start, room, writing)
    case 'formula':
      return [writeFormula(block, start, room, writing)]
    case 'box':
      return writeBox(block, start, room, writing, writeBlocks)
    case 'contents':
      return writeContents(block, start, writing)
    case 'signatures':
      return writeSignatures(block, start, writing)
    case 'lines':
      return writeLines(block, start, room, writing)
    case 'notes':
      return writeNotes(block, start, room, writing, writeBlocks)
    case 'exhibit':
      return writeExhibit(block, start, room, writing)
    case 'rule':
      return [writeRule(block.before, start, room, writing)]
    case 'space':
      return [emptyParagraph(block.before + block.height, breakOf(start))]
    default:
      return block satisfies never
  }
}
