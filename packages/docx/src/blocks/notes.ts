import type { BookNotes } from '@ziping/resolve'
import { element } from '../element.ts'
import { tab } from '../fields.ts'
import { inlineRuns } from '../inlines.ts'
import { paragraph } from '../paragraphs.ts'
import { textRuns } from '../text-runs.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start, type WriteBlocks, type Written } from './start.ts'

/** The footnotes of a chapter, at its end. */
export function writeNotes(
  notes: BookNotes,
  start: Start,
  room: Room,
  writing: Writing,
  writeBlocks: WriteBlocks,
): readonly Written[] {
  const look = lookOf('NoteText', writing)
  const hanging = writing.looks.NoteText.text.size * 2.5
  const left = room.left + hanging
  const separator = writeSeparator(roomAbove(notes.before, start), start, room)
  const written = notes.notes.flatMap(({ number, anchor, blocks }) => {
    const [head, ...rest] = blocks
    const own = head?.kind === 'paragraph' ? head : undefined
    const content = [
      ...textRuns(`[${number}]`, look),
      tab(look),
      ...(own === undefined ? [] : inlineRuns(own.content, look, writing, own.place)),
    ]
    const options = { style: 'NoteText', left, hanging, keepLines: true } as const
    const inner: Room = { left, width: room.width - hanging, within: 'page' }
    return [
      paragraph(options, writing.anchors.mark(anchor, content)),
      ...writeBlocks(own === undefined ? blocks : rest, inner, writing),
    ]
  })
  return [separator, ...written]
}

/** A line over a third of the text, with no height of its own. */
function writeSeparator(before: number, start: Start, { left, width }: Room): Written {
  const line = { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': '000000' }
  return paragraph(
    {
      style: 'Normal',
      before,
      ...breakOf(start),
      keepNext: true,
      left,
      right: width * 0.7,
      line: { height: 0.05, rule: 'exact' },
      border: element('w:pBdr', {}, [element('w:top', line)]),
    },
    [],
  )
}
