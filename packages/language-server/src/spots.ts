import type { Place, TextEdit } from '@ziping/diagnostics'
import type { SourceText, Span } from '@ziping/report'
import type { TextEdit as Edit, Position, Range } from 'vscode-languageserver/node'

/** Editors count from zero; both count UTF-16 units. */
export function rangeOfPlace({ line, column, endLine, endColumn }: Place): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  }
}

export function rangeOfSpan(source: SourceText, span: Span): Range {
  return rangeOfPlace(source.place(span))
}

/** An offset inside the text, whatever the client asks for. */
export function offsetAt(source: SourceText, { line, character }: Position): number {
  const start = source.offset(line + 1, 1)
  const length = /^[^\r\n]*/.exec(source.text.slice(start))?.[0].length ?? 0
  return start + Math.max(0, Math.min(character, length))
}

/** The line around a position, in two parts. */
export function lineAround(
  source: SourceText,
  position: Position,
): { readonly before: string; readonly after: string } {
  const start = source.offset(position.line + 1, 1)
  const at = offsetAt(source, position)
  const after = /^[^\r\n]*/.exec(source.text.slice(at))?.[0] ?? ''
  return { before: source.text.slice(start, at), after }
}

/** New text with the file’s own ends of lines. */
export function fitting(source: SourceText, text: string): string {
  return source.text.includes('\r\n') ? text.replace(/\r?\n/g, '\r\n') : text
}

export function editOf(source: SourceText, edit: Omit<TextEdit, 'file'>): Edit {
  return { range: rangeOfSpan(source, edit), newText: fitting(source, edit.text) }
}
