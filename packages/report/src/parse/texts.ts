import type { Inline, Text } from '../inline.ts'
import { alignText } from './align.ts'

/** Part of a text, with its own span. */
export function sliceText(text: Text, source: string, from: number, to?: number): Text {
  const { value, span } = text
  const end = to ?? value.length
  const offsets = alignText(value, source.slice(span.start, span.end))
  const at = (index: number): number =>
    index >= value.length ? span.end : span.start + (offsets?.[index] ?? index)
  return { ...text, value: value.slice(from, end), span: { start: at(from), end: at(end) } }
}

/** The text, or nothing where nothing is left of it. */
export function unlessEmpty(text: Text): readonly Text[] {
  return text.value === '' ? [] : [text]
}

/** A list of inlines with one of them replaced by others, or by none. */
export function replaceInline(
  inlines: readonly Inline[],
  one: Inline,
  others: readonly Inline[],
): readonly Inline[] {
  return inlines.flatMap((inline) => (inline === one ? others : [inline]))
}

/** The content without the spaces, `　　` or `&emsp;` that open it, or stand behind notes that do. */
export function trimStart(content: readonly Inline[], source: string): readonly Inline[] {
  const first = content.find((inline) => inline.kind !== 'note-text')
  if (first?.kind !== 'text') return content
  const from = /^\s*/.exec(first.value)?.[0].length ?? 0
  const trimmed = unlessEmpty(sliceText(first, source, from))
  const rest = replaceInline(content, first, trimmed)
  return trimmed.length === 0 ? trimStart(rest, source) : rest
}

/** The content without the spaces and soft breaks at its end, or in front of the notes that end it. */
export function trimEnd(content: readonly Inline[], source: string): readonly Inline[] {
  const last = content.findLast((inline) => inline.kind !== 'note-text')
  if (last?.kind !== 'text') return content
  const trimmed = unlessEmpty(sliceText(last, source, 0, last.value.trimEnd().length))
  const rest = replaceInline(content, last, trimmed)
  return trimmed.length === 0 ? trimEnd(rest, source) : rest
}

/** Neighbouring texts of a line become one, as if there had been nothing between them. */
export function mergeTexts(inlines: readonly Inline[]): readonly Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    const together =
      last?.kind === 'text' && inline.kind === 'text' && last.span.end === inline.span.start
    if (!together || last.value.endsWith('\n')) merged.push(inline)
    else
      merged[merged.length - 1] = {
        kind: 'text',
        value: last.value + inline.value,
        span: { start: last.span.start, end: inline.span.end },
      }
  }
  return merged
}
