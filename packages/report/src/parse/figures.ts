import type { Block, Figure, Paragraph } from '../block.ts'
import type { Image, Inline, InlineNote, Span } from '../inline.ts'
import { captionOf, mergeRead, type ReadCaption, readCaption } from './caption-text.ts'
import { type Context, located } from './context.ts'

/** No row on a page has room for more. */
const mostImages = 4

/**
 * A paragraph that holds only images, with the notes among them; its first or last line may be their caption.
 * Undefined if it is any other paragraph.
 */
export function figureFrom(paragraph: Paragraph, context: Context): readonly Block[] | undefined {
  const lines = linesOfContent(paragraph.content)
  const first = lines[0] ?? []
  const last = lines.at(-1) ?? []
  const plain = figureOf(paragraph.content, paragraph.span, context)
  if (plain !== undefined || lines.length < 2) return plain
  const above = figureOf(lines.slice(1).flat(), paragraph.span, context)
  const below = figureOf(lines.slice(0, -1).flat(), paragraph.span, context)
  return captioned(above, first, context) ?? captioned(below, last, context)
}

function captioned(
  blocks: readonly Block[] | undefined,
  line: readonly Inline[],
  context: Context,
): readonly Block[] | undefined {
  const figure = blocks?.find((block) => block.kind === 'figure')
  if (blocks === undefined || figure === undefined) return undefined
  const caption = readCaption(line, spanOfLine(line), '图', context.source.text)
  const merged = caption === undefined ? undefined : withCaption(figure, caption)
  if (merged === undefined) return undefined
  return blocks.map((block) => (block === figure ? merged : block))
}

/** The block with a caption, unless it says something else than the block itself. */
export function withCaption<Captioned extends Pick<Figure, 'label' | 'attributes' | 'caption'>>(
  block: Captioned,
  read: ReadCaption,
): Captioned | undefined {
  const merged = mergeRead(block, read)
  if (merged === undefined) return undefined
  const { label: _label, attributes: _attributes, ...caption } = read
  return { ...block, caption, ...merged }
}

function figureOf(
  inlines: readonly Inline[],
  span: Span,
  context: Context,
): readonly Block[] | undefined {
  const images: Image[] = []
  const notes: InlineNote[] = []
  for (const inline of inlines) {
    if (inline.kind === 'image') images.push(inline)
    else if (inline.kind === 'note-text') notes.push(inline)
    else if (inline.kind !== 'text' || inline.value.trim() !== '') return undefined
  }
  if (images.length === 0 || images.length > mostImages) return undefined
  const [image, ...more] = images
  const alone = more.length === 0 ? image : undefined
  const figure: Figure = {
    kind: 'figure',
    images,
    ...(alone?.label === undefined ? {} : { label: alone.label }),
    attributes: alone?.attributes ?? {},
    ...located(span, context),
  }
  return [
    ...notes.map((note) => ({
      kind: 'note' as const,
      value: note.value,
      ...located(note.span, context),
    })),
    figure,
  ]
}

/** An image alone in its paragraph takes its alt text as caption. */
export function withAltCaption(figure: Figure, context: Context): Figure {
  const [image, ...more] = figure.images
  if (image === undefined || more.length > 0 || figure.caption !== undefined) return figure
  if (image.alt.trim() === '') return figure
  const start = image.span.start + 2
  const typed = context.source.text.startsWith(image.alt, start)
  const span = typed ? { start, end: start + image.alt.length } : image.span
  const words: readonly Inline[] = [{ kind: 'text', value: image.alt, span }]
  return { ...figure, caption: captionOf(words, span, '图', context.source.text) }
}

/** The lines of a paragraph, each with the soft break that ends it. */
export function linesOfContent(content: readonly Inline[]): readonly (readonly Inline[])[] {
  const lines: Inline[][] = [[]]
  for (const inline of content) {
    lines.at(-1)?.push(inline)
    if (inline.kind === 'text' && inline.value.endsWith('\n')) lines.push([])
  }
  return lines
}

export function spanOfLine(line: readonly Inline[]): Span {
  return { start: line[0]?.span.start ?? 0, end: line.at(-1)?.span.end ?? 0 }
}
