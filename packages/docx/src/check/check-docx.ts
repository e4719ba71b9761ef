import { unzipSync } from 'fflate'
import { allNodes, readXml, type XmlNode } from './read-xml.ts'

/**
 * What no validator looks at: the faults that make Word repair a file, ask to update it, or print “错误！未找到引用源”.
 * Each is a sentence in English for whoever made the file; a sound file has none.
 */
export function checkDocx(bytes: Uint8Array): readonly string[] {
  const parts = new Map<string, Uint8Array>(Object.entries(unzipSync(bytes)))
  const trees = new Map<string, XmlNode>()
  const faults: string[] = []
  for (const [name, part] of parts) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    try {
      trees.set(name, readXml(new TextDecoder().decode(part)))
    } catch (cause) {
      faults.push(`${name}: ${cause instanceof Error ? cause.message : 'unreadable'}`)
    }
  }
  const body = trees.get('word/document.xml')
  if (body === undefined) return [...faults, 'word/document.xml: missing']
  return [
    ...faults,
    ...checkBookmarks(body),
    ...checkIds(body),
    ...[...trees].flatMap(([name, tree]) => checkFields(name, tree)),
    ...checkSettings(trees.get('word/settings.xml')),
    ...checkRelations(trees, new Set(parts.keys())),
  ]
}

function checkBookmarks(body: XmlNode): readonly string[] {
  const nodes = [...allNodes(body)]
  const starts = nodes.filter(({ name }) => name === 'w:bookmarkStart')
  const names = starts.map(({ attributes }) => attributes['w:name'] ?? '')
  const ends = nodes.filter(({ name }) => name === 'w:bookmarkEnd').map(idOf)
  const known = new Set(names)
  const targets = nodes.flatMap((node) => targetsOf(node))
  return [
    ...doubles(names.map((name) => name.toLowerCase())).map((name) => `bookmark twice: ${name}`),
    ...names.filter((name) => name.length > 40).map((name) => `bookmark too long: ${name}`),
    ...doubles(starts.map(idOf)).map((id) => `bookmark id twice: ${id}`),
    ...starts
      .map(idOf)
      .filter((id) => !ends.includes(id))
      .map((id) => `bookmark open: ${id}`),
    ...targets.filter((name) => !known.has(name)).map((name) => `no bookmark: ${name}`),
  ]
}

/** Bookmarks that a field or a link leads to. */
function targetsOf(node: XmlNode): readonly string[] {
  if (node.name === 'w:hyperlink') {
    const anchor = node.attributes['w:anchor']
    return anchor === undefined ? [] : [anchor]
  }
  if (node.name !== 'w:instrText') return []
  const match = /^\s*(?:PAGE)?REF\s+(\S+)/.exec(textOf(node))
  return match?.[1] === undefined ? [] : [match[1]]
}

function checkIds(body: XmlNode): readonly string[] {
  const drawings = [...allNodes(body)].filter(({ name }) => name === 'wp:docPr')
  return [
    ...doubles(drawings.map(({ attributes }) => attributes['id'] ?? '')).map(
      (id) => `drawing id twice: ${id}`,
    ),
    ...drawings
      .filter(({ attributes }) => attributes['descr'] === undefined)
      .map(({ attributes }) => `drawing without alternative text: ${attributes['id']}`),
  ]
}

/** Every field is begun, parted and ended, and has a result that shows without an update. */
function checkFields(part: string, tree: XmlNode): readonly string[] {
  const faults: string[] = []
  const open: { instruction: string; result: string | undefined }[] = []
  for (const node of allNodes(tree)) {
    if (node.name === 'w:fldSimple') faults.push(`${part}: simple field`)
    if (node.name === 'rootKey') faults.push(`${part}: rootKey`)
    if (node.attributes['w:dirty'] !== undefined) faults.push(`${part}: dirty field`)
    const field = open.at(-1)
    if (node.name === 'w:instrText' && field !== undefined) field.instruction += textOf(node)
    if (node.name === 'w:t')
      for (const one of open) if (one.result !== undefined) one.result += textOf(node)
    if (node.name !== 'w:fldChar') continue
    const kind = node.attributes['w:fldCharType']
    if (kind === 'begin') open.push({ instruction: '', result: undefined })
    if (kind === 'separate' && field !== undefined) field.result = ''
    if (kind === 'end') {
      const done = open.pop()
      if (done === undefined) faults.push(`${part}: field ended twice`)
      else if ((done.result ?? '').trim() === '')
        faults.push(`${part}: empty field${done.instruction}`)
    }
  }
  return [...faults, ...open.map(({ instruction }) => `${part}: field not ended${instruction}`)]
}

function checkSettings(settings: XmlNode | undefined): readonly string[] {
  if (settings === undefined) return ['word/settings.xml: missing']
  const names = [...allNodes(settings)].map(({ name }) => name)
  return names.includes('w:updateFields') ? ['settings: updateFields'] : []
}

/** Every relationship leads to a part, and every part is led to. */
function checkRelations(
  trees: ReadonlyMap<string, XmlNode>,
  parts: ReadonlySet<string>,
): readonly string[] {
  const faults: string[] = []
  const led = new Set<string>(['[Content_Types].xml'])
  for (const [name, tree] of trees) {
    const match = /^(.*)_rels\/(.*)\.rels$/.exec(name)
    if (match === null) continue
    led.add(name)
    const [, folder = '', source = ''] = match
    const relations = [...allNodes(tree)].filter((node) => node.name === 'Relationship')
    for (const { attributes } of relations) {
      if (attributes['TargetMode'] === 'External') continue
      const target = resolved(folder, attributes['Target'] ?? '')
      led.add(target)
      if (!parts.has(target)) faults.push(`${name}: leads to no part: ${target}`)
    }
    const own = trees.get(`${folder}${source}`)
    const ids = new Set(relations.map(({ attributes }) => attributes['Id']))
    for (const id of own === undefined ? [] : usedRelations(own))
      if (!ids.has(id)) faults.push(`${folder}${source}: no relationship ${id}`)
  }
  return [
    ...faults,
    ...[...parts].filter((name) => !led.has(name)).map((name) => `orphan: ${name}`),
  ]
}

function usedRelations(tree: XmlNode): readonly string[] {
  return [...allNodes(tree)].flatMap(({ attributes }) =>
    ['r:id', 'r:embed', 'r:link'].flatMap((name) => attributes[name] ?? []),
  )
}

function resolved(folder: string, target: string): string {
  return new URL(target, `file:///${folder}`).pathname.slice(1)
}

function doubles(list: readonly string[]): readonly string[] {
  return [...new Set(list.filter((one, index) => list.indexOf(one) !== index))]
}

function idOf({ attributes }: XmlNode): string {
  return attributes['w:id'] ?? ''
}

function textOf(node: XmlNode): string {
  return node.children.filter((child) => typeof child === 'string').join('')
}
