import type { Definition, Nodes, Root } from 'mdast'
import type { Span } from '../inline.ts'
import { spanOf } from './inlines.ts'
import { parseMarkdown } from './markdown.ts'
import type { MaskedText } from './masked-text.ts'
import { placeholders } from './units.ts'

/** Footnotes and link definitions that nothing cites, and so would print nowhere. */
export interface Swallowed {
  readonly kind: 'definition' | 'footnote'
  readonly span: Span
}

export interface ParsedText {
  readonly root: Root
  readonly text: MaskedText
  readonly definitions: ReadonlyMap<string, Definition>
  readonly swallowed: readonly Swallowed[]
}

/** Citations come to light one behind the other; nobody hides them deeper. */
const mostRounds = 5

/**
 * Parses a text so that nothing in it is swallowed: the opening bracket of what nothing cites is hidden, and it is
 * read again, now as the paragraph its author sees. That may bring to light citations of others, hence the rounds.
 */
export function parseKeeping(masked: MaskedText): ParsedText {
  const swallowed: Swallowed[] = []
  let text = masked
  let root = parseMarkdown(text.text)
  for (let round = 0; round < mostRounds; round++) {
    const uncited = findUncited(root, text)
    if (uncited.length === 0) break
    swallowed.push(...uncited)
    text = text.withPlainBrackets(uncited.map(({ span }) => span.start))
    root = parseMarkdown(text.text)
  }
  return { root, text, definitions: definitionsIn(root), swallowed }
}

type Target = Extract<Nodes, { type: 'definition' | 'footnoteDefinition' }>

/** Targets that nothing outside them cites; where there are none, those that only cite each other. */
function findUncited(root: Root, text: MaskedText): readonly Swallowed[] {
  const targets: Target[] = []
  const citations = new Map<Target | undefined, Set<string>>([[undefined, new Set()]])
  visit(root, (node, inside) => {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') targets.push(node)
    const key = citationOf(node)
    if (key !== undefined) citations.set(inside, (citations.get(inside) ?? new Set()).add(key))
  })
  const first = new Map<string, Target>()
  for (const target of targets) {
    if (!holdsHidden(target) && !first.has(keyOf(target))) first.set(keyOf(target), target)
  }
  const byOthers = citedByOthers(citations, first)
  const cited = byOthers.size < targets.length ? byOthers : reachable(citations, first)
  return targets
    .filter((target) => !cited.has(target))
    .map((target) => ({
      kind: target.type === 'definition' ? 'definition' : 'footnote',
      span: spanOf(target, text),
    }))
}

/** A name or an address with something of ours in it is none. */
function holdsHidden(target: Target): boolean {
  const words =
    target.type === 'definition'
      ? [target.identifier, target.url, target.title ?? '']
      : [target.identifier]
  return words.some((text) => text.search(placeholders) >= 0)
}

type Citations = ReadonlyMap<Target | undefined, ReadonlySet<string>>

function citedByOthers(
  citations: Citations,
  first: ReadonlyMap<string, Target>,
): ReadonlySet<Target> {
  const cited = new Set<Target>()
  for (const [from, keys] of citations)
    for (const key of keys) {
      const target = first.get(key)
      if (target !== undefined && target !== from) cited.add(target)
    }
  return cited
}

function reachable(citations: Citations, first: ReadonlyMap<string, Target>): ReadonlySet<Target> {
  const cited = new Set<Target>()
  const queue: (Target | undefined)[] = [undefined]
  for (const from of queue)
    for (const key of citations.get(from) ?? []) {
      const target = first.get(key)
      if (target === undefined || cited.has(target)) continue
      cited.add(target)
      queue.push(target)
    }
  return cited
}

function keyOf(node: { readonly type: string; readonly identifier: string }): string {
  return `${node.type.startsWith('footnote') ? '^' : ''}${node.identifier}`
}

function citationOf(node: Nodes): string | undefined {
  const cites =
    node.type === 'linkReference' ||
    node.type === 'imageReference' ||
    node.type === 'footnoteReference'
  return cites ? keyOf(node) : undefined
}

/** Every node, with the footnote it stands in. */
function visit(root: Root, see: (node: Nodes, inside: Target | undefined) => void): void {
  const stack: { readonly node: Nodes; readonly inside: Target | undefined }[] = [
    { node: root, inside: undefined },
  ]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, inside } = next
    see(node, inside)
    if (!('children' in node)) continue
    const within = node.type === 'footnoteDefinition' ? node : inside
    for (const child of node.children.toReversed()) stack.push({ node: child, inside: within })
  }
}

function definitionsIn(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
  })
  return definitions
}
