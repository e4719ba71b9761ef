import type { Link, PhrasingContent, Text } from 'mdast'
import type { LineStart } from './plain-lines.ts'

/** Words without any mark, and links to labels: `[表](#tbl-main)`. */
const safe = String.raw`(?:[^\\\`*_~[\]!<&|\t\r\n]|~(?!~)|!(?!\[))`
const link = String.raw`\[${safe}*\]\(#[^\s\\()<>&\`*_~[\]|"'!\u0000-\u0020\u007F]+\)`
const onlyPlain = new RegExp(`^(?:${safe}|${link})+$`)
const links = /\[([^\]]*)\]\(([^)]*)\)/g

/** Whether a stretch of a line holds nothing but words and links to labels. */
export function isPlain(text: string): boolean {
  return onlyPlain.test(text) && !/^[ ]|[ ]$/.test(text)
}

/** The nodes of a plain stretch of a line, which begins at a column of it. */
export function plainInlines(text: string, line: LineStart, column: number): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  const place = (start: number, end: number): Text['position'] => ({
    start: pointIn(line, column + start),
    end: pointIn(line, column + end),
  })
  const words = (start: number, end: number): readonly Text[] =>
    start === end
      ? []
      : [{ type: 'text', value: text.slice(start, end), position: place(start, end) }]
  let at = 0
  for (const { 0: whole, 1: inside = '', 2: url = '', index } of text.matchAll(links)) {
    const end = index + whole.length
    nodes.push(...words(at, index))
    const children = [...words(index + 1, index + 1 + inside.length)]
    nodes.push({ type: 'link', title: null, url, children, position: place(index, end) } as Link)
    at = end
  }
  nodes.push(...words(at, text.length))
  return nodes
}

export function pointIn(
  { line, offset }: LineStart,
  column: number,
): { line: number; column: number; offset: number } {
  return { line, column: column + 1, offset: offset + column }
}
