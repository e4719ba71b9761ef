import type { Place } from '@ziping/diagnostics'

/** A file as read, able to tell line and column of an offset. */
export interface SourceText {
  readonly file: string
  readonly text: string
}

/** A stretch of a file, in UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

export function placeOfSpan(source: SourceText, { start, end }: Span): Place {
  const from = lineAndColumn(source, start)
  const to = lineAndColumn(source, Math.max(start, end))
  const { file } = source
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

const lineStarts = new WeakMap<SourceText, readonly number[]>()

function lineAndColumn(source: SourceText, offset: number): { line: number; column: number } {
  const starts = lineStarts.get(source) ?? startsOf(source)
  let low = 0
  let high = starts.length
  // The last line that begins at the offset or before it.
  while (low + 1 < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
}

function startsOf(source: SourceText): readonly number[] {
  const starts = [0]
  const { text } = source
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  lineStarts.set(source, starts)
  return starts
}
