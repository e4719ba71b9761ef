import type { XmlNode } from './read-xml.ts'

/** What a reader of the document sees, as far as its body says it: paragraphs as lines, numbering left out. */
export function documentText(body: XmlNode): string {
  return paragraphsOf(body).join('\n')
}

function paragraphsOf(node: XmlNode): readonly string[] {
  return node.children.flatMap((child) => {
    if (typeof child === 'string') return []
    return child.name === 'w:p' ? [wordsOf(child)] : paragraphsOf(child)
  })
}

function wordsOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (typeof child === 'string') return ''
      switch (child.name) {
        case 'w:t':
        case 'm:t':
          return child.children.filter((one) => typeof one === 'string').join('')
        case 'w:tab':
          return '\t'
        case 'w:br':
          return '\n'
        case 'w:pPr':
        case 'w:instrText':
          return ''
        default:
          return wordsOf(child)
      }
    })
    .join('')
}
