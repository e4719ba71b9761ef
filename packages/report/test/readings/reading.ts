/** A source, and the outline it is to be read as. */
export type Reading = readonly [source: string, outline: string]

/** Several lines of a source or an outline. */
export function lines(...all: readonly string[]): string {
  return all.join('\n')
}
