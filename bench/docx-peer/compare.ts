// What remark-docx makes of GitHub's Markdown beside what we make of it, construct by construct.
// npm install --ignore-scripts --no-package-lock, in this folder; then node bench/docx-peer/compare.ts
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { allNodes, type XmlNode } from '../../packages/docx/src/check/read-xml.ts'
import { docxTrees } from '../../packages/docx/test/docx-outline.ts'
import { markdownDocument } from '../../packages/docx/test/markdown-document.ts'
import { gfmExamples } from '../../test/office/gfm-examples.ts'

interface Seen {
  readonly text: string
  readonly counts: Readonly<Record<string, number>>
}

/** Elements that are a construct, whatever else they say. */
const constructs: Readonly<Record<string, string>> = {
  'w:tbl': 'tables',
  'w:tr': 'rows',
  'w:tc': 'cells',
  'w:hyperlink': 'links',
  'w:footnoteReference': 'footnotes',
  'w:b': 'bold',
  'w:strike': 'struck',
  'w:numPr': 'items',
  'w:drawing': 'pictures',
  'w14:checkbox': 'boxes',
}

const theirs = await peer()
let less = 0
for (const [name, markdown] of Object.entries(gfmExamples)) {
  const ours = seen(await markdownDocument(markdown))
  const other = seen(await theirs(markdown))
  const missing = Object.entries(other.counts).filter(
    ([kind, count]) => (ours.counts[kind] ?? 0) < count,
  )
  const words = other.text.split(/\s+/).filter((word) => !ours.text.includes(word))
  if (missing.length + words.length > 0) {
    less += 1
    const all = [...missing.map(([kind, count]) => `${kind} ${ours.counts[kind] ?? 0} < ${count}`)]
    console.log(`${name}: ${[...all, ...words.map((word) => `no “${word}”`)].join(', ')}`)
  }
}
console.log(`${Object.keys(gfmExamples).length} examples, ${less} rendered less fully than theirs`)

function seen(bytes: Uint8Array): Seen {
  const trees = docxTrees(bytes)
  const nodes = ['word/document.xml', 'word/footnotes.xml'].flatMap((part) => {
    const tree = trees.get(part)
    return tree === undefined ? [] : [...allNodes(tree)]
  })
  const counts: Record<string, number> = {}
  for (const { name } of nodes) {
    const kind = constructs[name]
    if (kind !== undefined) counts[kind] = (counts[kind] ?? 0) + 1
  }
  // A task of ours is an item with a box to click instead of a bullet; its number stands before the box.
  counts['items'] = (counts['items'] ?? 0) + (counts['boxes'] ?? 0)
  return { text: nodes.flatMap(wordsOf).join(' '), counts }
}

function wordsOf(node: XmlNode): readonly string[] {
  if (node.name !== 'w:p') return []
  const words = [...allNodes(node)].filter(({ name }) => name === 'w:t')
  return [
    words.flatMap(({ children }) => children.filter((one) => typeof one === 'string')).join(''),
  ]
}

/** Their plugin, used as their README says; it is no dependency of ours, so nothing knows its types. */
async function peer(): Promise<(markdown: string) => Promise<Uint8Array>> {
  const load = async (name: string): Promise<Readonly<Record<string, unknown>>> =>
    await import(pathToFileURL(path.join(import.meta.dirname, 'node_modules', name)).href)
  const { unified } = (await import(
    pathToFileURL(path.join(import.meta.dirname, 'node_modules/unified/index.js')).href
  )) as typeof import('../../packages/docx/node_modules/unified/index.js')
  const [{ default: parse }, { default: gfm }, { default: docx }] = await Promise.all([
    load('remark-parse/index.js'),
    load('remark-gfm/index.js'),
    load('remark-docx/lib/index.js'),
  ])
  return async (markdown) => {
    const file = await unified()
      .use([parse, gfm, docx] as never)
      .process(markdown)
    return new Uint8Array(await (file.result as Promise<ArrayBuffer>))
  }
}
