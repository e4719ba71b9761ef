import type { Nodes, Root, RootContent } from 'mdast'
import { beginsAnew, plainBlock, plainList } from './plain-blocks.ts'
import { type LineStart, type Run, runsOf } from './plain-lines.ts'

/** No plain text to begin with. */
const strange = /[\r\0\uFEFF]/
/** What reaches beyond its paragraph: a definition or a footnote; in a fence it is neither. */
const farReaching = /\]:|\[\^/

/**
 * Reads the greater part of a report without a Markdown parser: headings, paragraphs, tables and lists that hold words
 * and links to labels and nothing else. Each other stretch between two of these goes to the parser, which takes twenty
 * times as long. The same nodes come out as if it had read everything; where that is not sure, nothing comes out.
 */
export function readPlainly(text: string, parse: (text: string) => Root): Root | undefined {
  if (strange.test(text)) return undefined
  const runs = runsOf(text)
  if (runs === undefined || (farReaching.test(text) && runs.some(reachesFar))) return undefined
  const children: RootContent[] = []
  let waiting: Run[] = []
  const settle = (): void => {
    if (waiting.length > 0) children.push(...parsed(text, waiting, parse))
    waiting = []
  }
  for (const [index, run] of runs.entries()) {
    const block = blockOf(runs, index, waiting.length > 0)
    if (block === undefined) waiting.push(run)
    else {
      settle()
      children.push(block)
    }
  }
  settle()
  const lines = text.split('\n')
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: text.length }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

function reachesFar({ lines, fence }: Run): boolean {
  return fence === undefined && lines.some(({ text }) => farReaching.test(text))
}

function blockOf(
  runs: readonly Run[],
  index: number,
  afterUnread: boolean,
): RootContent | undefined {
  const run = runs[index]
  if (run === undefined) return undefined
  const block = plainBlock(run)
  if (block !== undefined) return block
  const next = runs[index + 1]
  const before = runs[index - 1]
  const alone =
    !afterUnread &&
    (before === undefined || beginsAnew(before)) &&
    (next === undefined || beginsAnew(next))
  return alone ? plainList(run) : undefined
}

/** What stands between two plain blocks, with its places in the whole. */
function parsed(
  text: string,
  runs: readonly Run[],
  parse: (text: string) => Root,
): readonly RootContent[] {
  const first = runs[0]?.lines[0]
  const last = runs.at(-1)?.lines.at(-1)
  if (first === undefined || last === undefined) return []
  const { children } = parse(text.slice(first.offset, last.offset + last.text.length))
  for (const node of children) move(node, first)
  return children
}

function move(node: Nodes, by: LineStart): void {
  for (const point of [node.position?.start, node.position?.end]) {
    if (point === undefined) continue
    point.line += by.line - 1
    point.offset = (point.offset ?? 0) + by.offset
  }
  if ('children' in node) for (const child of node.children) move(child, by)
}
