import type { BookLines } from '@ziping/resolve'
import { inlineRuns } from '../inlines.ts'
import { paragraph } from '../paragraphs.ts'
import { grid } from '../table-cells.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { lead, type Start, type Written } from './start.ts'

/** Of the text's width, in the middle. */
const share = 0.92

/** Labels of one width, values on a line: a table whose only lines are below the values. */
export function writeLines(
  block: BookLines,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  const look = lookOf('CoverLine', writing)
  const { size } = writing.looks.CoverLine.text
  const longest = Math.max(0, ...block.lines.map(({ label }) => [...label].length))
  const width = room.width * share
  const label = Math.min((longest + 0.5) * size, width / 2)
  const value = width - label
  const rows = block.lines.map((line) => ({
    cells: [
      {
        columns: 1,
        align: 'bottom' as const,
        blocks: [
          paragraph({ style: 'CoverLine', align: 'distribute' }, textRuns(line.label, look)),
        ],
      },
      {
        columns: 1,
        align: 'bottom' as const,
        borders: { bottom: 'single' as const },
        blocks: [
          paragraph({ style: 'CoverLine', align: 'left' }, inlineRuns(line.value, look, writing)),
        ],
      },
    ],
  }))
  const columns = [label, value].map((width) => Math.floor(width * 20) / 20)
  return [
    ...lead(block.before, start),
    grid(rows, { columns, border: 'none', padding: 0, side: 0 }),
  ]
}
