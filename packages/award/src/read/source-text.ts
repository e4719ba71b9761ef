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

export function placeOfSpan({ file, text }: SourceText, { start, end }: Span): Place {
  const from = lineAndColumn(text, start)
  const to = lineAndColumn(text, Math.max(start, end))
  return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column }
}

function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  let line = 1
  let lineStart = 0
  for (;;) {
    const next = text.indexOf('\n', lineStart)
    if (next === -1 || next >= offset) return { line, column: offset - lineStart + 1 }
    lineStart = next + 1
    line++
  }
}
