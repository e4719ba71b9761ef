import type { Place } from '@ziping/diagnostics'
import type { Span } from './inline.ts'

/** A file's text with its lines, so that offsets become places. */
export class SourceText {
  readonly file: string
  readonly text: string
  readonly #lineStarts: number[] = [0]

  constructor(file: string, text: string) {
    this.file = file
    this.text = text
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10))
        this.#lineStarts.push(i + 1)
    }
  }

  slice(span: Span): string {
    return this.text.slice(span.start, span.end)
  }

  /** A stretch of the text as a text of its own, its offsets beginning at zero. */
  part(span: Span): SourceText {
    return new SourceText(this.file, this.slice(span))
  }

  place(span: Span): Place {
    const start = this.#point(span.start)
    const end = this.#point(span.end)
    return {
      file: this.file,
      line: start.line,
      column: start.column,
      endLine: end.line,
      endColumn: end.column,
    }
  }

  offset(line: number, column: number): number {
    return (this.#lineStarts[line - 1] ?? this.text.length) + column - 1
  }

  #point(offset: number): { line: number; column: number } {
    let low = 0
    let high = this.#lineStarts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#lineStarts[middle] ?? 0) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (this.#lineStarts[low] ?? 0) + 1 }
  }
}
