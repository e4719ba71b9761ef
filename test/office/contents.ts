import { allNodes, type XmlNode } from '../../packages/docx/src/check/read-xml.ts'
import { docxTrees } from '../../packages/docx/test/docx-outline.ts'

/** A line of a contents list as it stands in the file. */
export interface ContentsLine {
  readonly bookmark: string
  readonly text: string
  readonly page: string
}

/** The links of a Word file that end in the number of a page. */
export function contentsOf(bytes: Uint8Array): readonly ContentsLine[] {
  const body = docxTrees(bytes).get('word/document.xml')
  if (body === undefined) return []
  return [...allNodes(body)].flatMap((node) => {
    const bookmark = node.attributes['w:anchor']
    if (node.name !== 'w:hyperlink' || bookmark === undefined || !hasPage(node)) return []
    const words = [...allNodes(node)].filter(({ name }) => name === 'w:t').map(textOf)
    return [{ bookmark, text: words.slice(0, -1).join(''), page: words.at(-1) ?? '' }]
  })
}

function hasPage(node: XmlNode): boolean {
  return [...allNodes(node)].some(
    (one) => one.name === 'w:instrText' && textOf(one).includes('PAGEREF'),
  )
}

function textOf({ children }: XmlNode): string {
  return children.filter((child) => typeof child === 'string').join('')
}
