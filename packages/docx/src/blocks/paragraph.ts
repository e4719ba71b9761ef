import type { BookParagraph, ParagraphStyle } from '@ziping/resolve'
import { type Element, element } from '../element.ts'
import { inlineRuns } from '../inlines.ts'
import { growingLine } from '../line-height.ts'
import { paragraph } from '../paragraphs.ts'
import type { StyleId } from '../parts/style-list.ts'
import { lookOf, type Room, type Writing } from '../writing.ts'
import { breakOf, roomAbove, type Start } from './start.ts'

const styles: Readonly<Record<ParagraphStyle, StyleId>> = {
  body: 'BodyIndent',
  flush: 'Normal',
  'part-title': 'PartTitle',
  'cover-title': 'CoverTitle',
  'cover-subtitle': 'CoverSubtitle',
  'cover-line': 'CoverLine',
  'cover-foot': 'CoverFoot',
  'form-heading': 'FormHeading',
  note: 'Remark',
  source: 'Source',
  code: 'Code',
}

export function writeParagraph(
  block: BookParagraph,
  start: Start,
  room: Room,
  writing: Writing,
): Element {
  const style = styleOf(block.style, room)
  const content = inlineRuns(block.content, lookOf(style, writing), writing, block.place)
  return paragraph(
    {
      style,
      before: roomAbove(block.before, start),
      ...growingLine(block.content, style, writing),
      ...breakOf(start),
      ...(room.left > 0 ? { left: room.left } : {}),
      ...(isFlush(block.style, style) ? { flush: true } : {}),
    },
    writing.anchors.mark(block.anchor, content),
  )
}

/** A line across the text. */
export function writeRule(before: number, start: Start, room: Room, writing: Writing): Element {
  const line = { 'w:val': 'single', 'w:sz': 6, 'w:space': 0, 'w:color': '000000' }
  const half = writing.book.layout.body.line / 2
  return paragraph(
    {
      style: 'Normal',
      before,
      ...breakOf(start),
      ...(room.left > 0 ? { left: room.left } : {}),
      after: half,
      line: { height: half, rule: 'exact' },
      border: element('w:pBdr', {}, [element('w:bottom', line)]),
    },
    [],
  )
}

/** A quotation's style has the indent of the body's text; what goes on below a list or table has none. */
export function isFlush(own: ParagraphStyle, style: StyleId): boolean {
  return own === 'flush' && style === 'Quote'
}

/** The style of a paragraph where it stands. */
export function styleOf(style: ParagraphStyle, room: Pick<Room, 'within'>): StyleId {
  if (style === 'flush' && room.within === 'list') return 'ListParagraph'
  if ((style === 'flush' || style === 'body') && room.within === 'quote') return 'Quote'
  return styles[style]
}
