/** An element of a part, or a piece of its text. */
export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly (XmlNode | string)[]
}

const entities: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/**
 * Reads a part of a Word file. Small on purpose: it knows no document types, so nothing in a file can make it expand or
 * fetch anything. Throws where the text is no XML.
 */
export function readXml(text: string): XmlNode {
  const root: OpenNode = { name: '', attributes: {}, children: [] }
  const open: OpenNode[] = [root]
  const tags =
    /<(?:\?[^>]*\?|!--[\s\S]*?--|!\[CDATA\[([\s\S]*?)\]\]|(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?))>/g
  let end = 0
  for (const match of text.matchAll(tags)) {
    const [whole, data, closing, name = '', attributes = '', empty] = match
    const here = open.at(-1) ?? root
    addText(here, text.slice(end, match.index))
    end = match.index + whole.length
    if (data !== undefined) here.children.push(data)
    else if (closing === '/') close(open, name)
    else if (name !== '') {
      const node: OpenNode = { name, attributes: readAttributes(attributes), children: [] }
      here.children.push(node)
      if (empty !== '/') open.push(node)
    }
  }
  const [only] = root.children.filter((child) => typeof child !== 'string')
  if (open.length !== 1 || only === undefined || text.slice(end).trim() !== '')
    throw new Error('not well-formed XML')
  return only
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | string)[]
}

function close(open: OpenNode[], name: string): void {
  if (open.pop()?.name !== name) throw new Error(`not well-formed XML: </${name}>`)
}

function addText(node: OpenNode, raw: string): void {
  if (raw.includes('<')) throw new Error('not well-formed XML: <')
  if (raw !== '') node.children.push(decoded(raw))
}

function readAttributes(text: string): Readonly<Record<string, string>> {
  const found = text.matchAll(/([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)
  return Object.fromEntries(
    [...found].map(([, name = '', double, single = '']) => [name, decoded(double ?? single)]),
  )
}

function decoded(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return entities[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })
}

/** The node and all below it, in order. */
export function* allNodes(node: XmlNode): Generator<XmlNode> {
  yield node
  for (const child of node.children) if (typeof child !== 'string') yield* allNodes(child)
}

/** The first element of a name below a node. */
export function findNode(node: XmlNode, name: string): XmlNode | undefined {
  for (const one of allNodes(node)) if (one.name === name) return one
  return undefined
}
