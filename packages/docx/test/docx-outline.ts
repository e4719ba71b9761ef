import { unzipSync } from 'fflate'
import { allNodes, findNode, readXml, type XmlNode } from '../src/check/read-xml.ts'

/** The parts of a Word file as trees, read without the library that wrote them. */
export function docxTrees(file: Uint8Array): ReadonlyMap<string, XmlNode> {
  return new Map(
    Object.entries(unzipSync(file))
      .filter(([name]) => /\.(?:xml|rels)$/.test(name))
      .map(([name, part]) => [name, readXml(new TextDecoder().decode(part))]),
  )
}

/** What a reviewer wants to see of a document: one line for each paragraph, table row and section. */
export function docxOutline(file: Uint8Array): string {
  const trees = docxTrees(file)
  const body = findNode(trees.get('word/document.xml') ?? emptyNode, 'w:body') ?? emptyNode
  return `${outline(body, '').join('\n')}\n`
}

export const emptyNode: XmlNode = { name: '', attributes: {}, children: [] }

function outline(node: XmlNode, indent: string): readonly string[] {
  return elements(node).flatMap((child): readonly string[] => {
    switch (child.name) {
      case 'w:p':
        return [`${indent}${paragraphLine(child)}`, ...sectionLines(child)]
      case 'w:tbl':
        return tableLines(child, indent)
      case 'w:sectPr':
        return [sectionLine(child)]
      default:
        return []
    }
  })
}

function paragraphLine(node: XmlNode): string {
  const properties = findNode(node, 'w:pPr') ?? emptyNode
  const style = attribute(properties, 'w:pStyle', 'w:val') ?? 'Normal'
  const spacing = findNode(properties, 'w:spacing')?.attributes ?? {}
  const indent = findNode(properties, 'w:ind')?.attributes ?? {}
  const marks = [
    ...elements(properties)
      .filter(({ name }) => ['w:keepNext', 'w:pageBreakBefore', 'w:pBdr'].includes(name))
      .filter(isSet)
      .map(({ name }) => name.slice(2)),
    ...(spacing['w:before'] === undefined ? [] : [`before ${spacing['w:before']}`]),
    ...(spacing['w:line'] === undefined ? [] : [`${spacing['w:lineRule']} ${spacing['w:line']}`]),
    ...(indent['w:left'] === undefined ? [] : [`left ${indent['w:left']}`]),
    ...numbering(properties),
  ]
  return [style, JSON.stringify(words(node)), ...marks].join('  ')
}

function numbering(properties: XmlNode): readonly string[] {
  const id = attribute(properties, 'w:numId', 'w:val')
  const level = attribute(properties, 'w:ilvl', 'w:val')
  return id === undefined ? [] : [`list ${id} level ${level}`]
}

/** Text with what is more than text in brackets. */
function words(node: XmlNode): string {
  let text = ''
  for (const one of allNodes(node)) {
    if (one.name === 'w:t' || one.name === 'm:t') text += one.children.join('')
    if (one.name === 'w:tab' && one.attributes['w:pos'] === undefined) text += '\t'
    if (one.name === 'w:br') text += '\n'
    if (one.name === 'w:instrText') text += `{${one.children.join('').trim()}}`
    if (one.name === 'w:bookmarkStart') text += `[${one.attributes['w:name']}]`
    if (one.name === 'w14:checked') text += `(box ${one.attributes['w14:val']})`
    if (one.name === 'w:footnoteReference') text += `(note ${one.attributes['w:id']})`
    if (one.name === 'wp:docPr') text += `(drawing: ${one.attributes['descr']})`
    if (one.name === 'm:oMath') text += '(formula) '
  }
  return text
}

function tableLines(node: XmlNode, indent: string): readonly string[] {
  const columns = elements(findNode(node, 'w:tblGrid') ?? emptyNode)
    .map(({ attributes }) => attributes['w:w'])
    .join(' ')
  const rows = elements(node).filter(({ name }) => name === 'w:tr')
  return [
    `${indent}table  columns ${columns}`,
    ...rows.flatMap((row) => {
      const names = [...allNodes(findNode(row, 'w:trPr') ?? emptyNode)].map(({ name }) => name)
      const head = names.includes('w:tblHeader') ? ' head' : ''
      const whole = names.includes('w:cantSplit') ? ' unbroken' : ''
      const cells = elements(row).filter(({ name }) => name === 'w:tc')
      const words = cells.map(cellWords)
      const inner = cells.flatMap((cell) => (isPlain(cell) ? [] : outline(cell, `${indent}    `)))
      return [`${indent}  row${head}${whole}${keeps(row)}  ${words.join(' | ')}`, ...inner]
    }),
  ]
}

/** A cell of table text only; others are shown with the styles of what stands in them. */
function isPlain(cell: XmlNode): boolean {
  return elements(cell).every(
    (child) =>
      child.name === 'w:tcPr' ||
      (child.name === 'w:p' &&
        /^Table/.test(attribute(child, 'w:pStyle', 'w:val') ?? '') &&
        findNode(child, 'wp:docPr') === undefined),
  )
}

function keeps(row: XmlNode): string {
  return isSet(findNode(row, 'w:keepNext')) ? ' keepNext' : ''
}

function isSet(node: XmlNode | undefined): boolean {
  return node !== undefined && node.attributes['w:val'] !== '0'
}

function cellWords(cell: XmlNode): string {
  const properties = findNode(cell, 'w:tcPr') ?? emptyNode
  const span = attribute(properties, 'w:gridSpan', 'w:val')
  const merge = attribute(properties, 'w:vMerge', 'w:val')
  const direction = attribute(properties, 'w:textDirection', 'w:val')
  const marks = [
    ...(span === undefined ? [] : [`across ${span}`]),
    ...(merge === undefined ? [] : [`down ${merge}`]),
    ...(direction === undefined ? [] : [direction]),
  ]
  const text = isPlain(cell)
    ? elements(cell)
        .filter(({ name }) => name === 'w:p')
        .map(words)
        .join(' / ')
    : '…'
  return `${marks.length === 0 ? '' : `<${marks.join(' ')}> `}${text}`
}

function sectionLines(paragraph: XmlNode): readonly string[] {
  const section = findNode(findNode(paragraph, 'w:pPr') ?? emptyNode, 'w:sectPr')
  return section === undefined ? [] : [sectionLine(section)]
}

function sectionLine(section: XmlNode): string {
  const size = findNode(section, 'w:pgSz')?.attributes ?? {}
  const margin = findNode(section, 'w:pgMar')?.attributes ?? {}
  const number = findNode(section, 'w:pgNumType')?.attributes ?? {}
  const kind = attribute(section, 'w:type', 'w:val') ?? 'nextPage'
  const references = elements(section).filter(({ name }) => /Reference$/.test(name)).length
  const sides = ['top', 'right', 'bottom', 'left'].map((side) => margin[`w:${side}`]).join(' ')
  return [
    `--- section: ${kind}`,
    `${size['w:w']}×${size['w:h']} ${size['w:orient'] ?? 'portrait'}`,
    `margins ${sides}`,
    `numbers ${number['w:fmt'] ?? 'decimal'}${number['w:start'] === undefined ? '' : ` from ${number['w:start']}`}`,
    `${references} heads and feet`,
  ].join(', ')
}

export function elements(node: XmlNode): readonly XmlNode[] {
  return node.children.filter((child) => typeof child !== 'string')
}

export function attribute(node: XmlNode, name: string, key: string): string | undefined {
  return findNode(node, name)?.attributes[key]
}
