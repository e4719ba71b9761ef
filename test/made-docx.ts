import { strToU8, zipSync } from 'fflate'

export const namespaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'

/** The least Word file with a body and further parts. */
export function docx(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relationship = (type: string, target: string): string =>
    `<Relationship Id="${target}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const own = Object.keys(parts).map((name) => relationship(name.replace(/\.xml$/, ''), name))
  const list = (inside: string): Uint8Array =>
    strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`,
    )
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    '_rels/.rels': list(relationship('officeDocument', 'word/document.xml')),
    'word/_rels/document.xml.rels': list(own.join('')),
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(
      Object.entries(parts).map(([name, text]) => [`word/${name}`, strToU8(text)]),
    ),
  })
}

export function p(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${text.startsWith('<') ? text : `<w:r><w:t>${text}</w:t></w:r>`}</w:p>`
}
