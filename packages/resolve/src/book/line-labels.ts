/** Labels before values stand in a column as wide as the longest of them, up to this; longer ones take several lines. */
const widest = 9

/** How wide the column of these labels is, in characters. */
export function labelColumn(labels: readonly string[]): number {
  return Math.min(widest, Math.max(0, ...labels.map((label) => [...label].length)))
}

/** A label of one line is spread over its column, as forms have it: `职　务`. */
export function isOneLine(label: string): boolean {
  return [...label].length <= widest
}
