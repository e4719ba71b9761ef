import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readPdf } from '../../packages/pdf/src/index.ts'
import { convert } from './programs.ts'

/** What LibreOffice makes of a document's pages. */
export interface LaidOut {
  /** The number printed on the page that bears each bookmark. */
  readonly numbers: ReadonlyMap<string, string>
  readonly pages: number
}

/** As LibreOffice opens the file: it does not know, or turns round, several of its settings. */
export async function laidOutUnaided(file: string): Promise<LaidOut> {
  return read(convert(file, pdfWithPlaces, 'pdf'))
}

/**
 * As LibreOffice would if it read all of the file's settings: no gap between Chinese and Latin letters, no mark outside
 * the margin, the section's own head and foot. Its reader leaves the first out, turns the second round and gives the
 * first page of an `oddPage` section a head of no height (seen in 7.4, in the FODT it writes).
 */
export async function laidOutAided(file: string): Promise<LaidOut> {
  const flat = convert(file, 'fodt', 'fodt')
  const text = withHeads(readFileSync(flat, 'utf8'))
    .replaceAll('style:text-autospace="ideograph-alpha"', 'style:text-autospace="none"')
    .replaceAll('style:punctuation-wrap="hanging"', 'style:punctuation-wrap="simple"')
  const aided = path.join(path.dirname(flat), `${path.basename(flat, '.fodt')}-aided.fodt`)
  writeFileSync(aided, text)
  return read(convert(aided, pdfWithPlaces, 'pdf'))
}

/** Page styles for right-hand pages get head and foot from another style of the same paper. */
function withHeads(flat: string): string {
  const layouts = [...flat.matchAll(/<style:page-layout .*?<\/style:page-layout>/gs)].map(String)
  const isBare = (layout: string): boolean => layout.includes('fo:min-height="0.1965in"')
  return layouts.filter(isBare).reduce((text, layout) => {
    const paper = /fo:page-width="[^"]*"/.exec(layout)?.[0] ?? ''
    const whole = layouts.find((one) => !isBare(one) && one.includes(paper))
    const heads = /<style:header-style>.*<\/style:footer-style>/s
    const [own = ''] = heads.exec(whole ?? '') ?? []
    return own === '' ? text : text.replace(layout, layout.replace(heads, own))
  }, flat)
}

const pdfWithPlaces = `pdf:writer_pdf_Export:${JSON.stringify({
  ExportBookmarksToPDFDestination: { type: 'boolean', value: 'true' },
})}`

async function read(file: string): Promise<LaidOut> {
  const { pages, destinations } = await readPdf(readFileSync(file), file)
  const numbers = pages.map(({ text }) => {
    const lowest = Math.min(...text.map(({ y }) => y))
    const foot = text.filter(({ y }) => y < lowest + 3).toSorted((a, b) => a.x - b.x)
    return foot
      .map((item) => item.text)
      .join('')
      .replaceAll(/[—\s]/g, '')
  })
  return {
    pages: pages.length,
    numbers: new Map(
      [...destinations].map(([name, page]) => [bookmarkOf(name), numbers[page - 1] ?? '']),
    ),
  }
}

/** LibreOffice writes whatever is no letter or digit as the number of its character. */
function bookmarkOf(destination: string): string {
  return destination.replaceAll('5F', '_')
}
