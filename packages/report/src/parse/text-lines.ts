import type { Inline, Span, Text } from '../inline.ts'
import type { Tag } from './html-tags.ts'
import { isComparison, linesOf } from './lines.ts'
import type { Masked, MaskedText } from './masked-text.ts'
import { placeholders, unshield } from './units.ts'

/** A text of CommonMark as ours: cut at line breaks and where something was hidden, each part with its own span. */
export function textLines(
  value: string,
  span: Span,
  text: MaskedText,
  convert: (item: Masked) => readonly (Inline | Tag)[],
): readonly (Inline | Tag)[] {
  const lines = linesOf(text.text, startOf(value, span, text), span.end - text.base)
  const values = value.split(/\r\n?|\n/)
  if (values.length - (values.at(-1) === '' ? 1 : 0) > lines.length)
    return typedLines(text.source, span)
  return lines.flatMap((line, index) => {
    const isLast = index === values.length - 1
    let { start, end } = line
    // Indentation and the marks of quotations go on before every line but the first; spaces at its end do not print.
    if (index > 0) while (start < end && /[ \t>]/.test(text.text[start] ?? '')) start++
    if (!isLast) while (end > start && /[ \t]/.test(text.text[end - 1] ?? '')) end--
    const printed = { start: start + text.base, end: end + text.base }
    const inlines = parts(values[index] ?? '', printed, text, convert)
    return isLast ? inlines : endLine(inlines, printed.end, line.next + text.base)
  })
}

/** Behind the box of a task, the break of its line is no part of the text. */
function startOf(value: string, span: Span, text: MaskedText): number {
  return (/^\s/.test(value) ? span.start : behindBox(span.start, text)) - text.base
}

const boxEnd = /[ \t]*[\r\n]+[ \t>]*|(?<=[\r\n])[ \t>]*|[ \t]*/y

/** Where the text begins that CommonMark lets begin directly behind the box of a task. */
export function behindBox(offset: number, { text, base }: MaskedText): number {
  boxEnd.lastIndex = offset - base
  return offset + (boxEnd.exec(text)?.[0].length ?? 0)
}

function parts(
  value: string,
  span: Span,
  text: MaskedText,
  convert: (item: Masked) => readonly (Inline | Tag)[],
): readonly (Inline | Tag)[] {
  const items = text.within(span)
  const inlines: (Inline | Tag)[] = []
  let from = 0
  let start = span.start
  const add = (to: number, end: number): void => {
    if (to > from) inlines.push(textOf(value.slice(from, to), { start, end }))
  }
  for (const [index, run] of [...value.matchAll(placeholders)].entries()) {
    const item = items[index]
    if (item === undefined) break
    add(run.index, item.start)
    inlines.push(...convert(item))
    from = run.index + run[0].length
    start = item.end
  }
  add(value.length, span.end)
  return inlines
}

function textOf(value: string, span: Span): Text {
  return { kind: 'text', value: unshield(value), span }
}

/** The same line with its soft break. */
function endLine(
  inlines: readonly (Inline | Tag)[],
  start: number,
  end: number,
): readonly (Inline | Tag)[] {
  const last = inlines.at(-1)
  return last?.kind === 'text'
    ? [
        ...inlines.slice(0, -1),
        { ...last, value: `${last.value}\n`, span: { start: last.span.start, end } },
      ]
    : [...inlines, { kind: 'text', value: '\n', span: { start, end } }]
}

/** Text as it stands in the source, line by line, without the marks of the quotations it stands in. */
export function typedLines(source: string, span: Span): readonly Text[] {
  return linesOf(source, span.start, span.end).flatMap((line, index, all): readonly Text[] => {
    let { start, end } = line
    if (index > 0)
      while (start < end && /[ \t>]/.test(source[start] ?? '') && !isComparison(source, start))
        start++
    while (end > start && /[ \t]/.test(source[end - 1] ?? '')) end--
    const isLast = index === all.length - 1
    const value = source.slice(start, end) + (isLast ? '' : '\n')
    return value === ''
      ? []
      : [{ kind: 'text', value, span: { start, end: isLast ? end : line.next } }]
  })
}
