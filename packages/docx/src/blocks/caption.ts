import type { Place } from '@ziping/diagnostics'
import type { BookCaption } from '@ziping/resolve'
import type { Element } from '../element.ts'
import { field } from '../fields.ts'
import { inlineRuns } from '../inlines.ts'
import { type ParagraphOptions, paragraph } from '../paragraphs.ts'
import { type RunLook, textRuns } from '../text-runs.ts'
import { lookOf, type Writing } from '../writing.ts'

/** `表3-1　标题`: the number can be counted again by Word, and referred to. */
export function writeCaption(
  caption: BookCaption,
  anchor: string | undefined,
  options: Omit<ParagraphOptions, 'style'>,
  writing: Writing,
  place?: Place,
): Element {
  const look = lookOf('Caption', writing)
  const number = writing.anchors.mark(anchor, captionNumber(caption.number, look, writing))
  const { left = 0, ...rest } = options
  return paragraph({ style: 'Caption', ...rest, ...(left > 0 ? { left } : {}) }, [
    ...number,
    ...(caption.content.length === 0 ? [] : textRuns('　', look)),
    ...inlineRuns(caption.content, look, writing, place),
  ])
}

/**
 * 表3-1 counts within its chapter: the chapter's number is text, since headings bear theirs as text, and the first
 * caption of a chapter sets the count. (`\s`, Word's own way, asks for numbered headings and is unknown to LibreOffice.)
 */
function captionNumber(number: string, look: RunLook, writing: Writing): readonly Element[] {
  const match = /^(\p{L}+)\s*(.*?)(\d+)$/u.exec(number)
  if (match === null) return textRuns(number, look)
  const [, word = '', prefix = '', digits = ''] = match
  const count = Number(digits)
  const known = writing.captions.get(word)
  const goesOn = known !== undefined && known.prefix === prefix && known.last + 1 === count
  writing.captions.set(word, { prefix, last: count })
  const head = number.slice(0, number.length - digits.length)
  const restart = goesOn ? '' : ` \\r ${count}`
  return [...textRuns(head, look), ...field(`SEQ ${word} \\* ARABIC${restart}`, digits, look)]
}
