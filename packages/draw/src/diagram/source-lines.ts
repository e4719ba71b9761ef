/**
 * The parser counts lines after front matter, comments and leading blank lines were taken out (mermaid 12.3,
 * preprocessDiagram); writers count those of their own text.
 */
export function lineInSource(source: string, counted: number): number {
  const lines = source.split('\n')
  const kept: number[] = []
  let at = frontMatterLines(lines)
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const leading = kept.length === 0 && /^\s*(?:%%\{.*\}%%\s*)?$/.test(line)
    if (!leading && !/^\s*%%(?!\{)/.test(line)) kept.push(at + 1)
  }
  // What is missing at the end is reported behind the end.
  const written = kept.filter((line) => lines[line - 1]?.trim() !== '')
  return written.findLast((line) => line <= (kept[counted - 1] ?? Infinity)) ?? 1
}

function frontMatterLines(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (lines[first]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---')
  return end < 0 ? 0 : end + 1
}
