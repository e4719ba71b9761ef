import type { Book } from '@ziping/resolve'
import { declaration, escaped, xml } from './xml.ts'

/** Title, author and dates as the file's properties show them. */
export function corePart(book: Book, date: string): string {
  const day = xml('dcterms:created', { 'xsi:type': 'dcterms:W3CDTF' }, [`${date}T00:00:00Z`])
  return (
    declaration +
    xml(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      [
        xml('dc:title', {}, [escaped(book.title)]),
        xml('dc:subject', {}, [escaped(book.subject)]),
        xml('dc:creator', {}, [escaped(book.author)]),
        xml('cp:keywords', {}, [escaped(book.keywords.join('，'))]),
        xml('dc:language', {}, [book.lang]),
        xml('cp:lastModifiedBy', {}, [escaped(book.author)]),
        day,
        day.replaceAll('created', 'modified'),
      ],
    )
  )
}

export function appPart(): string {
  const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties'
  return declaration + xml('Properties', { xmlns: namespace }, [xml('Application', {}, ['ziping'])])
}
