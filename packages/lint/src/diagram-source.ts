/** What is certainly wrong in a diagram's source, and in which of its lines, counted from 1. */
export interface DiagramSlip {
  readonly kind: 'empty' | 'unknown-kind' | 'bracket' | 'arrow'
  readonly line: number
  readonly written: string
}

const kinds =
  /^(?:flowchart|graph|sequenceDiagram|classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|journey|gantt|pie|quadrantChart|requirementDiagram|gitGraph|mindmap|timeline|zenuml|sankey(?:-beta)?|xychart(?:-beta)?|block(?:-beta)?|packet(?:-beta)?|kanban|architecture(?:-beta)?|radar(?:-beta)?|treemap(?:-beta)?|C4(?:Context|Container|Component|Dynamic|Deployment))\b/

/** Arrows as Chinese keyboards and Word make them. */
const wrongArrow = /→|⇒|——+[>》〉]?|－－+[＞>]?|-+[＞》]/

/** Judges only what no drawing program would accept; the browser has the last word when the book is printed. */
export function* diagramSlips(source: string): Generator<DiagramSlip> {
  const lines = source.split('\n')
  const from = afterSettings(lines)
  const first = lines.findIndex((line, index) => index >= from && isContent(line))
  if (first < 0) {
    yield { kind: 'empty', line: 1, written: '' }
    return
  }
  const opening = (lines[first] ?? '').trim()
  if (!kinds.test(opening)) {
    yield { kind: 'unknown-kind', line: first + 1, written: opening }
    return
  }
  if (!/^(?:flowchart|graph|block(?:-beta)?)\b/.test(opening)) return
  for (const [index, line] of lines.entries())
    if (index > first && isContent(line)) yield* lineSlips(line, index + 1)
}

/** The line behind `---` … `---`, where a diagram sets its title and spacing. */
function afterSettings(lines: readonly string[]): number {
  const first = lines.findIndex((line) => line.trim() !== '')
  if (lines[first]?.trim() !== '---') return 0
  const end = lines.findIndex((line, index) => index > first && line.trim() === '---')
  return end + 1
}

function isContent(line: string): boolean {
  return line.trim() !== '' && !line.trimStart().startsWith('%%')
}

function* lineSlips(line: string, number: number): Generator<DiagramSlip> {
  const bare = line.replace(/"[^"]*"/g, '""').replace(/\|[^|]*\|/g, '||')
  const arrow = wrongArrow.exec(bare.replace(/\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/g, '[]'))
  if (arrow !== null) yield { kind: 'arrow', line: number, written: arrow[0] }
  const counted = (mark: string): number => bare.split(mark).length
  const isOpen = (['[]', '()', '{}'] as const).some(
    ([open, close]) =>
      open !== undefined && close !== undefined && counted(open) !== counted(close),
  )
  // `A>旗形]` and `a[/平行四边形\\]` close with another mark than they open with.
  if (isOpen && !/>[^\]]*\]/.test(bare))
    yield { kind: 'bracket', line: number, written: line.trim() }
}
