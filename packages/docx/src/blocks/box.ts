import type { BookBox } from '@ziping/resolve'
import { inlineRuns } from '../inlines.ts'
import { emptyParagraph, leastHeight, paragraph } from '../paragraphs.ts'
import { grid } from '../table-cells.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { isTable, lead, type Start, type WriteBlocks, type Written } from './start.ts'

/** A frame around blocks: a table of one cell, so that any block may stand in it and it may run over pages. */
export function writeBox(
  box: BookBox,
  start: Start,
  room: Room,
  writing: Writing,
  writeBlocks: WriteBlocks,
): readonly Written[] {
  const { boxPadding, table } = writing.book.layout
  const width = room.width - table.border
  const inner: Room = { left: 0, width: width - 2 * boxPadding, within: 'box' }
  const title = inlineRuns(box.title, lookOf('BoxTitle', writing), writing, box.place)
  const head = paragraph({ style: 'BoxTitle' }, writing.anchors.mark(box.anchor, title))
  const inside = writeBlocks(box.blocks, inner, writing)
  const blocks: Written[] = [...(box.title.length === 0 ? [] : [head]), ...inside]
  if (isTable(blocks.at(-1)) || blocks.length === 0) blocks.push(emptyParagraph(leastHeight))
  const cell = { columns: 1, align: 'top', blocks } as const
  const look = {
    columns: [width],
    border: 'single',
    padding: table.padding,
    side: boxPadding,
    ...(room.left > 0 ? { left: room.left } : {}),
  } as const
  return [...lead(box.before, start), grid([{ cells: [cell], splits: true }], look)]
}
