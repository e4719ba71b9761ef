/** Where something stands in a writer's file: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  /** Path relative to the workspace, with `/`. */
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  /** The cell of a workbook, as its program names it: `指标!D7`; line and column are its row and column. */
  readonly cell?: string
}

/** The first character of a file, for what has no better place. */
export function placeOfFile(file: string): Place {
  return { file, line: 1, column: 1, endLine: 1, endColumn: 1 }
}

export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

/** `report/01-领导.md:3:1`, as editors and terminals recognise it; `data/indicators.xlsx:指标!D7`. */
export function showPlace({ file, line, column, cell }: Place): string {
  return `${file}:${cell ?? `${line}:${column}`}`
}
