import type { Block, SourceText } from '@ziping/report'

/** A fence that ends nowhere, or only where another one was to begin. */
export interface OpenFence {
  readonly block: Extract<Block, { readonly kind: 'code' | 'diagram' }>
  readonly mark: string
  /** Where its first line stands in the file. */
  readonly start: number
  readonly end: number
  readonly firstLine: number
  readonly lastLine: number
  /** What was to be text and prints as code or is taken for a diagram. */
  readonly swallowed: string
}

/** Fences without an end of their own, among a file's blocks. */
export function openFences(blocks: Iterable<Block>, source: SourceText): readonly OpenFence[] {
  return [...blocks].flatMap((block) => {
    if (block.kind !== 'code' && block.kind !== 'diagram') return []
    const typed = source.slice(block.span)
    const opening = /(?:^|\n)[^\n`~]*(`{3,}|~{3,})/.exec(typed)
    const mark = opening?.[1]
    if (opening === null || mark === undefined) return []
    const start =
      block.span.start + (opening[0].startsWith('\n') ? opening.index + 1 : opening.index)
    const lines = source
      .slice({ start, end: block.span.end })
      .trimEnd()
      .split(/\r\n?|\n/)
    const last = lines.length > 1 ? (lines.at(-1) ?? '') : ''
    const inner = lines.slice(1).find((line) => opensAnother(line, mark))
    if (closes(last, mark) && inner === undefined) return []
    const { line: firstLine } = source.place({ start, end: start })
    return [
      {
        block,
        mark,
        start,
        end: start + (lines[0] ?? '').length,
        firstLine,
        lastLine: firstLine + lines.length - 1,
        swallowed: lines.slice(1).join('\n'),
      },
    ]
  })
}

function closes(line: string, mark: string): boolean {
  const found = /^[\s>]*(`{3,}|~{3,})\s*$/.exec(line)?.[1]
  return found !== undefined && found[0] === mark[0] && found.length >= mark.length
}

/** "```mermaid" inside a fence of as many marks: the fence before it was forgotten to be closed. */
function opensAnother(line: string, mark: string): boolean {
  const found = /^[\s>]*(`{3,}|~{3,})\s*[A-Za-z]/.exec(line)?.[1]
  return found !== undefined && found === mark
}
