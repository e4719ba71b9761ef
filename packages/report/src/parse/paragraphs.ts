import type { Block, Heading, Paragraph } from '../block.ts'
import type { Inline, InlineNote, Span } from '../inline.ts'
import { type Context, located } from './context.ts'
import { labelsAsText } from './inlines.ts'
import { trimEnd, trimStart } from './texts.ts'

/** A paragraph, without the spaces that part it from its notes; one that holds nothing but notes is these notes. */
export function convertParagraph(
  content: readonly Inline[],
  span: Span,
  context: Context,
): readonly Block[] {
  const notes = onlyNotes(content)
  if (notes !== undefined)
    return notes.map((note) => ({
      kind: 'note',
      value: note.value,
      ...located(note.span, context),
    }))
  const words = trimEnd(trimStart(content, context.source.text), context.source.text)
  return words.length === 0
    ? []
    : [{ kind: 'paragraph', content: words, ...located(span, context) }]
}

function onlyNotes(content: readonly Inline[]): readonly InlineNote[] | undefined {
  const notes = content.filter((inline) => inline.kind === 'note-text')
  const rest = content.filter((inline) => inline.kind !== 'note-text')
  const blank = rest.every((inline) => inline.kind === 'text' && inline.value.trim() === '')
  return notes.length > 0 && blank ? notes : undefined
}

/** `## 标题 {#label}`: a label that ends a heading is the heading's; every other one is text. */
export function settleHeading(heading: Heading, context: Context): Heading {
  const last = heading.content.findLast(
    (inline) =>
      inline.kind !== 'note-text' && !(inline.kind === 'text' && inline.value.trim() === ''),
  )
  const own =
    last?.kind === 'label' && last.label !== undefined && Object.keys(last.attributes).length === 0
      ? last.label
      : undefined
  if (own === undefined)
    return {
      ...heading,
      content: trimStart(labelsAsText(heading.content, context), context.source.text),
    }
  const content = heading.content.filter((inline) => inline !== last)
  const words = trimEnd(
    trimStart(labelsAsText(content, context), context.source.text),
    context.source.text,
  )
  return { ...heading, content: words, label: own }
}

/** The paragraph with the labels in it as text. */
export function settleParagraph(paragraph: Paragraph, context: Context): Paragraph {
  return { ...paragraph, content: labelsAsText(paragraph.content, context) }
}
