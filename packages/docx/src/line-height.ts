import type { BookInline } from '@ziping/resolve'
import type { ParagraphOptions } from './paragraphs.ts'
import type { StyleId } from './parts/style-list.ts'
import type { Writing } from './writing.ts'

/** Lines of a fixed height would cut what is higher: a paragraph with such a picture in it has lines that grow. */
export function growingLine(
  content: readonly BookInline[],
  style: StyleId,
  writing: Writing,
): Pick<ParagraphOptions, 'line'> {
  const { line } = writing.looks[style].text
  return tallest(content) > line * 0.8 ? { line: { height: line, rule: 'atLeast' } } : {}
}

function tallest(content: readonly BookInline[]): number {
  return Math.max(
    0,
    ...content.map((inline) => {
      if (inline.kind === 'image') return inline.image.height
      return 'children' in inline ? tallest(inline.children) : 0
    }),
  )
}
