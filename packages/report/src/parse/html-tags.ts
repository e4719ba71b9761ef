import type { Inline, Marked, Span } from '../inline.ts'
import { mergeTexts } from './texts.ts'

/** A tag on its way to becoming a mark, a line break or text. */
export interface Tag {
  readonly kind: 'tag'
  readonly value: string
  readonly span: Span
}

const marks: Readonly<Record<string, Marked['kind']>> = {
  sub: 'subscript',
  sup: 'superscript',
  u: 'underline',
}

/** Tags in tags: deeper than this they print as typed. */
const deepestTags = 24

/** `<br>` and pairs of `<sub>`, `<sup>`, `<u>` keep their meaning; a tag without its pair prints as typed. */
export function pairTags(
  nodes: readonly (Inline | Tag)[],
  settle: (children: readonly Inline[]) => readonly Inline[],
  lost: (span: Span) => void,
): readonly Inline[] {
  const done: Inline[] = []
  const open: { readonly tag: Tag; readonly name: string; readonly at: number }[] = []
  for (const node of nodes) {
    if (node.kind !== 'tag') {
      done.push(node)
      continue
    }
    const [, slash = '', raw = ''] = /^<(\/?)([a-z]+)/i.exec(node.value) ?? []
    const name = raw.toLowerCase()
    const matching = slash === '' ? -1 : open.findLastIndex((earlier) => earlier.name === name)
    const start = open[matching]
    if (name === 'br') done.push({ kind: 'line-break', span: node.span })
    else if (start !== undefined) {
      // What opened in between was never closed: it stays the text it is.
      for (const { tag } of open.splice(matching).slice(1)) lost(tag.span)
      const children = settle(mergeTexts(done.splice(start.at).slice(1)))
      const span = { start: start.tag.span.start, end: node.span.end }
      done.push({ kind: marks[name] ?? 'underline', children, span })
    } else {
      if (slash === '' && open.length < deepestTags) open.push({ tag: node, name, at: done.length })
      else lost(node.span)
      done.push({ kind: 'text', value: node.value, span: node.span })
    }
  }
  for (const { tag } of open) lost(tag.span)
  return mergeTexts(done)
}
