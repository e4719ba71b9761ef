import type { Block, Chart, Diagram, Figure, IndicatorTable, Paragraph, Table } from '../block.ts'
import { type CaptionWord, readCaption } from './caption-text.ts'
import { type Context, located } from './context.ts'
import { figureFrom, linesOfContent, spanOfLine, withAltCaption, withCaption } from './figures.ts'
import { labelsAsText } from './inlines.ts'
import { settleParagraph } from './paragraphs.ts'
import { trimEnd } from './texts.ts'

type Captioned = Table | Figure | Chart | Diagram | IndicatorTable

/** Gives every table, figure, chart and diagram among siblings its caption and label. */
export function attachCaptions(blocks: readonly Block[], context: Context): readonly Block[] {
  const waiting = blocks.flatMap((block) =>
    block.kind === 'paragraph' ? (figureFrom(block, context) ?? [block]) : [block],
  )
  const done: Block[] = []
  for (let at = 0; at < waiting.length; ) {
    const taken = captionAbove(waiting, at, context) ?? captionBelow(waiting, at, context)
    if (taken === undefined) {
      done.push(...waiting.slice(at, at + 1))
      at++
      continue
    }
    done.push(...taken.blocks)
    at = taken.next
  }
  return done.map((block) => {
    if (block.kind === 'figure') return withAltCaption(block, context)
    return block.kind === 'paragraph' ? settleParagraph(block, context) : block
  })
}

interface Taken {
  readonly blocks: readonly Block[]
  readonly next: number
}

/** A paragraph, or the last line of one, that is the caption of what follows it. */
function captionAbove(blocks: readonly Block[], at: number, context: Context): Taken | undefined {
  const paragraph = blocks[at]
  if (paragraph?.kind !== 'paragraph') return undefined
  const next = blocks.findIndex((block, index) => index > at && block.kind !== 'note')
  const target = blocks[next]
  if (!isCaptioned(target) || target.caption !== undefined) return undefined
  const { head, line } = lastLine(paragraph, context)
  const captioned = captionedBy(line, target, context)
  if (captioned === undefined) return undefined
  const span = { start: line.span.start, end: target.span.end }
  const notes = blocks.slice(at + 1, next)
  return {
    blocks: [...head, ...notes, { ...captioned, ...located(span, context) }],
    next: next + 1,
  }
}

/** The paragraph below an image that is its caption, unless what comes next needs it more. */
function captionBelow(blocks: readonly Block[], at: number, context: Context): Taken | undefined {
  const figure = blocks[at]
  const paragraph = blocks[at + 1]
  if (figure?.kind !== 'figure' || figure.caption !== undefined) return undefined
  if (paragraph?.kind !== 'paragraph' || isWaitedFor(blocks, at + 1, figure, context))
    return undefined
  const captioned = captionedBy(paragraph, figure, context)
  if (captioned === undefined) return undefined
  const span = { start: figure.span.start, end: paragraph.span.end }
  return { blocks: [{ ...captioned, ...located(span, context) }], next: at + 2 }
}

/**
 * A caption between two images belongs to the one above it: that is where captions of pictures stand in print. A diagram
 * or chart has its caption nowhere but above. An image with neither words nor a caption below it gets the line from one
 * that has words, so that neither stays without.
 */
function isWaitedFor(
  blocks: readonly Block[],
  caption: number,
  above: Figure,
  context: Context,
): boolean {
  const next = blocks.findIndex((block, index) => index > caption && block.kind !== 'note')
  const below = blocks[next]
  if (!isCaptioned(below) || below.caption !== undefined) return false
  if (below.kind !== 'figure') return below.kind === 'diagram' || below.kind === 'chart'
  const after = blocks[next + 1]
  const hasOwn =
    after?.kind === 'paragraph' &&
    readCaption(after.content, after.span, '图', context.source.text) !== undefined
  return hasWords(above) && !hasWords(below) && !hasOwn
}

/** Whether every image says what it shows. */
function hasWords({ images }: Figure): boolean {
  return images.every((image) => image.alt.trim() !== '')
}

/** The block with a line as its caption; a label that differs from the block's own is part of the words. */
function captionedBy(line: Paragraph, block: Captioned, context: Context): Captioned | undefined {
  for (const settle of [false, true]) {
    const content = settle ? labelsAsText(line.content, context) : line.content
    const read = readCaption(content, line.span, wordFor(block), context.source.text)
    const captioned = read === undefined ? undefined : withCaption(block, read)
    if (read === undefined || captioned !== undefined) return captioned
  }
  return undefined
}

/** The last line of a paragraph, and what stands before it. */
function lastLine(
  paragraph: Paragraph,
  context: Context,
): { readonly head: readonly Block[]; readonly line: Paragraph } {
  const lines = linesOfContent(paragraph.content)
  const last = lines.at(-1) ?? []
  if (lines.length < 2 || last.length === 0) return { head: [], line: paragraph }
  const content = trimEnd(lines.slice(0, -1).flat(), context.source.text)
  const head = { ...paragraph, content, ...located(spanOfLine(content), context) }
  const span = { start: spanOfLine(last).start, end: paragraph.span.end }
  return {
    head: figureFrom(head, context) ?? [head],
    line: { ...paragraph, content: last, ...located(span, context) },
  }
}

function isCaptioned(block: Block | undefined): block is Captioned {
  return (
    block?.kind === 'table' ||
    block?.kind === 'figure' ||
    block?.kind === 'chart' ||
    block?.kind === 'diagram' ||
    block?.kind === 'indicator-table'
  )
}

function wordFor(block: Captioned): CaptionWord {
  return block.kind === 'table' || block.kind === 'indicator-table' ? '表' : '图'
}
