import type { BookHeading } from '@ziping/resolve'
import type { Element } from '../element.ts'
import { inlineRuns } from '../inlines.ts'
import { growingLine } from '../line-height.ts'
import { paragraph } from '../paragraphs.ts'
import type { StyleId } from '../parts/style-list.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start } from './start.ts'

const styles: readonly StyleId[] = [
  'Title',
  'Heading1',
  'Heading2',
  'Heading3',
  'Heading4',
  'Heading5',
  'Heading6',
  'Heading7',
  'Heading8',
  'Heading9',
]

export function headingStyle(level: number): StyleId {
  return styles[level] ?? 'Heading9'
}

/** Numbers of clauses are written as text: they are names, not positions. */
export function writeHeading(
  heading: BookHeading,
  start: Start,
  room: Room,
  writing: Writing,
): Element {
  const style = headingStyle(heading.level)
  const content = inlineRuns(heading.content, lookOf(style, writing), writing, heading.place)
  return paragraph(
    {
      style,
      before: roomAbove(heading.before, start),
      ...growingLine(heading.content, style, writing),
      ...breakOf(start),
      ...(room.left > 0 ? { left: room.left } : {}),
    },
    writing.anchors.mark(heading.anchor, content),
  )
}
