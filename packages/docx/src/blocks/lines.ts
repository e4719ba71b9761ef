import { type BookLines, isOneLine, labelColumn } from '@ziping/resolve'
import { inlineRuns } from '../inlines.ts'
import { paragraph } from '../paragraphs.ts'
import { grid } from '../table-cells.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { lead, type Start, type Written } from './start.ts'

/** Of the text's width, in the middle. */
const share = 0.92

/** How wide labels and values are. */
export function lineColumns(
  { lines }: BookLines,
  room: number,
  size: number,
): { readonly label: number; readonly value: number } {
  const width = room * share
  const label = (labelColumn(lines.map((line) => line.label)) + 0.5) * size
  return { label, value: width - label }
}

/** Labels of one width, values on a line: a table whose only lines are below the values. */
export function writeLines(
  block: BookLines,
  start: Start,
  room: Room,
  writing: Writing,
): readonly Written[] {
  const look = lookOf('CoverLine', writing)
  const { size } = writing.looks.CoverLine.text
  const { label, value } = lineColumns(block, room.width, size)
  const rows = block.lines.map((line) => ({
    cells: [
      {
        columns: 1,
        align: 'top' as const,
        blocks: [
          paragraph(
            { style: 'CoverLine', align: isOneLine(line.label) ? 'distribute' : 'left' },
            textRuns(line.label, look),
          ),
        ],
      },
      {
        columns: 1,
        align: 'bottom' as const,
        borders: { bottom: 'single' as const },
        blocks: [
          paragraph(
            { style: 'CoverLine', align: 'left', left: size / 2 },
            inlineRuns(line.value, look, writing),
          ),
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
